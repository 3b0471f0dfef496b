import { cleanText } from '@/lib/clean-text';

/** One thing that can be gone to. */
export type Found = {
  group: 'Applications' | 'People' | 'Pages';
  href: string;
  text: string;
  /** Reference and role of a person; '' for a page. */
  more: string;
};

const isFound = (one: unknown): one is Found =>
  typeof one === 'object' && one !== null && 'group' in one && 'href' in one && 'text' in one && 'more' in one;

/** What the server answered. Read by hand: a schema would weigh more than the finder itself. */
export const readFound = (answer: unknown): Found[] => (Array.isArray(answer) ? answer.filter(isFound) : []);

/** What was typed, as it is looked for: no name is longer than this. */
export const wordsIn = (typed: string | null): string =>
  cleanText(typed ?? '')
    .trim()
    .slice(0, 80)
    .trim();
