import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { moveDrafts } from '@/features/applications/drafts/commands';
import { moveRequests } from '@/features/funding/asking/commands';
import { moveReplies } from '@/features/events/replying/commands';
import { moveQuiet } from '@/features/pairs/quiet/commands';
import type { VerdictInput } from './schema';

type Two = { keep: string; other: string };

/** Both as they stand, locked. @throws {Refusal} `people.joined_already`, also for people of another organization */
async function lockTwo(tx: Tx, organizationId: string, { keep, other }: Two) {
  await tx.$queryRaw`SELECT id FROM persons WHERE id IN (${keep}::uuid, ${other}::uuid) ORDER BY id FOR UPDATE`;
  const rows = await tx.person.findMany({
    where: { id: { in: [keep, other] }, organizationId, mergedIntoId: null },
    select: { id: true, email: true, user: { select: { id: true } } },
  });
  if (rows.length !== 2 || keep === other) throw new Refusal('people.joined_already');
  return rows;
}

/** One person has one application per cycle and role. @throws {Refusal} `people.both_applied` */
async function assertNoneTwice(tx: Tx, { keep, other }: Two): Promise<void> {
  const rows = await tx.application.findMany({
    where: { personId: { in: [keep, other] }, state: { not: 'withdrawn' } },
    select: { cycleId: true, role: true },
  });
  if (new Set(rows.map(({ cycleId, role }) => `${cycleId} ${role}`)).size < rows.length)
    throw new Refusal('people.both_applied');
}

async function join(tx: Tx, organizationId: string, two: Two): Promise<void> {
  const { keep, other } = two;
  const rows = await lockTwo(tx, organizationId, two);
  await assertNoneTwice(tx, two);
  const users = rows.filter(({ user }) => user !== null);
  if (users.length === 2) throw new Refusal('people.both_users');
  const [moving] = users.filter(({ id }) => id === other);
  if (moving?.user) await tx.user.update({ where: { id: moving.user.id }, data: { personId: keep } });
  const emailOf = (id: string) => rows.find((row) => row.id === id)?.email ?? '';
  await tx.application.updateMany({ where: { personId: other }, data: { personId: keep, email: emailOf(keep) } });
  await moveDrafts(tx, organizationId, { from: emailOf(other), to: emailOf(keep) });
  // Where both had a letter of one release, each stays with the address it went to.
  await tx.$executeRaw`UPDATE letters l SET person_id = ${keep}::uuid WHERE l.person_id = ${other}::uuid
    AND NOT EXISTS (SELECT FROM letters k WHERE k.person_id = ${keep}::uuid AND k.release_id = l.release_id)`;
  await moveRequests(tx, two);
  await moveQuiet(tx, two);
  await moveReplies(tx, two);
  // Who must not judge the one must not judge the other; a verdict on both stands as it is.
  await tx.$executeRaw`UPDATE conflicts c SET person_id = ${keep}::uuid WHERE c.person_id = ${other}::uuid
    AND NOT EXISTS (SELECT FROM conflicts k WHERE k.user_id = c.user_id AND k.person_id = ${keep}::uuid)`;
  await tx.session.updateMany({ where: { personId: other }, data: { personId: keep, email: emailOf(keep) } });
  await tx.person.updateMany({ where: { mergedIntoId: other }, data: { mergedIntoId: keep } });
  await tx.person.update({ where: { id: other }, data: { mergedIntoId: keep } });
}

/**
 * Keeps what staff found of two people who look alike. If they are one, both addresses lead to the same applications from
 * then on, they get one letter, and they are never matched with themselves.
 *
 * @throws {Refusal} `people.both_applied`, `people.both_users`, `people.joined_already`
 */
export async function decideTwins(
  actor: UserActor,
  { cycleId, keep, other, same }: VerdictInput,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { organizationId, programId } = await tx.cycle.findUniqueOrThrow({
      where: { id: cycleId },
      select: { organizationId: true, programId: true },
    });
    authorize(actor, 'people.join', { programId }, now);
    if (same) await join(tx, organizationId, { keep, other });
    const [firstId = '', secondId = ''] = [keep, other].sort();
    const verdict = { same, decidedById: actor.userId, decidedAt: now };
    await tx.twinVerdict.upsert({
      where: { firstId_secondId: { firstId, secondId } },
      create: { id: newId(now), organizationId, firstId, secondId, ...verdict },
      update: verdict,
    });
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'person',
      subjectId: keep,
      action: same ? 'people.joined' : 'people.told_apart',
      detail: { other },
      at: now,
    });
  });
}
