import { db } from '@/db/client';
import type { Actor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { forgottenBefore } from '@/domain/retention';

/** Rows to one transaction, so that nobody waits long for a lock. */
const BATCH = 500;

/** Forms that were never sent, of cycles in which nobody can send one any more. */
async function dropUnsentForms(before: Date): Promise<number> {
  const rows = await db.draft.findMany({
    where: {
      sentRevision: null,
      updatedAt: { lt: before },
      applications: { every: { state: { in: ['draft', 'withdrawn'] } } },
      cycle: {
        closesAt: { lt: before },
        OR: [{ mentorsCloseAt: null }, { mentorsCloseAt: { lt: before } }],
        latePermits: { none: { until: { gte: before } } },
      },
    },
    select: { id: true },
    take: BATCH,
  });
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await db.$queryRaw`SELECT app.drop_unsent(${ids}::uuid[])::text`;
  return ids.length;
}

/** What people wrote in cycles that ended long ago; their names stay with what they did. */
async function forgetAnswers(before: Date): Promise<number> {
  const rows = await db.application.findMany({
    where: { email: { not: '' }, state: { not: 'draft' }, cycle: { endsAt: { lt: before } } },
    select: { id: true },
    take: BATCH,
  });
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await db.$queryRaw`SELECT app.forget_applications(${ids}::uuid[], true)::text`;
  return ids.length;
}

/** Addresses of people whose every application is forgotten, and who do not sign in. */
const forgetAddresses = (before: Date): Promise<number> => db.$executeRaw`
  UPDATE persons p SET email = 'forgotten:' || p.id, email_proven_at = NULL
  WHERE p.created_at < ${before} AND p.email NOT LIKE 'forgotten:%'
    AND NOT EXISTS (SELECT FROM users u WHERE u.person_id = p.id)
    AND EXISTS (SELECT FROM applications a WHERE a.person_id = coalesce(p.merged_into_id, p.id))
    AND NOT EXISTS (SELECT FROM applications a WHERE a.person_id = coalesce(p.merged_into_id, p.id) AND a.email <> '')`;

const FINAL = ['accepted', 'failed', 'bounced', 'suppressed', 'stopped'];

const emptyMails = (before: Date) =>
  db.outboxMessage.updateMany({
    where: {
      state: { in: FINAL },
      text: { not: '' },
      OR: [{ settledAt: { lt: before } }, { settledAt: null, createdAt: { lt: before } }],
    },
    data: { text: '', html: '' },
  });

/** Addresses of computers, ended sign-ins and links. */
async function dropTraces(before: Date): Promise<void> {
  await db.rateLimit.deleteMany({ where: { expire: { lt: before.getTime() } } });
  await db.session.deleteMany({ where: { expiresAt: { lt: before } } });
  await db.token.deleteMany({ where: { expiresAt: { lt: before } } });
}

export type Forgotten = { unsentForms: number; applications: number; mails: number };

/** Forgets what was promised to be kept no longer. Safe to run twice; killed, the next run goes on. */
export async function forgetOld(actor: Actor, now: Date): Promise<Forgotten> {
  authorize(actor, 'retention.apply', {}, now);
  const before = forgottenBefore(now);
  const done: Forgotten = { unsentForms: 0, applications: 0, mails: 0 };
  for (let count = BATCH; count === BATCH; done.unsentForms += count) count = await dropUnsentForms(before.unsentForms);
  for (let count = BATCH; count === BATCH; done.applications += count) count = await forgetAnswers(before.answers);
  await forgetAddresses(before.answers);
  done.mails = (await emptyMails(before.mailWords)).count;
  await dropTraces(before.traces);
  return done;
}
