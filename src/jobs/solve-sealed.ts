import { db } from '@/db/client';
import { privateMatrix } from '@/domain/matching/identity';
import type { Weights } from '@/domain/matching/factors';
import { Refusal } from '@/domain/refusal';
import { solveCycle } from '@/engine/engine';
import type { EnginePlan, EngineProgress } from '@/engine/protocol';
import { engineNames, planSettings, toMatchingCycle, type MatchingInputs } from '@/features/matching/inputs/queries';
import type { RunOptions } from '@/features/matching/inputs/schema';
import { clock } from '@/lib/clock';
import type { KeyRing } from '@/vault/keys';
import { cycleJitter, openCycle } from '@/vault/open';
import { NO_ANSWERS } from '@/vault/seal';

const PROGRESS_MS = 300;
const CODE_VERSION = 'matching 1';

export type SealedRun = {
  id: string;
  weights: Weights;
  options: RunOptions;
  /** Why the vault is opened, as its log says it. */
  purpose: 'matching' | 'replay';
  /** Told how far it is; false cancels. */
  onProgress: (progress: EngineProgress) => Promise<boolean>;
};

/** What the solver adds to the fit, in this process's memory only; null for a cycle without identity block. */
function privatePartOf(inputs: MatchingInputs, { id: runId, purpose }: SealedRun, ring: KeyRing) {
  const { id: cycleId, organizationId, keyId, hasIdentity } = inputs.cycle;
  if (!hasIdentity || keyId === null) return null;
  return async (): Promise<Int32Array> => {
    const opening = { organizationId, cycleId, keyId, runId, purpose, codeVersion: CODE_VERSION };
    const answers = await openCycle(db, ring, opening, clock.now());
    const sealed = ({ applicationId }: { applicationId: string }) => ({
      id: applicationId,
      answers: answers.get(applicationId) ?? NO_ANSWERS,
    });
    return privateMatrix(inputs.mentees.map(sealed), inputs.mentors.map(sealed), cycleJitter(ring, keyId));
  };
}

/**
 * Solves a cycle with what is sealed.
 *
 * @returns null when cancelled
 * @throws {Refusal} what the chair must change first
 */
export async function solveSealed(run: SealedRun, inputs: MatchingInputs, ring: KeyRing): Promise<EnginePlan | null> {
  if (inputs.mentees.length === 0 || inputs.mentors.length === 0) throw new Refusal('matching.nobody');
  const asked = {
    cycle: toMatchingCycle(inputs, run.weights),
    settings: planSettings(inputs.cycle.code, run.options),
    privatePart: privatePartOf(inputs, run, ring),
    names: engineNames(inputs),
  };
  const answer = await solveCycle(asked, { everyMs: PROGRESS_MS, onProgress: run.onProgress });
  if (answer.kind === 'refused') throw new Refusal(answer.code, answer.detail);
  if (answer.kind === 'fault') throw new Error(`The matching thread reported ${answer.name}.`);
  return answer.kind === 'plan' ? answer.plan : null;
}
