import { z } from 'zod';
import { Refusal } from '@/domain/refusal';
import { inquire } from '@/engine/engine';
import { endInquiry } from '@/features/matching/inquiries/commands';
import { findOpenInquiry } from '@/features/matching/inquiries/queries';
import { loadMatching, planSettings, toMatchingCycle } from '@/features/matching/inputs/queries';
import { clock } from '@/lib/clock';

const payloadSchema = z.object({ inquiryId: z.uuid() });
const JOB = { kind: 'job', name: 'answer-inquiry' } as const;
const MOST_ATTEMPTS = 3;
const FAULT = 'There was a fault on our side. Ask again later, or tell the contact below.';

type Open = NonNullable<Awaited<ReturnType<typeof findOpenInquiry>>>;

async function answer({ cycleId, question, weights, options }: Open) {
  const inputs = await loadMatching(cycleId);
  const end = await inquire({
    cycle: toMatchingCycle(inputs, weights ?? inputs.cycle.weights),
    settings: planSettings(inputs.cycle.code, options),
    question,
    names: Object.fromEntries(
      [...inputs.people].map(([id, { shortName, name }]) => [id, { short: shortName, full: name }]),
    ),
  });
  if (end.kind === 'answer') return { answer: end.answer };
  if (end.kind === 'refused') return { problem: new Refusal(end.code, end.detail).message };
  throw new Error(`The matching thread reported ${end.name}.`);
}

/** Answers one question to the matcher. Killed at any point it leaves the question open, and the next attempt answers it. */
export async function answerInquiryJob(payload: unknown, { job }: { job: { attempts: number } }): Promise<void> {
  const { inquiryId } = payloadSchema.parse(payload);
  const open = await findOpenInquiry(inquiryId);
  if (!open) return;
  if (job.attempts > MOST_ATTEMPTS) return endInquiry(JOB, inquiryId, { problem: FAULT }, clock.now());
  await endInquiry(JOB, inquiryId, await answer(open), clock.now());
}
