import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { endWaiver, saveRules, waiveRule } from '@/features/eligibility/commands';
import { getEligibility, listWaived } from '@/features/eligibility/queries';
import { importRoster } from '@/features/eligibility/rosters/commands';
import { createActor, createApplied, createProgram, createTestCycle, NOW } from '../../support/factories';

type Place = { id: string; organizationId: string; programId: string; timeZone: string };
let staff: UserActor;
let reviewer: UserActor;
let cycle: Place;
let apply: (email: string, member: string, state?: string) => Promise<string>;

beforeEach(async () => {
  const program = await createProgram();
  const made = await createTestCycle(program);
  const row = await db.cycle.findUniqueOrThrow({ where: { id: made.id }, select: { timeZone: true } });
  cycle = { id: made.id, ...program, ...row };
  staff = await createActor(program, 'staff');
  reviewer = await createActor(program, 'reviewer');
  apply = async (email, member, state = 'submitted') => {
    const [application] = await createApplied(program, made, { role: 'mentor', state, person: { email } });
    const where = { id: application?.applicationId ?? '' };
    const { answers } = await db.application.findUniqueOrThrow({ where, select: { answers: true } });
    await db.application.update({ where, data: { answers: { ...Object(answers), member } } });
    return email;
  };
});

const after = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const member = (email: string, validUntil: string | null = null) => ({ email, name: '', validUntil });
const roster = () => db.member.findMany({ select: { email: true, validUntil: true }, orderBy: { email: 'asc' } });
const seen = async () => {
  const { counts, toLookAt } = await getEligibility(cycle, NOW);
  return { counts, toLookAt: toLookAt.map(({ email, membership, said }) => ({ email, membership, said })) };
};

describe('the roster', () => {
  it('adds and updates, and with the whole roster lets the others leave', async () => {
    await importRoster(
      staff,
      { cycle, members: [member('a@example.test'), member('b@example.test')], whole: false },
      NOW,
    );
    await importRoster(staff, { cycle, members: [member('b@example.test', '2031-01-01')], whole: false }, NOW);
    expect(await roster()).toEqual([
      { email: 'a@example.test', validUntil: null },
      { email: 'b@example.test', validUntil: new Date('2031-01-01T00:00:00Z') },
    ]);
    await importRoster(staff, { cycle, members: [member('c@example.test')], whole: true }, NOW);
    expect(await roster()).toEqual([{ email: 'c@example.test', validUntil: null }]);
  });

  it('tells of every applicant it concerns, again as it changes, and leaves the withdrawn in peace', async () => {
    await apply('in@example.test', 'yes');
    await apply('out@example.test', 'yes');
    await apply('new@example.test', 'unsure');
    await apply('gone@example.test', 'yes', 'withdrawn');
    const members = [member('in@example.test', '2030-12-31'), member('out@example.test', '2030-01-01')];
    await importRoster(staff, { cycle, members, whole: true }, NOW);
    expect(await seen()).toEqual({
      counts: { verified: 1, lapsed: 1, unknown: 1 },
      toLookAt: expect.arrayContaining([
        { email: 'out@example.test', membership: 'lapsed', said: 'says: member' },
        { email: 'new@example.test', membership: 'unknown', said: 'is not sure' },
      ]),
    });
    await waiveRule(
      staff,
      { cycleId: cycle.id, email: 'new@example.test', rule: 'member', reason: 'Joined today.' },
      NOW,
    );
    const members2 = [member('in@example.test'), member('out@example.test')];
    await importRoster(staff, { cycle, members: members2, whole: true }, NOW);
    expect(await seen()).toEqual({ counts: { verified: 2, lapsed: 0, unknown: 1 }, toLookAt: [] });
  });

  it('is read by staff only', async () => {
    await expect(importRoster(reviewer, { cycle, members: [], whole: true }, NOW)).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
  });
});

describe('a waiver', () => {
  const given = () => ({
    cycleId: cycle.id,
    email: ' Ada@Example.test',
    rule: 'member' as const,
    reason: 'In the post.',
  });

  it('holds for one address and rule, is told in the history, and can be taken back', async () => {
    await waiveRule(staff, given(), NOW);
    await waiveRule(staff, { ...given(), reason: 'Paid by bank.' }, after(1));
    expect(await listWaived(cycle.id, 'ada@example.test')).toEqual(['member']);
    const [waiver] = await db.waiver.findMany({ select: { id: true, reason: true } });
    expect(waiver?.reason).toBe('Paid by bank.');
    await endWaiver(staff, { cycleId: cycle.id, id: waiver?.id ?? '' }, after(2));
    expect(await listWaived(cycle.id, 'ada@example.test')).toEqual([]);
    const told = await db.event.findMany({
      where: { action: { startsWith: 'eligibility.' } },
      select: { action: true, reason: true },
      orderBy: { at: 'asc' },
    });
    expect(told).toEqual([
      { action: 'eligibility.waived', reason: 'In the post.' },
      { action: 'eligibility.waived', reason: 'Paid by bank.' },
      { action: 'eligibility.waiver_ended', reason: '' },
    ]);
  });

  it('needs an address and the right', async () => {
    await expect(waiveRule(staff, { ...given(), email: 'nobody' }, NOW)).rejects.toMatchObject({
      code: 'eligibility.no_address',
    });
    await expect(waiveRule(reviewer, given(), NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});

it('saves the rules of one role and leaves the other', async () => {
  const rules = [{ key: 'years' as const, kind: 'must' as const, text: 'Five years at least.', least: 5 }];
  const before = await getEligibility(cycle, NOW);
  await saveRules(staff, { cycleId: cycle.id, role: 'mentor', rules }, NOW);
  expect((await getEligibility(cycle, NOW)).eligibility).toEqual({ mentor: rules, mentee: before.eligibility.mentee });
  await expect(saveRules(reviewer, { cycleId: cycle.id, role: 'mentor', rules: [] }, NOW)).rejects.toMatchObject({
    code: 'actor.forbidden',
  });
});
