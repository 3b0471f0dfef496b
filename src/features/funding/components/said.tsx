import { Done } from '@/ui/staff/parts';

const WORDS = new Map([
  ['review', 'Your review is saved. Below it you now see what others wrote.'],
  ['staged', 'The decision is staged. Nothing was mailed; you can take it back until people are told.'],
  ['undone', 'The decision is taken back.'],
  ['told', 'Everybody in the list was told. The mails are on their way.'],
  ['bought', 'The membership counts as bought, and the person is told.'],
  ['back', 'The award is taken back, and the person is told. The slot is free.'],
  ['obligation', 'The obligation is kept as you found it.'],
]);

/** What was just done, after the redirect that followed it. */
export function Said({ done }: { done: string }) {
  const words = WORDS.get(done);
  return words ? <Done>{words}</Done> : null;
}
