import { z } from 'zod';
import { cycleDates } from '@/db/columns';
import { db, type Prisma } from '@/db/client';
import { listOf, textOf } from '@/domain/answers';
import { answeredOf, closingWindow } from '@/domain/closing';
import { areasOf } from '@/domain/forms/frameworks';
import { displayName, sharedContact } from '@/domain/letters/release-plan';
import { FREQUENCIES, areasToGrow, pairPhase, PROGRESS, SUGGESTED_FREQUENCY, type PairPhase } from '@/domain/pair';
import { answersSchema } from '@/features/applications/schema';
import { getForm } from '@/features/forms/queries';
import { assertOffered } from '@/lib/language';
import { isCode, isId } from '@/lib/id';
import { signedColumns } from '@/mail/compose';
import { matchState } from '../schema';
import { stepsSchema } from '../goals/schema';

const side = {
  select: {
    id: true,
    personId: true,
    name: true,
    email: true,
    role: true,
    state: true,
    answers: true,
    formVersion: true,
    language: true,
  },
} as const;

const pairColumns = {
  id: true,
  organizationId: true,
  cycleId: true,
  reference: true,
  state: true,
  version: true,
  mentorApplicationId: true,
  menteeApplicationId: true,
  mentorAnswer: true,
  menteeAnswer: true,
  answerBy: true,
  startedAt: true,
  endedAt: true,
  createdAt: true,
  mentor: side,
  mentee: side,
  contactStoppedAt: true,
  liaison: { select: { name: true } },
  checkIns: { select: { side: true, key: true, contact: true, going: true, enough: true, words: true } },
  assessments: { select: { side: true, sentAt: true } },
  agreement: { select: { frequency: true, modes: true, savedBy: true, savedAt: true, version: true } },
  goals: {
    select: {
      id: true,
      position: true,
      words: true,
      steps: true,
      dueOn: true,
      progress: true,
      savedBy: true,
      savedAt: true,
      version: true,
    },
    orderBy: { position: 'asc' },
  },
  meetings: {
    select: { id: true, day: true, mode: true, minutes: true, writtenBy: true },
    orderBy: [{ day: 'desc' }, { id: 'desc' }],
  },
  plan: {
    select: {
      cycle: {
        select: {
          code: true,
          version: true,
          name: true,
          timeZone: true,
          ...cycleDates,
          assessmentOpensAt: true,
          releasedAt: true,
          program: { select: { id: true, slug: true, ...signedColumns, languages: true } },
        },
      },
    },
  },
} satisfies Prisma.MatchSelect;

type Answering = { name: string; email: string; answers: unknown };

/** What one partner may know of the other: exactly what the letter of the match may say. */
function shared({ name, email, answers }: Answering) {
  const given = answersSchema.parse(answers);
  return {
    name: displayName({ name, answers: given }),
    pronouns: textOf(given, 'pronouns'),
    contact: sharedContact({ answers: given, email }),
    mayKnow: textOf(given, 'match_may_know'),
  };
}
export type Shared = ReturnType<typeof shared>;

const OTHER = { mentor: 'mentee', mentee: 'mentor' } as const;
const goalSchema = z.object({ progress: z.enum(PROGRESS), steps: stepsSchema });

/** Ways of being in contact that both named. */
function commonModes(mentor: unknown, mentee: unknown): string[] {
  const theirs = listOf(answersSchema.parse(mentee), 'modes');
  return listOf(answersSchema.parse(mentor), 'modes').filter((mode) => theirs.includes(mode));
}

type Standing = { email: string; state: string };

/**
 * Somebody who was forgotten or has left is out of the pair. Until the other hears of it in a letter, the pair is only on hold
 * for them; so it is for both while contact is stopped.
 */
function phaseFor(
  phase: PairPhase,
  { me, partner, stopped }: { me: Standing; partner: Standing; stopped: boolean },
): PairPhase {
  if (partner.email === '' || me.state === 'withdrawn') return 'over';
  return (partner.state === 'withdrawn' || stopped) && phase !== 'completed' && phase !== 'over' ? 'paused' : phase;
}

/** A pair named by its reference or id, if `personId` is one of its two and both have been told; else null. */
export async function findPair(personId: string, name: string) {
  const named = isId(name) ? { id: name } : isCode(name) ? { reference: name.toUpperCase() } : null;
  if (!named) return null;
  const row = await db.match.findFirst({
    where: { ...named, OR: [{ mentor: { personId } }, { mentee: { personId } }] },
    select: pairColumns,
  });
  const state = matchState.safeParse(row?.state);
  const phase = state.success ? pairPhase(state.data) : null;
  if (!row || !state.success || phase === null) return null;
  const { cycle } = row.plan;
  assertOffered(cycle.program.languages);
  const mine = row.mentor.personId === personId ? ('mentor' as const) : ('mentee' as const);
  const [me, partner] = [row[mine], row[OTHER[mine]]];
  const { agreement } = row;
  const standing = phaseFor(phase, { me, partner, stopped: row.contactStoppedAt !== null });
  return {
    ...row,
    cycle,
    state: state.data,
    phase: standing,
    mine: { id: me.id, personId: me.personId },
    answer: mine === 'mentor' ? row.mentorAnswer : row.menteeAnswer,
    otherAnswer: mine === 'mentor' ? row.menteeAnswer : row.mentorAnswer,
    side: mine,
    partnerSide: OTHER[mine],
    personId,
    partner: shared(partner),
    /** Nobody is to be written to while a pair rests, whatever the cause: so none of the causes shows. */
    detailsShown: standing !== 'paused' && partner.state !== 'withdrawn' && row.contactStoppedAt === null,
    /** One's own answers alone: the other's are for the liaison and staff. */
    checkIns: row.checkIns.filter((one) => one.side === mine),
    closing: {
      ...closingWindow(cycle),
      answered: answeredOf(row.assessments.find((one) => one.side === mine) ?? null),
    },
    /** When the two were told of each other; nobody met before. */
    told: cycle.releasedAt !== null && cycle.releasedAt > row.createdAt ? cycle.releasedAt : row.createdAt,
    agreement: agreement && { ...agreement, frequency: z.enum(FREQUENCIES).parse(agreement.frequency) },
    suggested: { frequency: SUGGESTED_FREQUENCY, modes: commonModes(row.mentor.answers, row.mentee.answers) },
    goals: row.goals.map((goal) => ({ ...goal, ...goalSchema.parse(goal) })),
    minutes: row.meetings.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}
export type Pair = NonNullable<Awaited<ReturnType<typeof findPair>>>;
export type PairGoal = Pair['goals'][number];

/** Names of the areas in which the mentor can help, for goals to begin from. */
export async function listAreas({ mentor, mentee }: Pair) {
  const forms = await Promise.all([mentee, mentor].map(({ formVersion }) => getForm(formVersion)));
  return areasToGrow(answersSchema.parse(mentor.answers), answersSchema.parse(mentee.answers), areasOf(forms));
}
