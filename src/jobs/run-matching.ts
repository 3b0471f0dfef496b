import { z } from 'zod';
import { Refusal } from '@/domain/refusal';
import { warmUp } from '@/engine/engine';
import type { EngineProgress } from '@/engine/protocol';
import { loadMatching } from '@/features/matching/inputs/queries';
import { optionsSchema, weightsSchema } from '@/features/matching/inputs/schema';
import { failRun, noteProgress, savePlan, startRun } from '@/features/matching/working/commands';
import { clock } from '@/lib/clock';
import { workerEnv } from '@/lib/env';
import { log } from '@/lib/log';
import type { KeyRing } from '@/vault/keys';
import { solveSealed } from './solve-sealed';

const payloadSchema = z.object({ runId: z.uuid() });

const MOST_ATTEMPTS = 3;
const GIVEN_UP =
  'The matching stopped because of a fault on our side, several times. Nothing was saved. Run it again later, or tell the contact below.';

type Run = NonNullable<Awaited<ReturnType<typeof startRun>>>;
type Job = { attempts: number; ring: KeyRing };

async function work(run: Run, ring: KeyRing): Promise<void> {
  warmUp();
  const inputs = await loadMatching(run.cycleId);
  const weights = weightsSchema.parse(run.weights);
  const sealed = {
    id: run.id,
    weights,
    options: optionsSchema.parse(run.options),
    purpose: 'matching' as const,
    onProgress: (progress: EngineProgress) => noteProgress(run.id, progress, clock.now()),
  };
  const plan = await solveSealed(sealed, inputs, ring);
  if (!plan) return;
  const { organizationId } = inputs.cycle;
  const found = { run, organizationId, weights, ...plan };
  const saved = await savePlan({ kind: 'job', name: 'run-matching' }, found, clock.now());
  // Without the time it took, which would tell a little of the sealed answers.
  if (saved) log.info({ runId: run.id }, 'plan saved');
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
