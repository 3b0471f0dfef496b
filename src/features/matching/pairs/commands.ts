import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { RULE_KEYS, ruleLabel, type RuleKey } from '@/domain/matching/rules';
import { authorize, may } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { loadMatching, type MatchingInputs } from '../inputs/queries';
import { scoreInputs } from '../scored/queries';
import { DEFAULT_OPTIONS } from '../inputs/schema';
import type { PairInput, SwapInput, VetoInput } from './schema';

/**
 * The two of a pair, both accepted, neither of them the actor.
 *
 * @throws {Refusal} `actor.forbidden` for the actor's own application too: it looks like one that is not there
 */
export function openPair(
  { people, cycle }: MatchingInputs,
  actor: UserActor,
  { menteeId, mentorId }: PairInput,
  now: Date,
) {
  authorize(actor, 'matching.change', { programId: cycle.programId }, now);
  const [mentee, mentor] = [people.get(menteeId), people.get(mentorId)];
  if (mentee?.role !== 'mentee' || mentor?.role !== 'mentor') throw new Refusal('actor.forbidden');
  if ([mentee.personId, mentor.personId].some((personId) => isClosedTo(actor, personId)))
    throw new Refusal('actor.forbidden');
  return { mentee, mentor };
}

/** @throws {Refusal} `matching.excluded` with the rules in words; only staff read a participant's veto as what it is */
export function refuseExcluded(rules: readonly RuleKey[], actor: UserActor, programId: string, now: Date): void {
  if (rules.length === 0) return;
  const reader = may(actor, 'participant_veto.read', { programId }, now) ? 'staff' : 'others';
  throw new Refusal('matching.excluded', `${[...new Set(rules.map((rule) => ruleLabel(rule, reader)))].join('. ')}.`);
}

/** The rules against a pair, apart from the minimum score: a lock is a decision that this pair is good enough. */
function rulesAgainstLock(inputs: MatchingInputs, { menteeId, mentorId }: PairInput): RuleKey[] {
  const { scored } = scoreInputs(inputs, { weights: inputs.cycle.weights, options: DEFAULT_OPTIONS });
  const row = inputs.mentees.findIndex(({ applicationId }) => applicationId === menteeId);
  const column = inputs.mentors.findIndex(({ applicationId }) => applicationId === mentorId);
  const found = scored.excluded.get(row * inputs.mentors.length + column) ?? [];
  return RULE_KEYS.filter((rule) => rule !== 'minimum-score' && found.includes(rule));
}

type NewRule = PairInput & { kind: 'lock' | 'veto'; reason: string };

async function putRule(tx: Tx, actor: UserActor, { cycleId, menteeId, mentorId, kind, reason }: NewRule, now: Date) {
  const { organizationId } = await tx.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { organizationId: true },
  });
  const pair = { mentorApplicationId: mentorId, menteeApplicationId: menteeId };
  const says = { kind, reason, createdById: actor.userId, createdAt: now };
  const { id } = await tx.pairRule.upsert({
    where: { mentorApplicationId_menteeApplicationId_source: { ...pair, source: 'committee' } },
    create: { id: newId(now), organizationId, cycleId, ...pair, source: 'committee', ...says },
    update: says,
    select: { id: true },
  });
  const action = kind === 'lock' ? 'pair.locked' : 'pair.vetoed';
  await recordEvent(tx, {
    actor,
    organizationId,
    cycleId,
    subjectType: 'pair_rule',
    subjectId: id,
    action,
    reason,
    detail: { menteeId, mentorId },
    at: now,
  });
}

/** These matches must be: all of them, or none is locked. */
export async function lockPairs(actor: UserActor, { cycleId, pairs }: SwapInput, now: Date): Promise<void> {
  const inputs = await loadMatching(cycleId);
  for (const pair of pairs) {
    openPair(inputs, actor, { cycleId, ...pair }, now);
    refuseExcluded(rulesAgainstLock(inputs, { cycleId, ...pair }), actor, inputs.cycle.programId, now);
  }
  await db.$transaction(async (tx) => {
    for (const pair of pairs) await putRule(tx, actor, { cycleId, ...pair, kind: 'lock', reason: '' }, now);
  });
}

/** This match must be. */
export const lockPair = (actor: UserActor, { cycleId, ...pair }: PairInput, now: Date): Promise<void> =>
  lockPairs(actor, { cycleId, pairs: [pair] }, now);

/** This match must not be. A lock on the pair gives way. */
export async function vetoPair(actor: UserActor, input: VetoInput, now: Date): Promise<void> {
  openPair(await loadMatching(input.cycleId), actor, input, now);
  await db.$transaction((tx) => putRule(tx, actor, { ...input, kind: 'veto' }, now));
}

/** Takes back a lock or a veto of the committee; one of a participant is not theirs to take. */
export async function removeRule(actor: UserActor, { ruleId }: { ruleId: string }, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const rule = await tx.pairRule.findUnique({
      where: { id: ruleId },
      select: {
        organizationId: true,
        cycleId: true,
        kind: true,
        source: true,
        reason: true,
        cycle: { select: { programId: true } },
        mentor: { select: { id: true, personId: true } },
        mentee: { select: { id: true, personId: true } },
      },
    });
    if (!rule || rule.source !== 'committee') throw new Refusal('actor.forbidden');
    authorize(actor, 'matching.change', { programId: rule.cycle.programId }, now);
    const { mentor, mentee, organizationId, cycleId } = rule;
    if ([mentor.personId, mentee.personId].some((personId) => isClosedTo(actor, personId)))
      throw new Refusal('actor.forbidden');
    await tx.pairRule.deleteMany({ where: { id: ruleId } });
    const action = rule.kind === 'lock' ? 'pair.unlocked' : 'pair.veto_removed';
    const detail = { menteeId: mentee.id, mentorId: mentor.id };
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'pair_rule',
      subjectId: ruleId,
      action,
      reason: rule.reason,
      detail,
      at: now,
    });
  });
}
