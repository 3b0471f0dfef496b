import { z } from 'zod';
import { db } from '@/db/client';
import { privateMatrix } from '@/domain/matching/identity';
import { Refusal } from '@/domain/refusal';
import { solveCycle, warmUp } from '@/engine/engine';
import type { EnginePlan } from '@/engine/protocol';
import { loadMatching, planSettings, toMatchingCycle, type MatchingInputs } from '@/features/matching/inputs/queries';
import { optionsSchema, weightsSchema } from '@/features/matching/inputs/schema';
import { failRun, noteProgress, savePlan, startRun } from '@/features/matching/working/commands';
import { clock } from '@/lib/clock';
import { workerEnv } from '@/lib/env';
import { log } from '@/lib/log';
import type { KeyRing } from '@/vault/keys';
import { cycleJitter, openCycle } from '@/vault/open';
import { NO_ANSWERS } from '@/vault/seal';

const payloadSchema = z.object({ runId: z.uuid() });

const PROGRESS_MS = 300;
const MOST_ATTEMPTS = 3;
const CODE_VERSION = 'matching 1';
const GIVEN_UP =
  'The matching stopped because of a fault on our side, several times. Nothing was saved. Run it again later, or tell the contact below.';

type Run = NonNullable<Awaited<ReturnType<typeof startRun>>>;
type Job = { attempts: number; ring: KeyRing };

/** What the solver adds to the fit, in this process's memory only; null for a cycle without identity block. */
function privatePartOf(inputs: MatchingInputs, runId: string, ring: KeyRing): (() => Promise<Int32Array>) | null {
  const { id: cycleId, organizationId, keyId, hasIdentity } = inputs.cycle;
  if (!hasIdentity || keyId === null) return null;
  return async () => {
    const opening = { organizationId, cycleId, keyId, runId, purpose: 'matching', codeVersion: CODE_VERSION };
    const answers = await openCycle(db, ring, opening, clock.now());
    const sealed = ({ applicationId }: { applicationId: string }) => ({
      id: applicationId,
      answers: answers.get(applicationId) ?? NO_ANSWERS,
    });
    return privateMatrix(inputs.mentees.map(sealed), inputs.mentors.map(sealed), cycleJitter(ring, keyId));
  };
}

/** @returns null when cancelled @throws {Refusal} what the chair must change first */
async function solveRun(run: Run, inputs: MatchingInputs, ring: KeyRing): Promise<EnginePlan | null> {
  if (inputs.mentees.length === 0 || inputs.mentors.length === 0) throw new Refusal('matching.nobody');
  const asked = {
    cycle: toMatchingCycle(inputs, weightsSchema.parse(run.weights)),
    settings: planSettings(inputs.cycle.code, optionsSchema.parse(run.options)),
    privatePart: privatePartOf(inputs, run.id, ring),
    names: Object.fromEntries(
      [...inputs.people].map(([id, { shortName, name }]) => [id, { short: shortName, full: name }]),
    ),
  };
  const answer = await solveCycle(asked, {
    everyMs: PROGRESS_MS,
    onProgress: (progress) => noteProgress(run.id, progress, clock.now()),
  });
  if (answer.kind === 'refused') throw new Refusal(answer.code, answer.detail);
  if (answer.kind === 'fault') throw new Error(`The matching thread reported ${answer.name}.`);
  return answer.kind === 'plan' ? answer.plan : null;
}

async function work(run: Run, ring: KeyRing): Promise<void> {
  warmUp();
  const inputs = await loadMatching(run.cycleId);
  const plan = await solveRun(run, inputs, ring);
  if (!plan) return;
  const { organizationId } = inputs.cycle;
  const found = { run, organizationId, weights: weightsSchema.parse(run.weights), ...plan };
  const saved = await savePlan({ kind: 'job', name: 'run-matching' }, found, clock.now());
  if (saved) log.info({ runId: run.id, ms: plan.milliseconds }, 'plan saved');
}

/**
 * One run from the beginning to a saved plan, or to a sentence that says why not. Killed at any point it leaves nothing
 * but a run in state *running*, which the next attempt takes up from the start.
 */
export async function runMatching(payload: unknown, { attempts, ring }: Job): Promise<void> {
  const { runId } = payloadSchema.parse(payload);
  const run = await startRun(runId, clock.now());
  if (!run) return;
  // The last attempt was killed, or it would have said so itself.
  if (attempts > MOST_ATTEMPTS) return failRun(runId, GIVEN_UP, clock.now());
  try {
    await work(run, ring);
  } catch (error) {
    if (error instanceof Refusal) return failRun(runId, error.message, clock.now());
    log.error({ runId, fault: error instanceof Error ? error.name : 'unknown' }, 'matching failed');
    if (attempts >= MOST_ATTEMPTS) return failRun(runId, GIVEN_UP, clock.now());
    throw new Error('The matching failed and is tried again.');
  }
}

export const runMatchingJob = (payload: unknown, { job }: { job: { attempts: number } }): Promise<void> => {
  const { VAULT_KEY: masterKey, VAULT_KEY_FILE: file } = workerEnv();
  return runMatching(payload, { attempts: job.attempts, ring: { masterKey, file } });
};
