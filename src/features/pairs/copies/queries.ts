import { db, type Prisma } from '@/db/client';
import { areasOf } from '@/domain/forms/frameworks';
import { shownName } from '@/features/applications/schema';
import { dayIn } from '@/domain/pair';
import { ratingsSchema } from '@/features/closing/schema';
import { getForm } from '@/features/forms/queries';
import { stepsSchema } from '../goals/schema';

const side = {
  select: {
    personId: true,
    name: true,
    answers: true,
    formVersion: true,
    closingRatings: { select: { ratings: true } },
  },
} as const;

const closingColumns = {
  side: true,
  recommend: true,
  again: true,
  helped: true,
  better: true,
  quote: true,
  quoteAs: true,
  quoteWording: true,
  savedAt: true,
  sentAt: true,
} as const;

type Stored = {
  key: string;
  contact: string | null;
  going: number | null;
  enough: number | null;
  words: string;
  answeredAt: Date;
};
const answerOf = ({ key, contact, going, enough, words, answeredAt }: Stored) => ({
  key,
  contact,
  going,
  enough,
  words,
  answeredAt,
});

type Closing = Omit<Prisma.AssessmentGetPayload<{ select: typeof closingColumns }>, 'side'>;
const closingOf = ({ recommend, again, helped, better, quote, quoteAs, quoteWording, savedAt, sentAt }: Closing) => ({
  recommend,
  again,
  helped,
  better,
  quote,
  quoteAs,
  quoteWording,
  savedAt,
  sentAt,
});

/** Each form once, as a list to name its areas by. */
async function formsOf(versions: readonly string[]) {
  const known = [...new Set(versions)].map(async (version) => [version, [await getForm(version)]] as const);
  return new Map(await Promise.all(known));
}

/**
 * What somebody has of their pairs, for the copy of everything they gave: what both keep together, and of what each says alone
 * only their own. What the other answered, asked for or told in confidence is the other's.
 */
export async function listOwnPairs(personId: string) {
  const rows = await db.match.findMany({
    where: { OR: [{ mentor: { personId } }, { mentee: { personId } }], state: { notIn: ['proposed', 'approved'] } },
    select: {
      id: true,
      reference: true,
      mentor: side,
      mentee: side,
      agreement: { select: { frequency: true, modes: true } },
      goals: { select: { words: true, steps: true, dueOn: true, progress: true }, orderBy: { position: 'asc' } },
      meetings: { select: { day: true, mode: true, minutes: true, writtenBy: true }, orderBy: { day: 'asc' } },
      checkIns: {
        select: { side: true, key: true, contact: true, going: true, enough: true, words: true, answeredAt: true },
        orderBy: { answeredAt: 'asc' },
      },
      assessments: { select: closingColumns },
      tasks: {
        where: { raisedBy: { not: null } },
        select: { raisedBy: true, kind: true, words: true, openedAt: true },
        orderBy: { openedAt: 'asc' },
      },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const formOf = await formsOf(rows.flatMap(({ mentor, mentee }) => [mentor.formVersion, mentee.formVersion]));
  return rows.map(({ mentor, mentee, goals, meetings, checkIns, tasks, assessments, ...row }) => {
    const mine = mentor.personId === personId ? 'mentor' : 'mentee';
    const [me, partner] = mine === 'mentor' ? [mentor, mentee] : [mentee, mentor];
    return {
      ...row,
      role: mine,
      partner: shownName(partner),
      goals: goals.map(({ dueOn, steps, ...goal }) => ({
        ...goal,
        dueOn: dayIn(dueOn),
        steps: stepsSchema.parse(steps),
      })),
      contacts: meetings.map(({ day, writtenBy, ...met }) => ({ ...met, day: dayIn(day), byMe: writtenBy === mine })),
      answers: checkIns.filter((one) => one.side === mine).map(answerOf),
      /** What they said at the end, a draft too. */
      closing: assessments.filter((one) => one.side === mine).map(closingOf),
      endRatings: ratingsSchema.parse(me.closingRatings?.ratings ?? {}),
      /** The names of the areas that their own form asked about. */
      areas: areasOf(formOf.get(me.formVersion) ?? []),
      asked: tasks
        .filter(({ raisedBy }) => raisedBy === mine)
        .map(({ kind, words, openedAt }) => ({ kind, words, openedAt })),
    };
  });
}
export type CopiedPair = Awaited<ReturnType<typeof listOwnPairs>>[number];
