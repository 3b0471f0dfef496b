import { z } from 'zod';
import { db } from '@/db/client';
import { FACTORS } from '@/domain/matching/factors';
import type { Viewer } from '../inputs/queries';
import { findPlan, type OpenedPlan } from '../plans/queries';

export const MOST_PLANS = 4;

const reasonsSchema = z.array(z.object({ factor: z.string(), points: z.number() }));

/** Points per factor over the matches of a plan, by match id. */
async function pointsOf(planIds: readonly string[]) {
  const rows = await db.match.findMany({
    where: { planId: { in: [...planIds] } },
    select: { id: true, reasons: true },
  });
  return new Map(rows.map(({ id, reasons }) => [id, reasonsSchema.parse(reasons)]));
}
type Points = Awaited<ReturnType<typeof pointsOf>>;

type Match = OpenedPlan['matches'][number];

function headOf(
  { number, state, verified, handMade, createdAt }: OpenedPlan,
  matches: readonly Match[],
  points: Points,
) {
  const sumOf = (key: string) =>
    matches.reduce((sum, { id }) => sum + (points.get(id)?.find(({ factor }) => factor === key)?.points ?? 0), 0);
  return {
    number,
    state,
    verified,
    handMade,
    createdAt,
    matched: matches.length,
    totalFit: matches.reduce((sum, { fit }) => sum + fit, 0),
    minimumFit: matches.reduce<number | null>((least, { fit }) => Math.min(least ?? fit, fit), null),
    factors: FACTORS.map(({ key, label }) => ({ key, label, points: sumOf(key) })),
  };
}

/** Each mentee with their mentor in every plan, in the order of the plans; null where unmatched. */
function partnersOf(plans: readonly (readonly Match[])[]) {
  const mentees = new Map(plans.flat().map(({ mentee }) => [mentee.id, mentee]));
  const matchOf = plans.map((matches) => new Map(matches.map((match) => [match.menteeApplicationId, match])));
  return [...mentees.values()]
    .map(({ id, name, reference }) => ({
      id,
      name,
      reference: reference ?? '',
      partners: matchOf.map((matches) => {
        const match = matches.get(id);
        return match ? { id: match.mentorApplicationId, name: match.mentor.name, fit: match.fit } : null;
      }),
    }))
    .sort((a, b) => a.reference.localeCompare(b.reference));
}
type Row = ReturnType<typeof partnersOf>[number];

const differs = ({ partners: [first, ...others] }: Row): boolean => others.some((other) => other?.id !== first?.id);

/** Two to four plans side by side. A mentee who is closed to the viewer in one of them is in none. */
export async function findComparison(cycleId: string, numbers: readonly number[], viewer: Viewer) {
  const found = await Promise.all(numbers.map((number) => findPlan(cycleId, number, viewer)));
  const plans = found.filter((plan) => plan !== null);
  if (plans.length < numbers.length) return null;
  const closed = new Set(plans.flatMap((plan) => plan.closed));
  const open = plans.map(({ matches }) =>
    matches.filter(({ menteeApplicationId }) => !closed.has(menteeApplicationId)),
  );
  const points = await pointsOf(plans.map(({ id }) => id));
  const rows = partnersOf(open);
  const changed = rows.filter(differs);
  return {
    plans: plans.map((plan, index) => headOf(plan, open[index] ?? [], points)),
    changed,
    same: rows.length - changed.length,
  };
}
export type PlansCompared = NonNullable<Awaited<ReturnType<typeof findComparison>>>;
