import { cycleDates } from '@/db/columns';
import { db, type Tx } from '@/db/client';
import { answeredOf, ASSESSED } from '@/domain/closing';
import { shownName } from '@/features/applications/schema';
import { signedColumns } from '@/mail/compose';

const cycleColumns = {
  id: true,
  organizationId: true,
  programId: true,
  name: true,
  timeZone: true,
  ...cycleDates,
  assessmentOpensAt: true,
  program: { select: signedColumns },
} as const;

/** Cycles whose year has begun and whose assessment is not over. */
export const listClosingCycles = (now: Date) =>
  db.cycle.findMany({ where: { startsAt: { lte: now }, archivesAt: { gt: now } }, select: cycleColumns });

export const getClosingCycle = (tx: Tx, cycleId: string) =>
  tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: cycleColumns });
export type ClosingCycle = Awaited<ReturnType<typeof getClosingCycle>>;

const side = {
  select: {
    id: true,
    email: true,
    name: true,
    personId: true,
    language: true,
    state: true,
    answers: true,
    person: { select: { nudgeOptOut: { select: { at: true } } } },
  },
} as const;

/** Somebody who is asked, with those of their pairs that they have not answered for. */
export type Asked = {
  applicationId: string;
  organizationId: string;
  email: string;
  name: string;
  personId: string | null;
  language: string;
  wanted: boolean;
  pairs: { matchId: string; partner: string; early: boolean; people: (string | null)[] }[];
};

/** Who of a cycle has not answered yet, person by person. */
export async function listAsked(cycleId: string, tx: Tx = db): Promise<Asked[]> {
  const rows = await tx.match.findMany({
    where: { cycleId, plan: { state: 'approved' }, state: { in: [...ASSESSED] } },
    select: {
      id: true,
      organizationId: true,
      state: true,
      mentor: side,
      mentee: side,
      assessments: { select: { side: true, sentAt: true } },
    },
    orderBy: { id: 'asc' },
  });
  const asked = new Map<string, Asked>();
  for (const { id: matchId, organizationId, state, assessments, ...two } of rows)
    for (const one of ['mentor', 'mentee'] as const) {
      const [me, partner] = [two[one], two[one === 'mentor' ? 'mentee' : 'mentor']];
      const answered = answeredOf(assessments.find((row) => row.side === one) ?? null) === 'answered';
      if (answered || me.email === '' || me.state === 'withdrawn') continue;
      const { id: applicationId, email, name, personId, language } = me;
      const known = asked.get(applicationId) ?? {
        applicationId,
        organizationId,
        email,
        name,
        personId,
        language,
        wanted: !me.person?.nudgeOptOut,
        pairs: [],
      };
      const early = state === 'ended_early' || partner.email === '';
      known.pairs.push({ matchId, partner: shownName(partner), early, people: [me.personId, partner.personId] });
      asked.set(applicationId, known);
    }
  return [...asked.values()];
}
