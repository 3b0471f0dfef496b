import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import type { IdentityAnswers } from '@/domain/matching/identity';
import { runMatching } from '@/jobs/run-matching';
import { requestRun } from '@/features/matching/runs/commands';
import { DEFAULT_OPTIONS } from '@/features/matching/inputs/schema';
import { asWorker } from '../../support/database';
import { createActor, createApplied, createProgram, createTestCycle, NOW, testRing } from '../../support/factories';

/** An answer with the wish for somebody alike. */
export const wishing = (own: string): IdentityAnswers => ({
  gender: { own: [own], wish: { kind: 'same' } },
  ethnicity: { own: [], wish: null },
});

type People = { mentees?: number; mentors?: number; identity?: (index: number) => IdentityAnswers; state?: string };

/** A cycle in review with accepted people of both roles, one place per mentor, and its chair. */
export async function createMatching({ mentees = 4, mentors = 3, identity, state = 'accepted' }: People = {}) {
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  const chair = await createActor(program, 'chair');
  const all: Record<'mentor' | 'mentee', { applicationId: string; personId: string }[]> = { mentor: [], mentee: [] };
  for (const role of [...Array<'mentor'>(mentors).fill('mentor'), ...Array<'mentee'>(mentees).fill('mentee')]) {
    const index = all.mentor.length + all.mentee.length;
    const person = { ...unlike(index), ...(identity ? { identity: identity(index) } : {}) };
    all[role].push(...(await createApplied(program, cycle, { role, state, person: { ...person } })));
  }
  return { program, cycle, chair, mentors: all.mentor, mentees: all.mentee };
}

/** Nothing that a rule could take offence at. */
const unlike = (_: number) => ({});

/** Does in one go what a press of the button and the worker do. */
export async function runOnce(chair: UserActor, cycleId: string, now = NOW): Promise<string> {
  const runId = await requestRun(chair, { cycleId, options: DEFAULT_OPTIONS }, now);
  await work(runId);
  return runId;
}

export const work = (runId: string, attempts = 1) =>
  asWorker(() => runMatching({ runId }, { attempts, ring: testRing }));

/** Employers of invented people clash at random; here every one has their own. */
export async function giveOwnEmployers(cycleId: string): Promise<void> {
  const rows = await db.application.findMany({ where: { cycleId }, select: { id: true, answers: true } });
  for (const { id, answers } of rows) {
    const employer = `Library of ${id}`;
    await db.application.update({ where: { id }, data: { answers: { ...Object(answers), employer } } });
  }
}
