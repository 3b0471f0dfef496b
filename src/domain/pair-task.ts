import { checkInsOf, type CheckIn, type ContactAnswer, type DatedCheckIn } from './check-in';

const DAY_MS = 86_400_000;

/** What opens a task about a pair, in the order in which it is looked at. */
export const TASK_KINDS = [
  'concern',
  'help',
  'end',
  'rematch',
  'pause',
  'low',
  'disagreement',
  'no_contact',
  'silence',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Who reads a task: staff, chair and the pair's liaison; or one of the first two alone; or an officer for concerns alone. */
export const TASK_READERS = ['desk', 'staff', 'chair', 'officer'] as const;
export type TaskReader = (typeof TASK_READERS)[number];

/** Whom somebody can choose to read a concern, in the order in which they are offered. */
export const CONCERN_READERS = ['staff', 'chair', 'officer'] as const satisfies readonly TaskReader[];
export type ConcernReader = (typeof CONCERN_READERS)[number];

/** What one of the two answered to a check-in. */
export type Answered = { contact: ContactAnswer | null; going: number | null; enough: number | null };
type Answers = { mentor: Answered | null; mentee: Answered | null };

/** Ratings from 1 to 5; somebody looks at this and below. */
const LOW = 2;
/** For so many days after a check-in was asked nobody asks after it. */
export const SILENT_AFTER_DAYS = 7;

const isLow = (answer: Answered | null) =>
  answer !== null && [answer.going, answer.enough].some((one) => (one ?? 5) <= LOW);
const says = (answer: Answered | null, contact: ContactAnswer) => answer?.contact === contact;

type Rule = { kind: TaskKind; when: (answers: Answers, late: boolean, checkIn: CheckIn) => boolean };

const either = ({ mentor, mentee }: Answers, test: (answer: Answered | null) => boolean) =>
  test(mentor) || test(mentee);
const both = ({ mentor, mentee }: Answers, test: (answer: Answered | null) => boolean) => test(mentor) && test(mentee);

/** Every task that a check-in can open. To add one, add a row. */
const RULES: readonly Rule[] = [
  { kind: 'help', when: (answers) => either(answers, (one) => says(one, 'need_help')) },
  { kind: 'low', when: (answers) => either(answers, isLow) },
  {
    kind: 'disagreement',
    when: (answers) =>
      either(answers, (one) => says(one, 'in_touch')) && either(answers, (one) => says(one, 'not_yet')),
  },
  {
    kind: 'no_contact',
    when: (answers, _, { key }) => key !== 'first_week' && both(answers, (one) => says(one, 'not_yet')),
  },
  // Who hears from one of the two that all is well does not chase the other.
  {
    kind: 'silence',
    when: (answers, late) =>
      late &&
      either(answers, (one) => one === null) &&
      !either(answers, (one) => one !== null && !says(one, 'not_yet')),
  },
];

/** What somebody has to look at because of what the two answered to a check-in, or did not. */
export function tasksFrom(checkIn: DatedCheckIn, answers: Answers, now: Date): TaskKind[] {
  const late = now.getTime() >= checkIn.at.getTime() + SILENT_AFTER_DAYS * DAY_MS;
  return RULES.filter(({ when }) => when(answers, late, checkIn)).map(({ kind }) => kind);
}

type Year = Parameters<typeof checkInsOf>[0];

/** Silence is noticed for a while; a task about a question of last year helps nobody. */
const NOTICED_DAYS = 30;

/** The check-ins of a pair at which silence counts now. */
export const silentSince = (year: Year, now: Date): DatedCheckIn[] =>
  checkInsOf(year).filter(({ at }) => {
    const days = (now.getTime() - at.getTime()) / DAY_MS;
    return days >= SILENT_AFTER_DAYS && days < NOTICED_DAYS;
  });

/** How somebody stands to a pair. */
export type Care = { office: boolean; leads: boolean; liaison: boolean; officer: boolean };

/** Which tasks of a pair somebody reads and closes. */
export function readsTasks({ office, leads, liaison, officer }: Care): TaskReader[] {
  const reads = { desk: office || leads || liaison, staff: office, chair: leads, officer };
  return TASK_READERS.filter((reader) => reads[reader]);
}

/** Within so many days somebody has read a concern; the page that takes it says the day. */
export const CONCERN_DAYS = 2;
export const concernDue = (openedAt: Date): Date => new Date(openedAt.getTime() + CONCERN_DAYS * DAY_MS);
