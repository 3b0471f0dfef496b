import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import type { RosterMember } from '@/domain/roster';
import { newId } from '@/lib/id';

type Import = {
  cycle: { id: string; organizationId: string; programId: string };
  members: readonly RosterMember[];
  /** Whether people who are not in it leave the roster. */
  whole: boolean;
};

const AT_ONCE = 2000;

/** Takes a roster: people are added and updated; with `whole` the others leave. All of it or nothing. */
export async function importRoster(actor: UserActor, { cycle, members, whole }: Import, now: Date): Promise<void> {
  const { organizationId, programId } = cycle;
  authorize(actor, 'eligibility.edit', { programId }, now);
  await db.$transaction(
    async (tx) => {
      // One import at a time: two at once would each undo half of the other.
      await tx.$queryRaw`SELECT id FROM organizations WHERE id = ${organizationId}::uuid FOR UPDATE`;
      const emails = members.map(({ email }) => email);
      if (whole) await tx.member.deleteMany({ where: { organizationId } });
      else
        for (let at = 0; at < emails.length; at += AT_ONCE)
          await tx.member.deleteMany({ where: { organizationId, email: { in: emails.slice(at, at + AT_ONCE) } } });
      for (let at = 0; at < members.length; at += AT_ONCE) {
        await tx.member.createMany({
          data: members.slice(at, at + AT_ONCE).map(({ email, name, validUntil }) => ({
            id: newId(now),
            organizationId,
            email,
            name,
            validUntil: validUntil === null ? null : new Date(`${validUntil}T00:00:00Z`),
            importedAt: now,
          })),
        });
      }
      await recordEvent(tx, {
        actor,
        organizationId,
        cycleId: cycle.id,
        subjectType: 'organization',
        subjectId: organizationId,
        action: 'roster.imported',
        detail: { members: members.length, whole },
        at: now,
      });
    },
    { timeout: 60_000 },
  );
}
