/** Goals of invented pairs, with their steps. */
export const GOALS = [
  {
    words: 'Plan and run one storytime for toddlers by spring, and talk it through afterwards.',
    steps: ['Visit two others', 'Choose four books', 'Try it once with a colleague'],
  },
  {
    words: 'Rewrite my résumé and practice two interviews before applying for a new position.',
    steps: ['Send a first draft', 'Practice by video'],
  },
  {
    words: 'Weed one part of the collection by a written policy and say why to my supervisor.',
    steps: ['Read the policy together', 'Count what was borrowed'],
  },
  {
    words: 'Begin one partnership with a school or a community group, with a first visit by March.',
    steps: ['List three schools', 'Write to one'],
  },
  { words: 'Lead three team meetings, and ask two colleagues what helped and what did not.', steps: [] },
  {
    words: 'Propose a session for a conference, or write one article, with a draft by the middle of the year.',
    steps: ['Find a topic', 'Outline', 'First draft'],
  },
] as const;

type Said = {
  kind: string;
  reader?: 'staff' | 'officer';
  about?: string;
  words?: string;
  note?: string;
  /** Days ago. */ ago: number;
};

/** What waits about some pairs of the cycle that is under way, or was settled, by their place in it. */
export const TASKS: Readonly<Record<number, Said>> = {
  2: {
    kind: 'help',
    about: 'second_week',
    ago: 326,
    note: 'Called her; the mail went to an old address. They have met since.',
  },
  3: {
    kind: 'concern',
    reader: 'staff',
    ago: 1,
    words: 'Messages came late at night and were too private for me. I would like somebody to speak with me first.',
  },
  5: { kind: 'silence', about: 'halfway', ago: 160 },
  7: {
    kind: 'pause',
    ago: 40,
    words: 'My father is ill. I would like to go on in spring.',
    note: 'On hold; will write in March.',
  },
  8: {
    kind: 'concern',
    reader: 'officer',
    ago: 1,
    words:
      'She speaks of my supervisor, whom she knows well, in a way that could cost me. I do not want staff to know yet.',
  },
  9: { kind: 'disagreement', about: 'first_week', ago: 332, note: 'They met the day after.' },
  11: { kind: 'low', about: 'halfway', ago: 165 },
  13: { kind: 'silence', about: 'halfway', ago: 160 },
  19: { kind: 'rematch', ago: 12, words: 'We tried. I would be glad of somebody in a school library.' },
  21: {
    kind: 'silence',
    about: 'three_months',
    ago: 240,
    note: 'Both are well and meet monthly; they forgot to answer.',
  },
};
