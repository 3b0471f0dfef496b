import { Done } from '@/ui/staff/parts';

const WORDS = new Map([
  ['review', 'Your review is saved. Below it you now see what others wrote.'],
  ['next', 'Your review is saved. This is the next one with the fewest reviews.'],
  ['decision', 'The decision is staged. Nothing was mailed; you can take it back until the release.'],
  ['undone', 'The decision is taken back. The application is open again.'],
  ['asked', 'The question is on its way to the applicant.'],
  ['readers', 'Who reads this is saved.'],
  ['later', 'The day is saved.'],
]);

/** What was just saved, after the redirect that followed it. */
export function SavedWords({ saved }: { saved: string }) {
  const words = WORDS.get(saved);
  return words ? <Done>{words}</Done> : null;
}
