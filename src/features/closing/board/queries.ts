import { cycleDates } from '@/db/columns';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { answeredOf, ASSESSED, closingWindow } from '@/domain/closing';
import { ROLES } from '@/domain/mentoring';

/** Nobody who is closed to this user, nor whoever is paired with them. */
export const openPairs = (cycleId: string, { closed }: Pick<UserActor, 'closed'>) => {
  const open = { personId: { notIn: [...closed] } };
  return { cycleId, plan: { state: 'approved' }, state: { in: [...ASSESSED] }, mentor: open, mentee: open };
};

const side = {
  select: {
    id: true,
    personId: true,
    email: true,
    name: true,
    reference: true,
    state: true,
    person: { select: { nudgeOptOut: { select: { at: true } } } },
  },
} as const;

/** Application → when it was last written to about the closing questions. */
async function lastAsked(personIds: readonly string[]): Promise<Map<string, Date>> {
  const mails = await db.outboxMessage.findMany({
    where: { kind: 'closing', personId: { in: [...personIds] } },
    select: { key: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  });
  return new Map(mails.map(({ key, createdAt }) => [key.split(':')[1] ?? '', createdAt]));
}

/** Who is asked for closing answers and where they stand: a row for each of the two of every pair that is open to the viewer. */
export async function listBoard(cycleId: string, viewer: UserActor) {
  const rows = await db.match.findMany({
    where: openPairs(cycleId, viewer),
    select: {
      id: true,
      reference: true,
      state: true,
      mentor: side,
      mentee: side,
      assessments: { select: { side: true, sentAt: true } },
    },
    orderBy: [{ reference: 'asc' }, { id: 'asc' }],
  });
  const people = rows.flatMap(({ mentor, mentee }) => [mentor.personId, mentee.personId]);
  const asked = await lastAsked(people.flatMap((id) => id ?? []));
  return rows.flatMap(({ id: matchId, reference, state, assessments, ...two }) =>
    ROLES.flatMap((role) => {
      const { id, email, name, reference: own, state: stands, person } = two[role];
      if (email === '' || stands === 'withdrawn') return [];
      const saved = assessments.find((one) => one.side === role) ?? null;
      return [
        {
          matchId,
          pair: reference ?? 'Pair',
          role,
          applicationId: id,
          name: name || (own ?? ''),
          early: state === 'ended_early',
          answered: answeredOf(saved),
          wanted: !person?.nudgeOptOut,
          askedAt: asked.get(id) ?? null,
        },
      ];
    }),
  );
}
export type BoardRow = Awaited<ReturnType<typeof listBoard>>[number];

/** When the questions are open, and the day as staff set it. */
export async function getOpening(cycleId: string) {
  const cycle = await db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { ...cycleDates, assessmentOpensAt: true },
  });
  return { ...closingWindow(cycle), set: cycle.assessmentOpensAt };
}
export type Opening = Awaited<ReturnType<typeof getOpening>>;
