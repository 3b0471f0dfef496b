import { say } from '@/lib/words/say';
import { messagePage } from './http';

/** What is left of a limit, never too little: seconds while a minute is too coarse, then minutes. */
const left = (seconds: number) =>
  seconds < 90 ? { unit: 'seconds', count: seconds } : { unit: 'minutes', count: Math.ceil(seconds / 60) };

/** Beside a field that still holds what was typed. */
export const waitText = (seconds: number): string => say('common.waitAndSend', left(seconds));

/** Instead of a page that cannot be given back as it was posted. */
export async function waitPage(seconds: number): Promise<Response> {
  const page = await messagePage(say('common.pleaseWaitALittle'), say('common.waitAndGoBack', left(seconds)), 429);
  page.headers.set('Retry-After', String(seconds));
  return page;
}
