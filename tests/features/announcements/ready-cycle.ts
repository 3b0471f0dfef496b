import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { letHeldReleasesGo } from '@/features/announcements/holding/commands';
import { confirmRelease, requestRelease } from '@/features/announcements/releases/commands';
import { writeConfirmedReleases } from '@/features/announcements/writing/commands';
import { newId } from '@/lib/id';
import {
  createActor,
  createApplied,
  createProgram,
  createTestCycle,
  NOW,
  type TestProgram,
} from '../../support/factories';

export const JOB = { kind: 'job', name: 'release-held' } as const;
export const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

type Pair = [mentor: string, mentee: string];

/** A plan in force with these matches. */
export async function approvePlan(
  program: TestProgram,
  cycleId: string,
  chair: UserActor,
  pairs: Pair[],
): Promise<string> {
  const id = newId(NOW);
  const shared = { organizationId: program.organizationId, cycleId };
  await db.plan.create({
    data: {
      ...shared,
      id,
      number: 1,
      state: 'approved',
      inputsHash: 'x',
      weights: {},
      totalFit: 1,
      matchedCount: pairs.length,
      verified: true,
      createdById: chair.userId,
      createdAt: NOW,
      approvedById: chair.userId,
      approvedAt: NOW,
    },
  });
  for (const [index, [mentorApplicationId, menteeApplicationId]] of pairs.entries()) {
    await db.match.create({
      data: {
        ...shared,
        id: newId(NOW),
        planId: id,
        mentorApplicationId,
        menteeApplicationId,
        state: 'approved',
        reference: `P-${index}-${id.slice(-6)}`,
        fit: 50_000,
        reasons: [],
        safeReasons: ['You both chose storytime.'],
        createdAt: NOW,
      },
    });
  }
  return id;
}

/** One mentor for two of three mentees, one of them waitlisted, one declined, and a person in both roles. */
export async function readyCycle(confirmation = 'both_after') {
  const program = await createProgram();
  const cycle = await createTestCycle(program, { confirmation });
  const [staff, other, chair] = [
    await createActor(program, 'staff'),
    await createActor(program, 'staff'),
    await createActor(program, 'chair'),
  ];
  const one = async (role: 'mentor' | 'mentee', name: string, state = 'accepted', places = 2) => {
    const [applied] = await createApplied(program, cycle, {
      role,
      state,
      places,
      person: { name, email: `${name.toLowerCase()}@example.test` },
    });
    if (!applied) throw new Error('nobody applied');
    return applied;
  };
  const mentor = await one('mentor', 'Mara');
  const [ada, ben, cem] = [await one('mentee', 'Ada'), await one('mentee', 'Ben'), await one('mentee', 'Cem')];
  const declined = await one('mentee', 'Dov', 'declined');
  await db.application.update({ where: { id: declined.applicationId }, data: { unmetRule: 'You are 18 or older.' } });
  await approvePlan(program, cycle.id, chair, [
    [mentor.applicationId, ada.applicationId],
    [mentor.applicationId, ben.applicationId],
  ]);
  return { program, cycle, staff, other, chair, mentor, ada, ben, cem, declined };
}
type Ready = Awaited<ReturnType<typeof readyCycle>>;

/** The second person's yes, and what the worker does about it. */
export async function confirmAndWrite(who: UserActor, releaseId: string, now: Date): Promise<void> {
  await confirmRelease(who, { releaseId, version: 1 }, now);
  await writeConfirmedReleases(JOB, now);
}

export async function held({ cycle, staff, other }: Ready) {
  const releaseId = await requestRelease(
    staff,
    { cycleId: cycle.id, letterCount: 5, holdMinutes: 10, beginsAt: '' },
    NOW,
  );
  await confirmAndWrite(other, releaseId, NOW);
  return releaseId;
}

/** The hold passes, the trial letters are taken, and the letters go. Returns how many releases went. */
export async function letGo(now: Date): Promise<number> {
  await letHeldReleasesGo(JOB, now);
  await db.outboxMessage.updateMany({ where: { kind: 'probe' }, data: { state: 'accepted', settledAt: now } });
  return letHeldReleasesGo(JOB, now);
}

/** Letters by state, without trial letters. */
export const states = async () =>
  (
    await db.outboxMessage.groupBy({
      by: ['state'],
      where: { kind: { not: 'probe' } },
      _count: true,
      orderBy: { state: 'asc' },
    })
  ).map(({ state, _count }) => [state, _count]);
