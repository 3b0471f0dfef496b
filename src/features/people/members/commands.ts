import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { inForceAt } from '@/db/grants';
import type { GrantRole, UserActor } from '@/domain/actor';
import { dayOf, formatDay } from '@/domain/dates';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { endOfDay } from '@/lib/days';
import { appUrl } from '@/lib/env';
import { newId } from '@/lib/id';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { signatureOf, signedColumns } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { invitationMail } from '@/mail/templates/invitation';
import { zoneOf } from './queries';
import type { EndRoleInput, InviteInput, TermInput } from './schema';

/** When a role ends: the last minute of its last day; null for one without end. @throws {Refusal} `member.past` */
async function endOf(tx: Tx, programId: string, lastDay: string, now: Date): Promise<Date | null> {
  if (lastDay === '') return null;
  const zone = await zoneOf(programId, tx);
  if (lastDay <= dayOf(now, zone)) throw new Refusal('member.past');
  return endOfDay(lastDay, zone);
}

/** The program, if the actor may give and end roles in it; one change of its roles at a time. */
async function lockProgram(tx: Tx, actor: UserActor, programId: string, now: Date) {
  authorize(actor, 'members.manage', { programId }, now);
  await tx.$queryRaw`SELECT id::text FROM programs WHERE id = ${programId}::uuid FOR UPDATE`;
  return tx.program.findUniqueOrThrow({ where: { id: programId }, select: { organizationId: true, ...signedColumns } });
}

/** The user of an address; made, with their person, when there is none. @throws {Refusal} `member.elsewhere` */
async function userOf(tx: Tx, organizationId: string, { email, name }: InviteInput, now: Date) {
  const known = await tx.user.findUnique({
    where: { email },
    select: { id: true, personId: true, organizationId: true },
  });
  if (known && known.organizationId !== organizationId) throw new Refusal('member.elsewhere');
  if (known) return known;
  const person = await tx.person.upsert({
    where: { organizationId_email: { organizationId, email } },
    create: { id: newId(now), organizationId, email, name, createdAt: now },
    update: {},
    select: { id: true, mergedIntoId: true },
  });
  const personId = person.mergedIntoId ?? person.id;
  return tx.user.create({
    data: { id: newId(now), organizationId, personId, email, name, createdAt: now },
    select: { id: true, personId: true },
  });
}

/**
 * Gives somebody a role and writes to them. Whoever has the role already gets another last day. The mail holds nothing that
 * signs in: they type their address on the sign-in page, and a fresh code goes to it.
 *
 * @throws {Refusal} `member.past`, `member.elsewhere`
 */
export async function invite(actor: UserActor, input: InviteInput, now: Date): Promise<void> {
  const { programId, email, role } = input;
  await db.$transaction(async (tx) => {
    const program = await lockProgram(tx, actor, programId, now);
    const { organizationId } = program;
    const until = await endOf(tx, programId, input.until, now);
    const { id: userId, personId } = await userOf(tx, organizationId, input, now);
    const grant = { userId, programId, role };
    await tx.grant.upsert({
      where: { userId_programId_role: grant },
      create: { id: newId(now), organizationId, ...grant, until },
      update: { until },
    });
    const mail = inLanguage('en', () =>
      invitationMail(
        {
          name: input.name,
          by: actor.name,
          role,
          lastDay: input.until ? formatDay(new Date(`${input.until}T12:00:00Z`), 'UTC') : null,
          email,
          link: `${appUrl()}${paths.signIn()}`,
        },
        signatureOf({ program }),
      ),
    );
    const key = `invitation:${newId(now)}`;
    await enqueue(tx, { ...mail, organizationId, key, kind: 'invitation', to: { address: email }, personId }, now);
    await tell(
      tx,
      { actor, organizationId, userId, action: 'member.invited', detail: { role, until: input.until } },
      now,
    );
  });
}

type Told = {
  actor: UserActor;
  organizationId: string;
  userId: string;
  action: string;
  detail: Record<string, string>;
};

const tell = (tx: Tx, { userId, ...told }: Told, at: Date) =>
  recordEvent(tx, { ...told, subjectType: 'user', subjectId: userId, at });

/** Sets or takes back the last day of a role that is in force. @throws {Refusal} `member.past`, `member.no_role` */
export async function setTerm(actor: UserActor, input: TermInput, now: Date): Promise<void> {
  const { programId, userId, role } = input;
  await db.$transaction(async (tx) => {
    const { organizationId } = await lockProgram(tx, actor, programId, now);
    const until = await endOf(tx, programId, input.until, now);
    const { count } = await tx.grant.updateMany({
      where: { userId, programId, role, ...inForceAt(now) },
      data: { until },
    });
    if (count === 0) throw new Refusal('member.no_role');
    await assertAdministrator(tx, programId, now);
    await tell(tx, { actor, organizationId, userId, action: 'member.term', detail: { role, until: input.until } }, now);
  });
}

/** Somebody must be there who gives roles, without an end in sight. @throws {Refusal} `member.last_administrator` */
async function assertAdministrator(tx: Tx, programId: string, now: Date): Promise<void> {
  const role: GrantRole = 'administrator';
  const lasting = await tx.grant.count({ where: { programId, role, ...inForceAt(now) } });
  if (lasting === 0) throw new Refusal('member.last_administrator');
}

/**
 * Ends a role now. What was done in it stays; every session of this user ends, so that no open page goes on with it.
 *
 * @throws {Refusal} `member.no_role`, `member.last_administrator`
 */
export async function endRole(actor: UserActor, input: EndRoleInput, now: Date): Promise<void> {
  const { programId, userId, role } = input;
  await db.$transaction(async (tx) => {
    const { organizationId } = await lockProgram(tx, actor, programId, now);
    const { count } = await tx.grant.updateMany({
      where: { userId, programId, role, ...inForceAt(now) },
      data: { until: now },
    });
    if (count === 0) throw new Refusal('member.no_role');
    await assertAdministrator(tx, programId, now);
    if (userId !== actor.userId) await tx.session.deleteMany({ where: { userId } });
    await tell(tx, { actor, organizationId, userId, action: 'member.ended', detail: { role } }, now);
  });
}
