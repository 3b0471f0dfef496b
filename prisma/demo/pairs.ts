import { newId } from '../../src/lib/id';
import type { Applied, DemoCycle, Ground } from './cycles';
import type { DemoUser } from './committee';

type PairedCycle = {
  cycle: DemoCycle;
  mentors: readonly Applied[];
  mentees: readonly Applied[];
  chair: DemoUser;
  at: Date;
  stateOf: (index: number) => string;
};

/** A pair of the demonstration, by its place in the cycle. */
export type PairedRow = { id: string; state: string };

/** An earlier cycle's approved plan: pairs as they stand in the year, as plain rows. */
export async function createPairs(
  { tx, organizationId }: Ground,
  { cycle, mentors, mentees, chair, at, stateOf }: PairedCycle,
): Promise<PairedRow[]> {
  const planId = newId(at);
  await tx.plan.create({
    data: {
      id: planId,
      organizationId,
      cycleId: cycle.id,
      number: 1,
      state: 'approved',
      inputsHash: 'from an earlier program',
      weights: {},
      totalFit: mentees.length * 62_000,
      matchedCount: mentees.length,
      verified: true,
      createdById: chair.id,
      createdAt: at,
      approvedById: chair.id,
      approvedAt: at,
    },
  });
  const rows = mentees.map((mentee, index) => {
    const mentor = mentors[index];
    if (!mentor) throw new Error('Every pair of the demonstration needs a mentor.');
    return {
      id: newId(at),
      organizationId,
      cycleId: cycle.id,
      planId,
      mentorApplicationId: mentor.applicationId,
      menteeApplicationId: mentee.applicationId,
      reference: `${cycle.code}-P-${String(index + 1).padStart(4, '0')}`,
      state: stateOf(index),
      fit: 50_000 + ((index * 997) % 35_000),
      reasons: [],
      safeReasons: [],
      mentorAnswer: 'yes',
      menteeAnswer: 'yes',
      endedReason: stateOf(index) === 'ended_early' ? 'New job in another field' : '',
      createdAt: at,
    };
  });
  await tx.match.createMany({ data: rows });
  return rows.map(({ id, state }) => ({ id, state }));
}
