import { cycleDates } from '@/db/columns';
import { db, type Prisma } from '@/db/client';
import { closingWindow } from '@/domain/closing';
import { areasOf } from '@/domain/forms/frameworks';
import { shownName } from '@/features/applications/schema';
import { getForm } from '@/features/forms/queries';
import { isCode, isId } from '@/lib/id';
import { findMailed } from '@/features/pairs/links/queries';
import { assertOffered } from '@/lib/language';
import { signedColumns } from '@/mail/compose';
import { assessedState, assessmentSchema, ratingsSchema } from '../schema';

const side = {
  select: {
    id: true,
    personId: true,
    name: true,
    email: true,
    state: true,
    answers: true,
    formVersion: true,
    closingRatings: { select: { ratings: true } },
  },
} as const;

const columns = {
  id: true,
  organizationId: true,
  cycleId: true,
  reference: true,
  state: true,
  mentor: side,
  mentee: side,
  goals: { select: { id: true, words: true }, orderBy: { position: 'asc' } },
  assessments: {
    select: {
      side: true,
      goals: true,
      recommend: true,
      again: true,
      helped: true,
      better: true,
      quote: true,
      quoteAs: true,
      quoteWithdrawnAt: true,
      sentAt: true,
      version: true,
    },
  },
  plan: {
    select: {
      cycle: {
        select: {
          code: true,
          name: true,
          timeZone: true,
          ...cycleDates,
          assessmentOpensAt: true,
          program: { select: { slug: true, languages: true, ...signedColumns } },
        },
      },
    },
  },
} satisfies Prisma.MatchSelect;

/** A pair as one of its two sees it at the end; null for a pair of others, for one that never lived, and for who has left. */
export async function findClosing(personId: string, name: string) {
  const named = isId(name) ? { id: name } : isCode(name) ? { reference: name.toUpperCase() } : null;
  if (!named) return null;
  const row = await db.match.findFirst({
    where: { ...named, OR: [{ mentor: { personId } }, { mentee: { personId } }] },
    select: columns,
  });
  const state = assessedState.safeParse(row?.state);
  if (!row || !state.success) return null;
  const { cycle } = row.plan;
  const mine = row.mentor.personId === personId ? ('mentor' as const) : ('mentee' as const);
  const [me, partner] = mine === 'mentor' ? [row.mentor, row.mentee] : [row.mentee, row.mentor];
  if (me.state === 'withdrawn') return null;
  assertOffered(cycle.program.languages);
  const saved = row.assessments.find((one) => one.side === mine) ?? null;
  return {
    id: row.id,
    organizationId: row.organizationId,
    cycleId: row.cycleId,
    name: row.reference?.toLowerCase() ?? row.id,
    cycle,
    state: state.data,
    side: mine,
    personId,
    applicationId: me.id,
    /** '' when they were forgotten. */
    partner: shownName(partner),
    goals: row.goals,
    areas: areasOf([await getForm(me.formVersion)]),
    ratings: ratingsSchema.parse(me.closingRatings?.ratings ?? {}),
    saved: saved && { ...saved, ...assessmentSchema.parse(saved) },
    window: closingWindow(cycle),
    /** Who ended early is asked little. */
    short: state.data === 'ended_early' || partner.email === '',
  };
}
export type Closing = NonNullable<Awaited<ReturnType<typeof findClosing>>>;

/** The pair behind the link of a mail that asks for the answers; null when the link has ended. Looking spends nothing. */
export async function findClosingByLink(token: string, now: Date): Promise<Closing | null> {
  const mailed = await findMailed(token, 'pair_nudge', now);
  return mailed && findClosing(mailed.personId, mailed.subjectId);
}
