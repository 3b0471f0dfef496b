import { confidentialTexts, displayName, type ReleaseInput } from './release-plan';
import type { WrittenLetter } from './write';

/** Words a letter never says, whatever a template holds. */
const NEVER =
  /\bbest match\b|\bscore(?:s|d)?\b|\brank(?:ed|ing)?\b|\b\d{1,3}(?:[.,]\d)? (?:points?|puntos?)\b|\bmejor (?:pareja|emparejamiento)\b|\bpuntuaci[oó]n|\bmeilleur(?:e)? (?:jumelage|paire)\b|\bclassement\b/i;

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\\*_]/g, '')
    .replace(/\s+/g, ' ');

/** A text is looked for by how it begins, with as many characters. */
const WINDOW = 12;
const BASE = 257;
const DROPPED = Array.from({ length: WINDOW }, () => BASE).reduce(Math.imul, 1);
const BUCKETS = 1 << 16;

const bucketOf = (hash: number) => (hash ^ (hash >>> 16)) & (BUCKETS - 1);

/** The rolling hash of Karp and Rabin (1987) of every window of a text; stops when `visit` has seen the last. */
function eachWindow(text: string, visit: (bucket: number, begins: number) => void): void {
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
    if (at >= WINDOW) hash = (hash - Math.imul(text.charCodeAt(at - WINDOW), DROPPED)) | 0;
    if (at >= WINDOW - 1) visit(bucketOf(hash), at - WINDOW + 1);
  }
}

/**
 * Looks for many needles in many texts: each text is read once, however many needles there are.
 *
 * @returns for a text the places in `needles` of those it contains, in their order
 */
export function finderOf(needles: readonly string[]): (text: string) => number[] {
  const places = new Map<string, number[]>();
  needles.forEach((needle, place) => places.set(needle, [...(places.get(needle) ?? []), place]));
  const [short, long] = [[] as string[], new Map<number, string[]>()];
  for (const needle of places.keys())
    if (needle.length < WINDOW) short.push(needle);
    else eachWindow(needle.slice(0, WINDOW), (bucket) => long.set(bucket, [...(long.get(bucket) ?? []), needle]));
  const isUsed = new Uint8Array(BUCKETS);
  for (const bucket of long.keys()) isUsed[bucket] = 1;
  return (text) => {
    const found = new Set(short.filter((needle) => text.includes(needle)));
    eachWindow(text, (bucket, begins) => {
      if (isUsed[bucket] !== 1) return;
      for (const needle of long.get(bucket) ?? []) if (text.startsWith(needle, begins)) found.add(needle);
    });
    return [...found].flatMap((needle) => places.get(needle) ?? []).sort((a, b) => a - b);
  };
}

/** Somebody who wrote “Thank you”, or the name of another, wrote nothing that a letter must not say of itself. */
function secretsOf({ applications, standard }: Pick<ReleaseInput, 'applications' | 'standard'>) {
  const ours = folded(standard.join('\n'));
  return applications.flatMap((application) =>
    confidentialTexts(application)
      .map((text) => ({ of: displayName(application), text: folded(text).trim() }))
      .filter(({ text }) => !ours.includes(text)),
  );
}

/**
 * Confidential things found in a letter, in words without repeating them. Every application's confidential texts are
 * looked for in every letter, not only its own; not what our own letters say to everybody, and not what people agreed that
 * this letter says.
 */
export function confidentialIn(
  letters: readonly WrittenLetter[],
  input: Pick<ReleaseInput, 'applications' | 'standard'>,
): string[] {
  const secrets = secretsOf(input);
  const find = finderOf(secrets.map(({ text }) => text));
  return letters.flatMap(({ name, subject, markdown, agreed }) => {
    const text = folded(`${subject}\n${markdown}`);
    const found = find(text)
      .flatMap((place) => secrets[place] ?? [])
      .filter((secret) => !agreed.some((said) => folded(said).includes(secret.text)))
      .map(({ of }) => `The letter to ${name} repeats a confidential answer of ${of}.`);
    return NEVER.test(text) ? [...found, `The letter to ${name} speaks of a score, a rank or a best match.`] : found;
  });
}
