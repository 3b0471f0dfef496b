import type { Role } from './mentoring';

export const RATINGS = [1, 2, 3, 4] as const;
export type Rating = (typeof RATINGS)[number];

/** One thing a reviewer judges, with the words that stand for 1, 2, 3 and 4. */
export type Criterion = {
  key: string;
  label: string;
  question: string;
  anchors: readonly [string, string, string, string];
};

const TIME: Criterion = {
  key: 'time',
  label: 'Time for it',
  question: 'Could they keep contact twice a month for a year?',
  anchors: ['No sign of the time', 'Hopes to find it', 'Has thought about it', 'Has planned it'],
};

/** Worded criteria per role with which every rubric begins: data, so that a committee reads the same words that the rules count. */
export const CRITERIA: Record<Role, readonly Criterion[]> = {
  mentor: [
    {
      key: 'readiness',
      label: 'Readiness to mentor',
      question: 'Can they help somebody else grow?',
      anchors: [
        'Talks only of themselves',
        'Willing, no example',
        'Has helped others',
        'Has mentored and learned from it',
      ],
    },
    {
      key: 'offer',
      label: 'What they offer',
      question: 'Is it clear what a mentee would get?',
      anchors: ['Unclear', 'General', 'Clear in one or two areas', 'Clear, with examples'],
    },
    {
      key: 'fit',
      label: 'Fit with the program',
      question: 'Does their experience serve people who work with children in libraries?',
      anchors: ['Another field', 'Touches ours', 'In our field', 'At its heart'],
    },
    TIME,
  ],
  mentee: [
    {
      key: 'readiness',
      label: 'Readiness to be mentored',
      question: 'Is this a good moment for them to have a mentor?',
      anchors: ['Looks for something else', 'Curious', 'Open and asking', 'Open, asking, already at work on it'],
    },
    {
      key: 'goals',
      label: 'Clarity of goals',
      question: 'Could a mentor start from what they wrote?',
      anchors: ['No goal yet', 'A direction', 'A goal', 'Goals with a first step'],
    },
    {
      key: 'fit',
      label: 'Fit with the program',
      question: 'Can this program help with what they want?',
      anchors: ['Hardly', 'In part', 'Mostly', 'This is what it is for'],
    },
    TIME,
  ],
};

export type Ratings = Readonly<Record<string, number>>;

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The plain mean of one review, 1 to 4; null when it was abstained or holds no rating. */
export function scoreOf(ratings: Ratings): number | null {
  const values = Object.values(ratings);
  return values.length === 0 ? null : meanOf(values);
}

/** `count` reviews that rated, their mean, and the distance between the kindest and the strictest; null without any. */
export type Summary = { count: number; mean: number | null; spread: number | null };

export function summarize(scores: readonly (number | null)[]): Summary {
  const rated = scores.filter((score) => score !== null);
  if (rated.length === 0) return { count: 0, mean: null, spread: null };
  return { count: rated.length, mean: meanOf(rated), spread: Math.max(...rated) - Math.min(...rated) };
}

/** "3.25"; two decimals, because four criteria make quarters. */
export const formatScore = (score: number): string => score.toFixed(2);
