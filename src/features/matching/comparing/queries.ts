import { comparePlans } from '@/domain/matching/compare';
import type { Viewer } from '../inputs/queries';
import { findPlan, type OpenedPlan } from '../plans/queries';

const pairsOf = ({ matches }: OpenedPlan, closed: ReadonlySet<string>) =>
  matches
    .filter(({ menteeApplicationId }) => !closed.has(menteeApplicationId))
    .map((match) => ({ mentee: match.menteeApplicationId, mentor: match.mentorApplicationId, fit: match.fit }));

const headOf = ({ number, state, verified, handMade }: OpenedPlan) => ({ number, state, verified, handMade });

/** Two plans side by side. A mentee who is closed to the viewer in either is in neither. */
export async function findComparison(cycleId: string, numbers: readonly [number, number], viewer: Viewer) {
  const [before, after] = await Promise.all(numbers.map((number) => findPlan(cycleId, number, viewer)));
  if (!before || !after) return null;
  const closed = new Set([...before.closed, ...after.closed]);
  const { changes, ...figures } = comparePlans(pairsOf(before, closed), pairsOf(after, closed));
  const people = new Map(
    [...before.matches, ...after.matches].flatMap(({ mentor, mentee }) => [
      [mentor.id, mentor] as const,
      [mentee.id, mentee] as const,
    ]),
  );
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? ''));
  return {
    plans: [headOf(before), headOf(after)] as const,
    figures,
    changed: changes
      .filter(({ kind }) => kind !== 'same')
      .map((change) => ({
        ...change,
        id: change.mentee,
        name: nameOf(change.mentee) ?? '',
        reference: people.get(change.mentee)?.reference ?? '',
        from: nameOf(change.from),
        to: nameOf(change.to),
      }))
      .sort((a, b) => a.reference.localeCompare(b.reference)),
    same: changes.filter(({ kind }) => kind === 'same').length,
  };
}
export type PlansCompared = NonNullable<Awaited<ReturnType<typeof findComparison>>>;
