import { setTimeout as wait } from 'node:timers/promises';
import { db, type Prisma, type Tx } from '@/db/client';
import { enqueueJob } from '@/db/jobs';
import type { Actor, UserActor } from '@/domain/actor';
import type { InquiryAnswer, ReplayAnswer } from '@/domain/matching/inquiry';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { loadMatching, type MatchingInputs } from '../inputs/queries';
import { findInquiryState } from './queries';
import type { AskInput } from './schema';

type Place = { organizationId: string; cycleId: string; planId: string };
type Asking = { question: AskInput['question']; askedById: string };

/** Puts a question to the worker in the transaction of what caused it. @returns its id */
export async function queueInquiry(tx: Tx, place: Place, { question, askedById }: Asking, now: Date): Promise<string> {
  const id = newId(now);
  const json: Prisma.InputJsonValue = JSON.parse(JSON.stringify(question));
  await tx.inquiry.create({
    data: { id, ...place, kind: question.kind, question: json, askedById, askedAt: now },
  });
  await enqueueJob(tx, 'answer-inquiry', { inquiryId: id }, `answer-inquiry:${id}`);
  return id;
}

function applicationsIn(question: Asking['question']): readonly string[] {
  switch (question.kind) {
    case 'lock':
    case 'veto':
      return [question.menteeId, question.mentorId];
    case 'swap':
      return question.pairs.flat();
    case 'withdraw':
      return [question.applicationId];
    case 'place':
      return [question.mentorId];
    case 'weights':
    case 'study':
    case 'replay':
    case 'repair':
      return [];
  }
}

/** Everybody asked about is matched in this cycle, and is not the asker: their own application looks like one that is not there. */
function assertOpen({ people }: MatchingInputs, actor: UserActor, question: Asking['question']): void {
  for (const id of applicationsIn(question)) {
    const person = people.get(id);
    if (!person || actor.closed.includes(person.personId)) throw new Refusal('actor.forbidden');
  }
}

/** Asks the matcher what would be. Nothing changes by asking. @returns the question's id */
export async function askMatcher(actor: UserActor, { planId, question }: AskInput, now: Date): Promise<string> {
  const plan = await db.plan.findUnique({
    where: { id: planId },
    select: { organizationId: true, cycleId: true, cycle: { select: { programId: true } } },
  });
  if (!plan) throw new Refusal('actor.forbidden');
  authorize(actor, 'matching.change', { programId: plan.cycle.programId }, now);
  const { organizationId, cycleId } = plan;
  assertOpen(await loadMatching(cycleId), actor, question);
  const asking = { question, askedById: actor.userId };
  return db.$transaction((tx) => queueInquiry(tx, { organizationId, cycleId, planId }, asking, now));
}

type Ended = { answer: InquiryAnswer | ReplayAnswer } | { problem: string };

/** What the worker found, or why it found nothing. A second answer to the same question changes nothing. */
export async function endInquiry(
  _: Extract<Actor, { kind: 'job' }>,
  id: string,
  ended: Ended,
  now: Date,
): Promise<void> {
  const data =
    'answer' in ended
      ? { state: 'answered', answer: JSON.parse(JSON.stringify(ended.answer)), answeredAt: now }
      : { state: 'failed', problem: ended.problem, answeredAt: now };
  await db.inquiry.updateMany({ where: { id, state: 'queued' }, data });
}

const LOOK_MS = 60;
const MOST_LOOKS = 40;

/** Asks, and waits a moment: most answers are there before a page could be drawn. */
export async function askAndWait(actor: UserActor, input: AskInput, now: Date): Promise<string> {
  const id = await askMatcher(actor, input, now);
  for (let look = 0; look < MOST_LOOKS && (await findInquiryState(id)) === 'queued'; look += 1) await wait(LOOK_MS);
  return id;
}
