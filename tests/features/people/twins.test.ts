import { newCodeDice } from '@/auth/codes';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { decideTwins } from '@/features/people/twins/commands';
import { listTwins } from '@/features/people/twins/queries';
import { listStatus } from '@/features/applications/status/queries';
import { openByLink, createResumeToken } from '@/features/applications/resume/commands';
import { freezeClock } from '../../support/database';
import { createActor, createApplied, createProgram, createTestCycle, NOW } from '../../support/factories';
import { fillIn, newBrowser, setClock } from '../applications/browser';

vi.setConfig({ testTimeout: 60_000 });

type Program = Awaited<ReturnType<typeof createProgram>>;
let program: Program;
let cycle: Awaited<ReturnType<typeof createTestCycle>>;
let staff: UserActor;

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  cycle = await createTestCycle(program);
  staff = await createActor(program, 'staff');
});

const apply = async (role: 'mentor' | 'mentee', email: string) => {
  const [application] = await createApplied(program, cycle, { role, person: { email, name: 'Ada Osei' } });
  const where = { id: application?.applicationId ?? '' };
  const { answers } = await db.application.findUniqueOrThrow({ where, select: { answers: true } });
  const row = await db.application.update({
    where,
    data: { answers: { ...Object(answers), name: 'Ada Osei', phone: '+1 555 010 0199' } },
    select: { personId: true },
  });
  return row.personId ?? '';
};
const scope = () => ({ id: cycle.id, organizationId: program.organizationId });
const pairs = async () => (await listTwins(scope())).map(({ first, second }) => [first.email, second.email]);
const verdict = (keep: string, other: string, same = true) =>
  decideTwins(staff, { cycleId: cycle.id, keep, other, same }, NOW);
const owners = async () =>
  (await db.application.findMany({ select: { role: true, personId: true }, orderBy: { role: 'asc' } })).map(
    ({ role, personId }) => [role, personId],
  );

describe('two addresses of one person', () => {
  it('are found, joined, and lead to the same applications from then on', async () => {
    const keep = await apply('mentee', 'ada@example.test');
    const other = await apply('mentor', 'osei@example.org');
    expect(await pairs()).toEqual([['ada@example.test', 'osei@example.org']]);
    await verdict(keep, other);
    expect(await owners()).toEqual([
      ['mentee', keep],
      ['mentor', keep],
    ]);
    expect(await pairs()).toEqual([]);

    const secrets = newCodeDice('s'.repeat(32));
    const way = { organizationId: program.organizationId, email: 'osei@example.org', draftId: null };
    await createResumeToken(db, way, secrets, NOW);
    await openByLink(secrets.token, null, NOW);
    const session = await db.session.findFirstOrThrow({ select: { id: true, personId: true, email: true } });
    expect(session).toEqual({ id: session.id, personId: keep, email: 'ada@example.test' });
    const roles = (await listStatus(session, NOW)).flatMap(({ applications }) => applications.map(({ role }) => role));
    expect(roles.sort()).toEqual(['mentee', 'mentor']);
  });

  it('count as one when the second applies again: the same role a second time is a duplicate', async () => {
    const keep = await apply('mentee', 'ada@example.test');
    const other = await apply('mentor', 'osei@example.org');
    await verdict(keep, other);
    const browser = newBrowser();
    const check = await fillIn(browser, `/apply/${cycle.code.toLowerCase()}/mentee`, 'osei@example.org');
    await browser.fill(check, { attest: 'yes' });
    expect(await db.outboxMessage.findMany({ where: { kind: 'duplicate' }, select: { toAddress: true } })).toEqual([
      { toAddress: 'osei@example.org' },
    ]);
  });

  it('stay apart when staff say so, and are not suggested again', async () => {
    const [a, b] = [await apply('mentee', 'ada@example.test'), await apply('mentor', 'osei@example.org')];
    await verdict(a, b, false);
    expect([await pairs(), await owners()]).toEqual([
      [],
      [
        ['mentee', a],
        ['mentor', b],
      ],
    ]);
  });

  it('are not joined while both have applied in one role, and nothing is changed', async () => {
    const [a, b] = [await apply('mentee', 'ada@example.test'), await apply('mentee', 'osei@example.org')];
    await expect(verdict(a, b)).rejects.toMatchObject({ code: 'people.both_applied' });
    expect((await owners()).map(([, owner]) => owner).sort()).toEqual([a, b].sort());
    expect(await pairs()).toHaveLength(1);
  });

  it('are not joined twice, nor with themselves, nor across organizations', async () => {
    const [a, b] = [await apply('mentee', 'ada@example.test'), await apply('mentor', 'osei@example.org')];
    await verdict(a, b);
    const elsewhere = await createProgram();
    const [foreign] = await createApplied(elsewhere, await createTestCycle(elsewhere), {});
    const row = await db.application.findUniqueOrThrow({
      where: { id: foreign?.applicationId ?? '' },
      select: { personId: true },
    });
    for (const [keep, other] of [
      [b, a],
      [a, a],
      [a, row.personId ?? ''],
    ] as const)
      await expect(verdict(keep, other)).rejects.toMatchObject({ code: 'people.joined_already' });
  });

  it('are joined by staff only', async () => {
    const [a, b] = [await apply('mentee', 'ada@example.test'), await apply('mentor', 'osei@example.org')];
    const reviewer = await createActor(program, 'reviewer');
    await expect(
      decideTwins(reviewer, { cycleId: cycle.id, keep: a, other: b, same: true }, NOW),
    ).rejects.toMatchObject({ code: 'actor.forbidden' });
  });

  it('keep the sign-in of the one who is on the committee', async () => {
    const keep = await apply('mentee', 'ada@example.test');
    const member = await createActor(program, 'reviewer');
    await verdict(keep, member.personId);
    expect(await db.user.findUnique({ where: { id: member.userId }, select: { personId: true } })).toEqual({
      personId: keep,
    });
    await expect(verdict(keep, staff.personId)).rejects.toMatchObject({ code: 'people.both_users' });
  });
});
