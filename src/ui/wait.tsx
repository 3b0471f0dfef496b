import { messagePage } from './http';

/** "40 seconds", "2 minutes": what is left of a limit, never too little. */
const inWords = (seconds: number): string => {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
};

/** Beside a field that still holds what was typed. */
export const waitText = (seconds: number): string =>
  `Many forms have come from this address. What you typed is still here; send it again in ${inWords(seconds)}.`;

/** Instead of a page that cannot be given back as it was posted. */
export async function waitPage(seconds: number): Promise<Response> {
  const text = `Many forms have come from this address. Go back and try again in ${inWords(seconds)}.`;
  const page = await messagePage('Please wait a little', text, 429);
  page.headers.set('Retry-After', String(seconds));
  return page;
}
