import { at } from '@/domain/matching/arrange';
import { fillByShared } from '@/domain/matching/kernels/score';
import { shareOf } from '@/domain/matching/values';
import { NOT_APPLYING } from './kinds';

type Chooser = { topics: readonly string[]; activities: readonly string[] };

/** Bits to a word: a 32-bit integer without its sign. */
const WORD = 31;

/**
 * People as words: a bit for each topic, and one for each activity, that any mentee chose. Null when there are more than
 * a word holds.
 */
function wordsFor(mentees: readonly Chooser[]): ((person: Chooser) => number) | null {
  const topics = new Map<string, number>();
  const activities = new Map<string, number>();
  const number = (numbers: Map<string, number>, choices: readonly string[]) => {
    for (const choice of choices) if (!numbers.has(choice)) numbers.set(choice, topics.size + activities.size);
  };
  for (const mentee of mentees) {
    number(topics, mentee.topics);
    number(activities, mentee.activities);
  }
  if (topics.size + activities.size > WORD) return null;
  const bitsOf = (numbers: ReadonlyMap<string, number>, choices: readonly string[]): number => {
    let bits = 0;
    for (const choice of choices) {
      const place = numbers.get(choice);
      if (place !== undefined) bits |= 1 << place;
    }
    return bits;
  };
  return (person) => bitsOf(topics, person.topics) | bitsOf(activities, person.activities);
}

/** Which lists somebody filled in: 1 for topics, 2 for activities. */
const filledIn = ({ topics, activities }: Chooser): number =>
  (topics.length > 0 ? 1 : 0) + (activities.length > 0 ? 2 : 0);

const STRIDE = WORD + 1;

/** The value of every number offered of every number chosen, at `chosen * STRIDE + offered`. */
const QUOTIENTS = Int16Array.from({ length: STRIDE ** 2 }, (_, index) => {
  const [chosen, offered] = [Math.floor(index / STRIDE), index % STRIDE];
  return chosen === 0 || offered > chosen ? NOT_APPLYING : shareOf(offered, chosen);
});

export type Choices = {
  mentees: readonly Chooser[];
  wordOf: (person: Chooser) => number;
  words: Int32Array;
  filled: Uint8Array;
};

/** Null when there are too many different choices for words. */
export function choicesOf(mentees: readonly Chooser[], mentors: readonly Chooser[]): Choices | null {
  const wordOf = wordsFor(mentees);
  if (!wordOf) return null;
  const words = new Int32Array(mentors.length);
  const filled = new Uint8Array(mentors.length);
  mentors.forEach((mentor, j) => {
    words[j] = wordOf(mentor);
    filled[j] = filledIn(mentor);
  });
  return { mentees, wordOf, words, filled };
}

/** The factor *topics and activities* of one mentee with every mentor. */
export function fillChoices({ mentees, wordOf, words, filled }: Choices, row: number, out: Int16Array): void {
  const mentee = at(mentees, row);
  const topics = new Set(mentee.topics).size * STRIDE;
  const activities = new Set(mentee.activities).size * STRIDE;
  // Only what stands in lists that the mentor filled in too counts as chosen.
  const starts = Int32Array.of(0, topics, activities, topics + activities);
  fillByShared(words, wordOf(mentee), [filled, starts], QUOTIENTS, out);
}
