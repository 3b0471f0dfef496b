/** The groups of the library, in order. */
export const ACTIVITY_GROUPS = ['create', 'interviews', 'topics', 'reading', 'association'] as const;
export type ActivityGroup = (typeof ACTIVITY_GROUPS)[number];

export const ACTIVITY_KINDS = ['activity', 'resource'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];
/** A draft is not whole yet; a hidden one is, and is not shown. Participants see neither. */
export const ACTIVITY_STATES = ['draft', 'shown', 'hidden'] as const;
export type ActivityState = (typeof ACTIVITY_STATES)[number];

type Content = { kind: ActivityKind; words: string; link: string };

/** Whether an entry has all that a reader needs: words, and for a resource where it is. Nothing else may be shown. */
export const isWhole = ({ kind, words, link }: Content): boolean =>
  words !== '' && (kind === 'activity' || link !== '');

type Standard = { group: ActivityGroup; title: string; words: string; kind?: ActivityKind };

/** What a library begins with. Resources have a subject and no source: staff find one, and until then they stay drafts. */
export const STANDARD_ACTIVITIES: readonly Standard[] = [
  {
    group: 'create',
    title: 'Write a resume together',
    words:
      'The mentee brings a resume, the mentor marks three strong lines and one that is missing. Both read it again.',
  },
  {
    group: 'create',
    title: 'Plan a program from idea to evaluation',
    words: 'Choose one small program. Write down whom it is for, what it costs, and how you will know that it worked.',
  },
  {
    group: 'create',
    title: 'Draft a conference proposal',
    words: 'Find a call that is open. Write two hundred words together, and ask a third person what they would learn.',
  },
  {
    group: 'interviews',
    title: 'Practice a job interview',
    words: 'Take a real announcement. The mentor asks six questions; after each, say what worked and try once more.',
  },
  {
    group: 'interviews',
    title: 'Prepare five stories about your work',
    words: 'For each: what was difficult, what you did, what came of it. Tell each in two minutes.',
  },
  {
    group: 'interviews',
    title: 'Ask for what you need',
    words: 'Practice one talk about pay, hours or support. Change roles, and hear how it sounds from the other side.',
  },
  {
    group: 'topics',
    title: 'Talk about a decision you would make again',
    words:
      'Each brings one decision from work. What did you know then? What would you tell somebody who has to make it?',
  },
  {
    group: 'topics',
    title: 'Talk about the people you do not reach',
    words: 'Who does not come to your library? Name one reason that you can change, and one step toward it.',
  },
  {
    group: 'topics',
    title: 'Talk about time and boundaries',
    words: 'Compare an ordinary week. What takes more than it gives? Choose one thing to do less of.',
  },
  {
    group: 'reading',
    title: 'Read one article and disagree',
    words: 'Each chooses an article that both can read freely. Talk about one sentence that you would not sign.',
  },
  {
    group: 'reading',
    title: 'Keep a page of notes for a month',
    words: 'Write three lines after each working week. Read them to each other, and look for what comes back.',
  },
  {
    group: 'reading',
    kind: 'resource',
    title: 'Where to read about mentoring',
    words: '',
  },
  {
    group: 'association',
    title: 'Go to an open meeting of a committee',
    words:
      'Choose one committee of the association, read its last minutes, and sit in on a meeting. What surprised you?',
  },
  {
    group: 'association',
    title: 'Find out how volunteers are chosen',
    words: 'Look for the form and its dates. Write the two sentences that you would put into it.',
  },
  {
    group: 'association',
    kind: 'resource',
    title: 'Dates of the association’s meetings',
    words: '',
  },
];

type Searched = { title: string; words: string; group: ActivityGroup };

/** Entries that hold every word that is looked for, without regard to case and accents. */
export function searchActivities<Entry extends Searched>(
  entries: readonly Entry[],
  { words, group }: { words: string; group: ActivityGroup | null },
): Entry[] {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const wanted = plain(words).split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const text = plain(`${entry.title} ${entry.words}`);
    return (group === null || entry.group === group) && wanted.every((word) => text.includes(word));
  });
}
