import { db } from '@/db/client';
import { confirmRelease, requestRelease } from '@/features/announcements/releases/commands';
import { findOwnApplication } from '@/features/applications/status/queries';
import { withdraw } from '@/features/applications/status/commands';
import { approvePlan } from '@/features/matching/approval/commands';
import { DEFAULT_OPTIONS } from '@/features/matching/inputs/schema';
import { lockPair } from '@/features/matching/pairs/commands';
import { requestRun } from '@/features/matching/runs/commands';
import { findCycle } from '@/features/programs/queries';
import { stageDecision } from '@/features/reviews/commands';
import { saveReview } from '@/features/reviews/writing/commands';
import { newId } from '@/lib/id';
import { reviewOf } from '../../support/reviews';
import type { House, YearCycle } from './cycle';
import { applicationOf, MENTEES, MENTORS, PAIRS, personOf, type Name } from './people';
import { runMatching, writeLetters } from './worker';

/** What a day finds: the house and its cycle, and the moment. */
export type Year = { house: House; cycle: YearCycle; now: Date };

/** Lou changes their mind before anybody decides. */
export async function withdrawLou({ cycle, now }: Year): Promise<void> {
  const { id, personId, email } = await applicationOf(cycle.id, 'Lou');
  const owner = { id: newId(now), personId: personId ?? '', email };
  const [application, view] = [await findOwnApplication(owner, id), await findCycle(cycle.code, now)];
  if (!application || !view) throw new Error('Lou has no application.');
  await withdraw({ owner, application, cycle: view, reason: '' }, now);
}

export async function readAll({ house, cycle, now }: Year): Promise<void> {
  for (const name of ['Eve', 'Joy'] as const) {
    const { id } = await applicationOf(cycle.id, name);
    await saveReview(house.reviewer, reviewOf(id, { form: 'light', ratings: {}, verdict: 'eligible' }), now);
  }
}

async function decide({ house, cycle, now }: Year, name: Name, decision: 'accept' | 'decline'): Promise<void> {
  const { id: applicationId, version } = await applicationOf(cycle.id, name);
  const unmetRule = decision === 'decline' ? 'You are 18 or older.' : '';
  await stageDecision(house.chair, { applicationId, version, decision, note: '', unmetRule }, now);
}

/** Everybody is accepted but Joy. */
export async function decideAll(year: Year): Promise<void> {
  for (const name of [...MENTORS, ...MENTEES])
    if (name !== 'Lou') await decide(year, name, name === 'Joy' ? 'decline' : 'accept');
}

/** Pairs are known to the test because the chair locks them; the worker finds the plan and proves it. */
export async function matchAll({ house: { chair }, cycle, now }: Year): Promise<void> {
  const idOf = async (name: Name) => (await applicationOf(cycle.id, name)).id;
  for (const [mentor, mentee] of PAIRS)
    await lockPair(chair, { cycleId: cycle.id, mentorId: await idOf(mentor), menteeId: await idOf(mentee) }, now);
  await runMatching(await requestRun(chair, { cycleId: cycle.id, options: DEFAULT_OPTIONS }, now));
}

export async function approveAll({ house: { chair }, cycle, now }: Year): Promise<void> {
  const { id: planId, version } = await db.plan.findFirstOrThrow({ where: { cycleId: cycle.id } });
  await approvePlan(chair, { planId, version }, now);
}

/** Two people, ten minutes apart from the letters: five of pairs' mentees and mentors, one who waits, one who does not fit. */
export async function letLettersGo({ house, cycle, now }: Year): Promise<void> {
  const asked = { cycleId: cycle.id, letterCount: 10, holdMinutes: 10, beginsAt: '' };
  const releaseId = await requestRelease(house.staff, asked, now);
  await confirmRelease(house.second, { releaseId, version: 1 }, now);
  await writeLetters();
}

/** @returns the id of somebody's person, for commands about people */
export const who = ({ cycle }: Year, name: Name) => personOf(cycle.id, name);
