import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { ROLES } from '@/domain/mentoring';
import { openPairs } from '../board/queries';
import { findOwnGrowth } from '../growth/queries';
import { assessmentSchema } from '../schema';

const side = { select: { id: true, name: true, reference: true } } as const;

/** What the two of a pair sent at the end, for staff and chair; null for a pair that is not open to the viewer. */
export async function findClosingPair(cycleId: string, id: string, viewer: UserActor) {
  const row = await db.match.findFirst({
    where: { AND: [openPairs(cycleId, viewer), { id }] },
    select: {
      id: true,
      reference: true,
      mentor: side,
      mentee: side,
      goals: { select: { id: true } },
      meetings: { select: { minutes: true } },
      assessments: { where: { sentAt: { not: null } } },
    },
  });
  if (!row) return null;
  const told = async (role: (typeof ROLES)[number]) => {
    const { id: applicationId, name, reference } = row[role];
    const sent = row.assessments.find((one) => one.side === role);
    return {
      role,
      applicationId,
      name: name || (reference ?? ''),
      sent: sent ? { ...sent, ...assessmentSchema.parse(sent) } : null,
      growth: sent ? await findOwnGrowth(applicationId) : [],
    };
  };
  return {
    id: row.id,
    reference: row.reference ?? 'Pair',
    goals: row.goals.length,
    minutes: row.meetings.reduce((sum, { minutes }) => sum + minutes, 0),
    sides: await Promise.all(ROLES.map(told)),
  };
}
export type ClosingPair = NonNullable<Awaited<ReturnType<typeof findClosingPair>>>;
export type ClosingSide = ClosingPair['sides'][number];
