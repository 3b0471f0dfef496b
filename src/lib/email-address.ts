const PATTERN =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;

/**
 * One plain address in lower case, or null. Quotes, commas, comments and control characters are refused: a mail library
 * could read them as a second recipient.
 */
export function normalEmail(typed: string): string | null {
  const address = typed.normalize('NFKC').trim().toLowerCase();
  return address.length <= 254 && PATTERN.test(address) && !address.includes('..') ? address : null;
}
