import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import type { IdentityAnswers } from '@/domain/matching/identity';
import { DEFAULT_OPTIONS } from '@/features/matching/inputs/schema';
import { findPlan } from '@/features/matching/plans/queries';
import { requestRun } from '@/features/matching/runs/commands';
import { runMatching } from '@/jobs/run-matching';
import { asWorker } from '../../support/database';
import { createActor, createApplied, createProgram, createTestCycle, NOW, testRing } from '../../support/factories';

type People = {
  mentees?: number;
  /** Places of each mentor. */
  places?: readonly number[];
  identity?: IdentityAnswers;
};

/** Nobody shares an employer, so that no rule excludes a pair by chance. */
async function giveOwnEmployers(cycleId: string): Promise<void> {
  const rows = await db.application.findMany({ where: { cycleId }, select: { id: true, answers: true } });
  for (const { id, answers } of rows) {
    await db.application.update({
      where: { id },
      data: { answers: { ...Object(answers), employer: `Library ${id}` } },
    });
  }
}

/** A cycle with accepted people of both roles, and its chair. */
export async function createMatching({ mentees = 4, places = [1, 1, 1], identity }: People = {}) {
  const program = await createProgram();
  const cycle = await createTestCycle(program);
  const chair = await createActor(program, 'chair');
  const person = identity ? { identity } : {};
  const applied = async (role: 'mentor' | 'mentee', count: number) => {
    const [one] = await createApplied(program, cycle, { role, state: 'accepted', person, places: count });
    if (!one) throw new Error('Nobody applied.');
    return one;
  };
  const mentors = [];
  for (const count of places) mentors.push(await applied('mentor', count));
  const menteeRows = [];
  for (let index = 0; index < mentees; index += 1) menteeRows.push(await applied('mentee', 0));
  await giveOwnEmployers(cycle.id);
  return { program, cycle, cycleId: cycle.id, chair, mentors, mentees: menteeRows };
}

export const request = (chair: UserActor, cycleId: string, now = NOW) =>
  requestRun(chair, { cycleId, options: DEFAULT_OPTIONS }, now);

/** The job, as the worker role. */
export const work = (runId: string, attempts = 1) =>
  asWorker(() => runMatching({ runId }, { attempts, ring: testRing }));

/** What a press of the button and the worker do together. @returns the run, as it ended */
export async function run(chair: UserActor, cycleId: string) {
  const id = await request(chair, cycleId);
  await work(id);
  return db.matchRun.findUniqueOrThrow({ where: { id } });
}

export const viewer = { closed: ['00000000-0000-7000-8000-000000000000'], readsVetoes: false };

export async function planOf(cycleId: string, number = 1, seenBy = viewer) {
  const plan = await findPlan(cycleId, number, seenBy);
  if (!plan) throw new Error(`No plan ${number}.`);
  return plan;
}

/** Mentee → mentor. */
export const pairsIn = async (cycleId: string, number = 1) =>
  new Map((await planOf(cycleId, number)).pairs.map(([mentee, mentor]) => [mentee, mentor]));
