import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { toldDuration, type RunStage } from '@/domain/plan';
import { newId } from '@/lib/id';
import { queueInquiry } from '../inquiries/commands';

// What the job writes; the chair's commands are in `runs`.

/** Takes up a run, also one whose worker died; null when it is over. */
export async function startRun(runId: string, now: Date) {
  const { count } = await db.matchRun.updateMany({
    where: { id: runId, state: { in: ['queued', 'running'] } },
    data: {
      state: 'running',
      stage: 'reading',
      stepsDone: 0,
      stepsTotal: 0,
      bound: null,
      startedAt: now,
      heartbeatAt: now,
    },
  });
  if (count === 0) return null;
  return db.matchRun.findUniqueOrThrow({
    where: { id: runId },
    select: {
      id: true,
      cycleId: true,
      options: true,
      weights: true,
      requestedById: true,
      queuedAt: true,
      startedAt: true,
    },
  });
}

type Progress = { stage: RunStage; done: number; total: number; share: number | null };

/**
 * How far it is. False when somebody cancelled. How near the best possible the plan is, is told only while fit alone
 * decides: what comes later depends on what is sealed.
 */
export async function noteProgress(
  runId: string,
  { stage, done, total, share }: Progress,
  now: Date,
): Promise<boolean> {
  const bound = stage === 'who' && share !== null ? Math.ceil(share * 1e6) : null;
  const { count } = await db.matchRun.updateMany({
    where: { id: runId, state: 'running' },
    data: { stage, stepsDone: done, stepsTotal: total, bound, heartbeatAt: now },
  });
  return count > 0;
}

/** Ends a run without a plan; `problem` is read by the chair. */
export async function failRun(runId: string, problem: string, now: Date): Promise<void> {
  await db.matchRun.updateMany({
    where: { id: runId, state: { in: ['queued', 'running'] } },
    data: { state: 'failed', problem, bound: null, finishedAt: now },
  });
}

export type FoundPlan = {
  run: { id: string; cycleId: string; requestedById: string; startedAt: Date | null };
  organizationId: string;
  weights: Record<string, number>;
  totalFit: number;
  inputsHash: string;
  record: { problem: Uint8Array<ArrayBuffer>; answer: Uint8Array<ArrayBuffer>; resultHash: string };
  matches: readonly {
    menteeId: string;
    mentorId: string;
    fit: number;
    reasons: { factor: string; label: string; points: number; reason: string }[];
    safeReasons: string[];
  }[];
};

type PlanPlace = { organizationId: string; cycleId: string; planId: string };

/** All matches as one parameter: hundreds of rows of ten columns each take the client longer to write than the solver to find. */
async function insertMatches(
  tx: Tx,
  place: PlanPlace,
  { matches, handMade }: { matches: FoundPlan['matches']; handMade: boolean },
  now: Date,
): Promise<void> {
  const { organizationId, cycleId, planId } = place;
  const rows = JSON.stringify(matches.map((match) => ({ ...match, id: newId(now) })));
  await tx.$executeRaw`
    INSERT INTO matches (id, organization_id, cycle_id, plan_id, mentor_application_id, mentee_application_id, fit, reasons, safe_reasons, hand_made, created_at)
    SELECT id, ${organizationId}::uuid, ${cycleId}::uuid, ${planId}::uuid, "mentorId", "menteeId", fit, reasons, "safeReasons", ${handMade}, ${now}
    FROM json_to_recordset(${rows}::json)
      AS match (id uuid, "menteeId" uuid, "mentorId" uuid, fit int, reasons jsonb, "safeReasons" jsonb)`;
}

/** Plans are numbered one after the other: whoever asks next waits until this one is saved. */
async function nextPlanNumber(tx: Tx, cycleId: string): Promise<number> {
  await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${cycleId}::uuid FOR UPDATE`;
  const { _max } = await tx.plan.aggregate({ where: { cycleId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

type NewPlan = Pick<FoundPlan, 'organizationId' | 'weights' | 'inputsHash' | 'totalFit' | 'matches'> & {
  cycleId: string;
  runId?: string;
  verified: boolean;
  handMade: boolean;
  createdById: string;
};

/** A plan with its matches, and the line that says who made it and how. */
export async function createPlan(
  tx: Tx,
  { actor, action }: { actor: Actor; action: 'plan.saved' | 'plan.entered' | 'plan.repaired' },
  { matches, ...plan }: NewPlan,
  now: Date,
): Promise<{ planId: string; number: number }> {
  const { organizationId, cycleId, handMade } = plan;
  const [planId, number] = [newId(now), await nextPlanNumber(tx, cycleId)];
  await tx.plan.create({
    data: { ...plan, id: planId, number, matchedCount: matches.length, createdAt: now },
  });
  await insertMatches(tx, { organizationId, cycleId, planId }, { matches, handMade }, now);
  await recordEvent(tx, {
    actor,
    organizationId,
    cycleId,
    subjectType: 'plan',
    subjectId: planId,
    action,
    detail: { number, matched: matches.length },
    at: now,
  });
  return { planId, number };
}

/** Plan, matches and the end of the run together, or none of it. False when the run was over by then. */
export async function savePlan(actor: Actor, found: FoundPlan, now: Date): Promise<boolean> {
  const { run } = found;
  const { cycleId } = run;
  return db.$transaction(async (tx) => {
    const ended = {
      state: 'done',
      stage: 'saving',
      // How far the solver was at some moment depends on what is sealed too: nothing of it stays.
      stepsDone: 0,
      stepsTotal: 0,
      bound: null,
      inputsHash: found.inputsHash,
      finishedAt: now,
      heartbeatAt: now,
      durationMs: toldDuration(now.getTime() - (run.startedAt ?? now).getTime()),
    };
    const { count } = await tx.matchRun.updateMany({ where: { id: run.id, state: 'running' }, data: ended });
    if (count === 0) return false;
    const { organizationId, weights, inputsHash, totalFit, matches } = found;
    const made = { verified: true, handMade: false, createdById: run.requestedById };
    const plan = { organizationId, cycleId, runId: run.id, weights, inputsHash, totalFit, matches, ...made };
    const { planId } = await createPlan(tx, { actor, action: 'plan.saved' }, plan, now);
    await tx.runRecord.create({ data: { runId: run.id, ...found.record } });
    const place = { organizationId, cycleId, planId };
    await queueInquiry(tx, place, { question: { kind: 'study' }, askedById: run.requestedById }, now);
    return true;
  });
}
