import '../../support/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { toGrants } from '@/auth/grants';
import { createSession } from '@/auth/sessions';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { may } from '@/domain/permissions';
import { endRole, invite, setTerm } from '@/features/people/members/commands';
import { listMembers } from '@/features/people/members/queries';
import { endRoleSchema, inviteSchema, termSchema } from '@/features/people/members/schema';
import {
  createActor,
  createApplied,
  createProgram,
  createTestCycle,
  NOW,
  type TestProgram,
} from '../../support/factories';

let program: TestProgram;
let administrator: UserActor;
beforeEach(async () => {
  program = await createProgram();
  administrator = await createActor(program, 'administrator', 'Rosalind Achebe');
});
const forbidden = { code: 'actor.forbidden' };

const typed = (over: object = {}) => ({
  programId: program.programId,
  email: 'Zora@Example.test',
  name: 'Zora Quill',
  role: 'reviewer',
  ...over,
});
const give = (over: object = {}, actor = administrator) => invite(actor, inviteSchema.parse(typed(over)), NOW);
const problem = (over: object) => inviteSchema.safeParse(typed(over)).error?.issues[0]?.message;
const zora = () =>
  db.user.findUniqueOrThrow({ where: { email: 'zora@example.test' }, include: { grants: true, person: true } });
const of = async (over: object = {}) => ({
  programId: program.programId,
  userId: (await zora()).id,
  role: 'reviewer',
  ...over,
});

describe('giving a role', () => {
  it('makes the user and writes how to begin, with nothing that signs in', async () => {
    await give();
    const user = await zora();
    expect(toGrants(user.grants)).toEqual([{ programId: program.programId, role: 'reviewer', until: null }]);
    expect([user.name, user.person.emailProvenAt]).toEqual(['Zora Quill', null]);
    const [mail] = await db.outboxMessage.findMany();
    expect(mail).toMatchObject({ kind: 'invitation', toAddress: 'zora@example.test', state: 'queued' });
    expect(mail?.text).toContain('Rosalind Achebe has given you a role');
    expect(mail?.text).toContain('/sign-in');
    expect(await db.token.count()).toBe(0);
    expect(await db.event.findFirst({ where: { subjectId: user.id } })).toMatchObject({
      action: 'member.invited',
      actor: `user:${administrator.userId}`,
      detail: { role: 'reviewer', until: '' },
    });
  });

  it('to an applicant leaves them one person, closed to themselves', async () => {
    const cycle = await createTestCycle(program);
    const [applied] = await createApplied(program, cycle, { person: { email: 'zora@example.test', name: 'Zora Q.' } });
    await give();
    const user = await zora();
    expect([user.personId, user.person.name]).toEqual([applied?.personId, 'Zora Q.']);
  });

  it('lasts to the end of its last day, and once more to somebody who has it is another last day', async () => {
    await give({ until: '2030-06-30' });
    expect((await zora()).grants[0]?.until).toEqual(new Date('2030-07-01T04:59:00Z'));
    await give();
    await give({ role: 'deputy' });
    expect((await zora()).grants.map(({ role, until }) => [role, until]).toSorted()).toEqual([
      ['deputy', null],
      ['reviewer', null],
    ]);
    await expect(give({ until: '2030-01-15' })).rejects.toMatchObject({ code: 'member.past' });
  });

  it('is not for an address of another organization', async () => {
    const other = await createProgram();
    await give({ programId: other.programId }, await createActor(other, 'administrator'));
    await expect(give()).rejects.toMatchObject({ code: 'member.elsewhere' });
  });

  it('is for administrators of the program only', async () => {
    for (const actor of [
      await createActor(program, 'staff'),
      await createActor(program, 'chair'),
      await createActor(await createProgram(), 'administrator'),
    ])
      await expect(give({}, actor)).rejects.toMatchObject(forbidden);
    expect(await db.outboxMessage.count()).toBe(0);
  });

  it.each([
    [{ email: 'zora' }, 'Enter one address, such as name@example.org.'],
    [{ email: 'a@example.test, b@example.test' }, 'Enter one address, such as name@example.org.'],
    [{ name: ' ' }, 'Enter the name that others see.'],
    [{ role: 'owner' }, 'Choose a role.'],
    [{ until: '2030-02-30' }, 'Choose a day of the calendar, or leave it empty.'],
  ])('%j: %s', (over, words) => {
    expect(problem(over)).toBe(words);
  });
});

describe('a role that is there', () => {
  const until = async (day: string, over: object = {}, actor = administrator) =>
    setTerm(actor, termSchema.parse({ ...(await of(over)), until: day }), NOW);
  const end = async (over: object = {}, actor = administrator) =>
    endRole(actor, endRoleSchema.parse(await of(over)), NOW);

  it('gets another last day, or none', async () => {
    await give();
    await until('2030-03-31');
    expect((await zora()).grants[0]?.until).toEqual(new Date('2030-04-01T04:59:00Z'));
    await until('');
    expect((await zora()).grants[0]?.until).toBeNull();
    await expect(until('2030-01-15')).rejects.toMatchObject({ code: 'member.past' });
    await expect(until('', { role: 'chair' })).rejects.toMatchObject({ code: 'member.no_role' });
  });

  it('ends at once: no right is left and every session with it', async () => {
    await give();
    const { id: userId } = await zora();
    await createSession(db, { kind: 'user', userId, idleMinutes: 60 }, NOW);
    await end();
    const user = await zora();
    const actor: UserActor = {
      kind: 'user',
      userId,
      personId: user.personId,
      name: '',
      email: '',
      grants: toGrants(user.grants),
      closed: [],
    };
    expect(may(actor, 'review.write', { programId: program.programId, personId: null }, NOW)).toBe(false);
    expect(await db.session.count({ where: { userId } })).toBe(0);
    await expect(end()).rejects.toMatchObject({ code: 'member.no_role' });
    expect(await listMembers(program.programId, NOW)).toMatchObject([
      { name: 'Rosalind Achebe', roles: [{ role: 'administrator', ended: false }] },
      { name: 'Zora Quill', roles: [{ role: 'reviewer', ended: true, lastDay: '2030-01-15' }] },
    ]);
  });

  it('is never the last administrator’s', async () => {
    const mine = { programId: program.programId, userId: administrator.userId, role: 'administrator' as const };
    await expect(endRole(administrator, mine, NOW)).rejects.toMatchObject({ code: 'member.last_administrator' });
    await give({ role: 'administrator' });
    await endRole(administrator, mine, NOW);
    expect(await db.session.count()).toBe(0);
  });

  it('is changed by administrators only', async () => {
    await give();
    for (const actor of [
      await createActor(program, 'staff'),
      await createActor(await createProgram(), 'administrator'),
    ]) {
      await expect(until('', {}, actor)).rejects.toMatchObject(forbidden);
      await expect(end({}, actor)).rejects.toMatchObject(forbidden);
    }
  });
});
