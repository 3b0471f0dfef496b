import { db } from '@/db/client';
import { movePairsOn } from '@/features/pairs/year/commands';
import { newToken } from '@/lib/token';
import { CYCLE_DATES } from '../../../prisma/demo/programs';
import { newId } from '@/lib/id';
import { createActor, createApplied, createTestCycle, NOW, type TestProgram } from '../../support/factories';
import { newBrowser, setClock, type Browser } from '../applications/browser';
import type { InventedPerson } from '../../../prisma/demo/people';

export const DAY_MS = 86_400_000;
export const after = (days: number, from = NOW) => new Date(from.getTime() + days * DAY_MS);
export const SIDES = ['mentor', 'mentee'] as const;
export type Side = (typeof SIDES)[number];
const job = { kind: 'job', name: 'tend-pairs' } as const;

type People = Partial<Record<Side, Partial<InventedPerson>>>;

/** Two with much that one may know of the other, and much that not. */
export const QUILL_AND_LARK: People = {
  mentor: {
    name: 'Ada Quill',
    answers: {
      preferred_name: 'Addie',
      phone: '555 0100',
      share_contact: ['phone'],
      pronouns: 'they/them',
      match_may_know: 'I lip-read.',
      arrange: 'captions',
      rating_outreach: '5',
      city: 'Duluth',
      modes: ['video', 'email'],
    },
  },
  mentee: {
    name: 'Bo Lark',
    answers: { help_areas: ['outreach'], rating_outreach: '1', share_contact: [], modes: ['email'] },
  },
};

/** A confirmed pair of a cycle that begins at NOW and ends 300 days later, both told 20 days before. */
export async function createPair(program: TestProgram, people: People = {}) {
  const cycle = await createTestCycle(program, { dates: CYCLE_DATES.active });
  await db.cycle.update({
    where: { id: cycle.id },
    data: {
      opensAt: after(-90),
      closesAt: after(-60),
      matchingAt: after(-40),
      announceAt: after(-21),
      startsAt: NOW,
      endsAt: after(300),
      archivesAt: after(360),
      releasedAt: after(-20),
      waitlistUntil: after(30),
      identityDeleteOn: after(40),
    },
  });
  const pair = await addPair(program, cycle, people);
  return { ...pair, cycle };
}

/** One more pair in a cycle. */
export async function addPair(
  program: TestProgram,
  cycle: Awaited<ReturnType<typeof createTestCycle>>,
  people: People = {},
) {
  const { organizationId } = program;
  const of = async (role: Side) => {
    const [applied] = await createApplied(program, cycle, { role, state: 'accepted', person: people[role] ?? {} });
    if (!applied) throw new Error('somebody is needed');
    return applied;
  };
  const [mentor, mentee] = [await of('mentor'), await of('mentee')];
  const known = await db.plan.findFirst({ where: { cycleId: cycle.id }, select: { id: true } });
  const planId = known?.id ?? newId(NOW);
  const shared = { organizationId, cycleId: cycle.id };
  if (!known) {
    const { userId } = await createActor(program, 'chair');
    const by = { createdById: userId, createdAt: after(-30), approvedById: userId, approvedAt: after(-25) };
    const found = { inputsHash: 'x', weights: {}, totalFit: 1, matchedCount: 1, verified: true };
    await db.plan.create({ data: { id: planId, ...shared, number: 1, state: 'approved', ...found, ...by } });
  }
  const matchId = newId(NOW);
  const count = await db.match.count({ where: { cycleId: cycle.id } });
  const reference = `${cycle.code}-P-000${count + 1}`;
  await db.match.create({
    data: {
      id: matchId,
      ...shared,
      planId,
      reference,
      mentorApplicationId: mentor.applicationId,
      menteeApplicationId: mentee.applicationId,
      state: 'confirmed',
      fit: 1,
      reasons: [],
      safeReasons: [],
      createdAt: after(-30),
    },
  });
  return { matchId, reference, path: `/pair/${reference.toLowerCase()}`, mentor, mentee };
}

/** Lets the job run at a moment, and gives the links it mailed, by side. */
export async function begin(matchId: string, now = NOW): Promise<Record<Side, string>> {
  await movePairsOn(job, newToken, now);
  const linkOf = async (side: Side) => {
    const mail = await db.outboxMessage.findUniqueOrThrow({ where: { key: `pair-start:${matchId}:${side}` } });
    return /\/pair\/link\/[\w-]+/.exec(mail.text)?.[0] ?? '';
  };
  return { mentor: await linkOf('mentor'), mentee: await linkOf('mentee') };
}

/** A browser for each of the two, signed in by the link in their mail. */
export async function signInBoth(matchId: string): Promise<Record<Side, Browser>> {
  const links = await begin(matchId);
  const open = async (side: Side) => {
    const browser = newBrowser();
    await browser.fill(await browser.get(links[side]), {});
    return browser;
  };
  return { mentor: await open('mentor'), mentee: await open('mentee') };
}

/** Lets the clock go on without signing anybody out. */
export async function moveOn(days: number): Promise<void> {
  const until = after(days + 1);
  await db.session.updateMany({ data: { lastSeenAt: after(days), idleExpiresAt: until, expiresAt: until } });
  setClock(after(days));
}
