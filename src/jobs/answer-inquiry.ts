import { z } from 'zod';
import { FALLEN } from '@/domain/match';
import type { Question } from '@/domain/matching/inquiry';
import type { Pair } from '@/domain/matching/problem';
import type { RepairAsked } from '@/domain/matching/whatif/repair';
import { Refusal } from '@/domain/refusal';
import { inquire } from '@/engine/engine';
import { endInquiry } from '@/features/matching/inquiries/commands';
import { findOpenInquiry } from '@/features/matching/inquiries/queries';
import {
  engineNames,
  loadMatching,
  planSettings,
  toMatchingCycle,
  type MatchingInputs,
} from '@/features/matching/inputs/queries';
import { clock } from '@/lib/clock';
import { workerEnv } from '@/lib/env';
import type { KeyRing } from '@/vault/keys';
import { solveSealed } from './solve-sealed';

const payloadSchema = z.object({ inquiryId: z.uuid() });
const JOB = { kind: 'job', name: 'answer-inquiry' } as const;
const MOST_ATTEMPTS = 3;
const FAULT = 'There was a fault on our side. Ask again later, or tell the contact below.';

const NO_RUN = 'This plan was not made by a run whose record was kept.';
const NO_KEY = 'The key of this cycle is destroyed, and with it the wishes: the run cannot be repeated.';

type Job = { attempts: number; ring: KeyRing };
type Open = NonNullable<Awaited<ReturnType<typeof findOpenInquiry>>>;

/** Matches that people were told of stay, but for those that fell through; whoever is no longer accepted has withdrawn. */
function repairAsked({ matches: all }: Open, { people }: MatchingInputs, mostChanged: number): RepairAsked {
  const matches = all.filter(({ state }) => FALLEN.every((one) => one !== state));
  const pairs = matches.map((match): Pair => [match.menteeApplicationId, match.mentorApplicationId]);
  const told = matches.filter(({ state }) => state !== 'proposed');
  const isWhole = ([menteeId, mentorId]: Pair) => people.has(menteeId) && people.has(mentorId);
  const gone = (ids: readonly string[]) => [...new Set(ids)].filter((id) => !people.has(id));
  return {
    plan: pairs,
    withdrawn: { mentees: gone(pairs.map(([id]) => id)), mentors: gone(pairs.map(([, id]) => id)) },
    frozen: told.map((match): Pair => [match.menteeApplicationId, match.mentorApplicationId]).filter(isWhole),
    mostChanged,
  };
}

function questionOf(open: Open, inputs: MatchingInputs): Question {
  const { question } = open;
  if (question.kind === 'replay') throw new Error('A replay needs what is sealed.');
  if (question.kind !== 'repair') return question;
  return { kind: 'repair', ...repairAsked(open, inputs, question.mostChanged) };
}

async function answerOpenly(open: Open, inputs: MatchingInputs) {
  const { cycleId, weights, options } = open;
  const end = await inquire({
    cycle: toMatchingCycle(inputs, weights ?? inputs.cycle.weights),
    settings: planSettings(inputs.cycle.code, options),
    question: questionOf(open, inputs),
    names: engineNames(inputs),
  });
  if (end.kind === 'answer') return { answer: end.answer };
  if (end.kind === 'refused') return { problem: new Refusal(end.code, end.detail).message };
  throw new Error(`The matching thread reported ${end.name} in cycle ${cycleId}.`);
}

/** Runs a plan's own run again with what is sealed now, and compares. */
async function replay({ run, weights, options }: Open, inputs: MatchingInputs, ring: KeyRing) {
  if (!run?.record || !weights) return { problem: NO_RUN };
  if (inputs.cycle.hasIdentity && inputs.cycle.keyId === null) return { problem: NO_KEY };
  const sealed = { id: run.id, weights, options, purpose: 'replay' as const, onProgress: () => Promise.resolve(true) };
  const plan = await solveSealed(sealed, inputs, ring);
  if (!plan) throw new Error('Nobody cancels a replay.');
  const same = plan.inputsHash === run.inputsHash && plan.record.resultHash === run.record.resultHash;
  return { answer: { kind: 'replay' as const, same, pairs: plan.matches.length } };
}

/** Answers one question to the matcher. Killed at any point it leaves the question open, and the next attempt answers it. */
export async function answerInquiry(payload: unknown, { attempts, ring }: Job): Promise<void> {
  const { inquiryId } = payloadSchema.parse(payload);
  const open = await findOpenInquiry(inquiryId);
  if (!open) return;
  if (attempts > MOST_ATTEMPTS) return endInquiry(JOB, inquiryId, { problem: FAULT }, clock.now());
  const inputs = await loadMatching(open.cycleId);
  const ended = open.question.kind === 'replay' ? await replay(open, inputs, ring) : await answerOpenly(open, inputs);
  await endInquiry(JOB, inquiryId, ended, clock.now());
}

export const answerInquiryJob = (payload: unknown, { job }: { job: { attempts: number } }): Promise<void> => {
  const { VAULT_KEY: masterKey, VAULT_KEY_FILE: file } = workerEnv();
  return answerInquiry(payload, { attempts: job.attempts, ring: { masterKey, file } });
};
