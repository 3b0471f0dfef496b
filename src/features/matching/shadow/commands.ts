import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { planFaults } from '@/domain/matching/plan-check';
import type { Pair } from '@/domain/matching/problem';
import { readPairs } from '@/domain/matching/reports/read-pairs';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { loadMatching, type MatchingInputs } from '../inputs/queries';
import { scoreInputs } from '../scored/queries';
import { DEFAULT_OPTIONS } from '../inputs/schema';
import { findRepair } from '../inquiries/queries';
import { explainedPair } from '../plans/commands';
import { createPlan } from '../working/commands';
import { pairLines, type PairingInput } from './schema';

const MOST_TOLD = 5;

/** Everybody who can be named in a pairing; the actor's own application is as if it were not there. */
async function listNamed(inputs: MatchingInputs, actor: UserActor) {
  const ids = [...inputs.people.values()]
    .filter(({ personId }) => !actor.closed.includes(personId))
    .map(({ id }) => id);
  const rows = await db.application.findMany({
    where: { id: { in: ids } },
    select: { id: true, role: true, reference: true, email: true, name: true, places: true },
  });
  const people = rows.map(({ reference, ...row }) => ({ ...row, reference: reference ?? '' }));
  const of = (role: string) => people.filter((person) => person.role === role);
  return { mentees: of('mentee'), mentors: of('mentor') };
}

/** @throws {Refusal} `matching.pairing_unread` with what to put right, line by line */
async function readPairing(inputs: MatchingInputs, actor: UserActor, text: string) {
  const lines = pairLines(text);
  if (typeof lines === 'string') throw new Refusal('matching.pairing_unread', lines);
  const { pairs, refused } = readPairs(lines, await listNamed(inputs, actor), 'plan');
  const [first] = refused;
  if (first) {
    const told = refused.slice(0, MOST_TOLD).map(({ line, reason }) => `Line ${line}: ${reason}`);
    const more = refused.length - told.length;
    throw new Refusal('matching.pairing_unread', [...told, ...(more > 0 ? [`And ${more} more.`] : [])].join(' '));
  }
  if (pairs.length === 0) throw new Refusal('matching.pairing_unread', 'There is no pair in it.');
  return pairs;
}

/**
 * Takes the committee's own pairing as a plan, so that it can be laid beside the proposed one. Rules do not refuse a pair
 * here; a plan that breaks one cannot be approved.
 *
 * @returns the plan's number
 * @throws {Refusal} `matching.pairing_unread` when a line cannot be read; then nothing is saved
 */
export async function enterPairing(actor: UserActor, { cycleId, text }: PairingInput, now: Date): Promise<number> {
  const inputs = await loadMatching(cycleId);
  authorize(actor, 'matching.change', { programId: inputs.cycle.programId }, now);
  const pairs = await readPairing(inputs, actor, text);
  return savePairs(actor, inputs, { pairs, action: 'plan.entered' }, now);
}

type NewPairs = { pairs: readonly Pair[]; action: 'plan.entered' | 'plan.repaired' };

/** Pairs that people or a repair chose, as a plan of its own: made without confidential wishes, never proven best. */
async function savePairs(actor: UserActor, inputs: MatchingInputs, { pairs, action }: NewPairs, now: Date) {
  const { id: cycleId, organizationId, weights } = inputs.cycle;
  const { scored, problem, inputsHash } = scoreInputs(inputs, { weights, options: DEFAULT_OPTIONS });
  const matches = pairs.map(([menteeId, mentorId]) => ({
    menteeId,
    mentorId,
    ...explainedPair({ scored, inputs }, [menteeId, mentorId]),
  }));
  const plan = {
    organizationId,
    cycleId,
    weights,
    inputsHash,
    totalFit: matches.reduce((sum, { fit }) => sum + fit, 0),
    matches,
    verified: planFaults(problem, pairs).length === 0,
    handMade: true,
    createdById: actor.userId,
  };
  const { number } = await db.$transaction((tx) => createPlan(tx, { actor, action }, plan, now));
  return number;
}

/**
 * Takes the repair that the matcher found as a plan; the plan it repairs stays as it is.
 *
 * @returns the plan's number
 */
export async function keepRepair(actor: UserActor, { inquiryId }: { inquiryId: string }, now: Date): Promise<number> {
  const found = await findRepair(inquiryId);
  if (!found) throw new Refusal('actor.forbidden');
  const inputs = await loadMatching(found.cycleId);
  authorize(actor, 'matching.change', { programId: inputs.cycle.programId }, now);
  const gone = found.pairs.some((pair) => pair.some((id) => !inputs.people.has(id)));
  if (gone) throw new Refusal('matching.stale');
  return savePairs(actor, inputs, { pairs: found.pairs, action: 'plan.repaired' }, now);
}
