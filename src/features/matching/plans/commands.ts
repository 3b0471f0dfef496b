import { db, type Tx } from '@/db/client';
import { breaks } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { explainPair, safeReasons } from '@/domain/matching/explain';
import { FACTORS } from '@/domain/matching/factors';
import { planFaults } from '@/domain/matching/plan-check';
import type { Pair } from '@/domain/matching/problem';
import { authorize } from '@/domain/permissions';
import { PLAN_STATES } from '@/domain/plan';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { loadMatching, nameIn } from '../inputs/queries';
import { scoreInputs } from '../scored/queries';
import { DEFAULT_OPTIONS, optionsSchema, weightsSchema } from '../inputs/schema';
import { openPair, refuseExcluded } from '../pairs/commands';
import type { PlanInput, ProposeInput, UnpairInput } from './schema';

const stateOf = (state: string) => PLAN_STATES.find((known) => known === state) ?? 'superseded';

/** The plan as the page showed it, with everything it is measured by. */
export async function getPlan({ planId, version }: PlanInput) {
  const plan = await db.plan.findUnique({
    where: { id: planId },
    select: {
      id: true,
      organizationId: true,
      cycleId: true,
      number: true,
      state: true,
      version: true,
      inputsHash: true,
      weights: true,
      verified: true,
      handMade: true,
      run: { select: { options: true } },
      matches: { select: { id: true, menteeApplicationId: true, mentorApplicationId: true, fit: true } },
    },
  });
  if (!plan) throw new Refusal('actor.forbidden');
  if (plan.version !== version) throw new Refusal('plan.wrong_status');
  const inputs = await loadMatching(plan.cycleId);
  const options = plan.run ? optionsSchema.parse(plan.run.options) : DEFAULT_OPTIONS;
  const pairs = plan.matches.map((match): Pair => [match.menteeApplicationId, match.mentorApplicationId]);
  const weights = weightsSchema.parse(plan.weights);
  const { scored, problem, inputsHash: currentHash } = scoreInputs(inputs, { weights, options });
  return { ...plan, state: stateOf(plan.state), pairs, inputs, scored, problem, currentHash };
}
export type OpenPlan = Awaited<ReturnType<typeof getPlan>>;

/** Writes the plan's figures after a change by hand; it is no longer proven best, but its places, rules and locks are checked. */
async function noteHandMade(tx: Tx, plan: OpenPlan, matches: readonly { pair: Pair; fit: number }[]): Promise<void> {
  const verified =
    planFaults(
      plan.problem,
      matches.map(({ pair }) => pair),
    ).length === 0;
  const totalFit = matches.reduce((sum, { fit }) => sum + fit, 0);
  const { count } = await tx.plan.updateMany({
    where: { id: plan.id, version: plan.version, state: 'proposed' },
    data: { handMade: true, verified, totalFit, matchedCount: matches.length, version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal('plan.wrong_status');
}

const pairsOf = ({ matches }: OpenPlan) =>
  matches.map(({ id, menteeApplicationId, mentorApplicationId, fit }) => {
    const pair: Pair = [menteeApplicationId, mentorApplicationId];
    return { id, pair, fit };
  });

/** A pair's fit and why, as it is stored. */
export function explainedPair({ scored, inputs }: Pick<OpenPlan, 'scored' | 'inputs'>, pair: Pair) {
  const { fit, reasons } = explainPair(scored, pair, nameIn(inputs));
  const labelOf = (factor: string) => FACTORS.find(({ key }) => key === factor)?.label ?? factor;
  return {
    fit,
    reasons: reasons.map(({ factor, points, text }) => ({ factor, label: labelOf(factor), points, reason: text })),
    safeReasons: safeReasons(scored, pair, nameIn(inputs)),
  };
}

/** Pairs two people by hand: rules are asked, wishes are not. Nobody is mailed. */
export const proposePair = (actor: UserActor, input: ProposeInput, now: Date): Promise<void> =>
  pairUp(actor, input, now, null);

/** The same; `undoes` names the change that this takes back. */
export async function pairUp(actor: UserActor, input: ProposeInput, now: Date, undoes: string | null): Promise<void> {
  const plan = await getPlan(input);
  const { inputs, organizationId, cycleId } = plan;
  const { menteeId, mentorId } = input;
  const { mentor } = openPair(inputs, actor, { cycleId, menteeId, mentorId }, now);
  if (plan.state !== 'proposed') throw new Refusal('plan.wrong_status');
  if (plan.pairs.some(([id]) => id === menteeId)) throw new Refusal('matching.pair_taken');
  if (plan.pairs.filter(([, id]) => id === mentorId).length >= mentor.places) throw new Refusal('matching.capacity');
  refuseExcluded(
    explainPair(plan.scored, [menteeId, mentorId], nameIn(inputs)).excludedBy,
    actor,
    inputs.cycle.programId,
    now,
  );
  const why = explainedPair(plan, [menteeId, mentorId]);
  const id = newId(now);
  await db
    .$transaction(async (tx) => {
      await noteHandMade(tx, plan, [...pairsOf(plan), { pair: [menteeId, mentorId], fit: why.fit }]);
      await tx.match.create({
        data: {
          id,
          organizationId,
          cycleId,
          planId: plan.id,
          mentorApplicationId: mentorId,
          menteeApplicationId: menteeId,
          ...why,
          handMade: true,
          createdAt: now,
        },
      });
      await recordEvent(tx, {
        actor,
        organizationId,
        cycleId,
        subjectType: 'match',
        subjectId: id,
        action: 'match.proposed',
        detail: { planId: plan.id, menteeId, mentorId, undoes },
        at: now,
      });
    })
    .catch((error: unknown) => {
      if (breaks(error, 'match_capacity') || breaks(error, 'the mentor has no free place'))
        throw new Refusal('matching.capacity');
      throw error;
    });
}

/** Takes a pair out of a plan. */
export const unpair = (actor: UserActor, input: UnpairInput, now: Date): Promise<void> =>
  takeApart(actor, input, now, null);

/** The same; `undoes` names the change that this takes back. */
export async function takeApart(actor: UserActor, input: UnpairInput, now: Date, undoes: string | null): Promise<void> {
  const plan = await getPlan(input);
  const { inputs, organizationId, cycleId } = plan;
  authorize(actor, 'matching.change', { programId: inputs.cycle.programId }, now);
  const match = pairsOf(plan).find(({ id }) => id === input.matchId);
  if (!match) throw new Refusal('plan.wrong_status');
  const own = await db.application.count({
    where: { id: { in: [...match.pair] }, personId: { in: [...actor.closed] } },
  });
  if (own > 0) throw new Refusal('actor.forbidden');
  await db.$transaction(async (tx) => {
    await noteHandMade(
      tx,
      plan,
      pairsOf(plan).filter(({ id }) => id !== match.id),
    );
    await tx.match.deleteMany({ where: { id: match.id } });
    const [menteeId, mentorId] = match.pair;
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'match',
      subjectId: match.id,
      action: 'match.unpaired',
      detail: { planId: plan.id, menteeId, mentorId, undoes },
      at: now,
    });
  });
}
