import { db } from '@/db/client';
import { log } from '@/lib/log';
import { LOOK_UP_AFTER_MINUTES, type MailLedger } from './ledger';

const MINUTE_MS = 60_000;
/** Letters that may be repeated without harm go again this long after an attempt nobody knows the end of. */
const REPEAT_AFTER_MINUTES = 60;
/** These wait for a person when nobody can look them up. */
const NEVER_BLINDLY_AGAIN = ['outcome', 'notice'];
const BATCH = 500;

/** When an attempt without an answer is looked at again. */
export const doubtUntil = (ledger: MailLedger | null, now: Date): Date =>
  new Date(now.getTime() + (ledger ? LOOK_UP_AFTER_MINUTES : REPEAT_AFTER_MINUTES) * MINUTE_MS);

/** Waits again; with its release, when that is paused. Only what is still in doubt. */
const sendAgain = (ids: readonly string[], now: Date) => db.$executeRaw`
  UPDATE outbox_messages m SET not_before = ${now}, state = CASE WHEN EXISTS (
    SELECT FROM releases r WHERE r.id = m.release_id AND r.paused) THEN 'held' ELSE 'queued' END
  WHERE m.id = ANY (${[...ids]}::uuid[]) AND m.state = 'uncertain'`;

const FOUND = 'Found in the mail server’s own records.';

type Doubt = { id: string; kind: string; createdAt: Date };

/** What the ledger says of each; `silent` where it cannot. */
async function ask(ledger: MailLedger, domain: string, rows: readonly Doubt[]) {
  const by: Record<'accepted' | 'unknown' | 'silent', string[]> = { accepted: [], unknown: [], silent: [] };
  for (const { id, kind, createdAt } of rows) {
    const answer = await ledger.find(`<${id}@${domain}>`, createdAt).catch(() => 'silent' as const);
    const isHarmless = answer === 'silent' && !NEVER_BLINDLY_AGAIN.includes(kind);
    by[isHarmless ? 'unknown' : answer].push(id);
  }
  return by;
}

async function lookUp(ledger: MailLedger, domain: string, now: Date): Promise<void> {
  const rows = await db.outboxMessage.findMany({
    where: { state: 'uncertain', notBefore: { lte: now } },
    select: { id: true, kind: true, createdAt: true },
    orderBy: { notBefore: 'asc' },
    take: BATCH,
  });
  const { accepted, unknown, silent } = await ask(ledger, domain, rows);
  const stillInDoubt = (ids: string[]) => ({ id: { in: ids }, state: 'uncertain' });
  await db.outboxMessage.updateMany({
    where: stillInDoubt(accepted),
    data: { state: 'accepted', lastReply: FOUND, settledAt: now },
  });
  if (unknown.length > 0) await sendAgain(unknown, now);
  if (silent.length === 0) return;
  log.warn({ letters: silent.length }, 'the ledger of the mail server cannot say');
  const notBefore = new Date(now.getTime() + REPEAT_AFTER_MINUTES * MINUTE_MS);
  await db.outboxMessage.updateMany({ where: stillInDoubt(silent), data: { notBefore } });
}

async function repeatHarmless(now: Date): Promise<void> {
  const rows = await db.outboxMessage.findMany({
    where: { state: 'uncertain', kind: { notIn: NEVER_BLINDLY_AGAIN }, notBefore: { lt: now } },
    select: { id: true },
    take: BATCH,
  });
  if (rows.length > 0)
    await sendAgain(
      rows.map(({ id }) => id),
      now,
    );
}

/**
 * Of messages whose sender died nobody knows whether they went out. What is in doubt is looked up, if there is a ledger that
 * knows; else harmless mails go again after an hour, and letters wait for a person.
 *
 * @param domain the right-hand side of our Message-IDs
 */
export async function settleDoubts(ledger: MailLedger | null, domain: string, now: Date): Promise<void> {
  await db.outboxMessage.updateMany({
    where: { state: 'sending', leaseUntil: { lt: now } },
    data: {
      state: 'uncertain',
      leaseUntil: null,
      lastReply: 'The sending process ended before the server answered.',
      notBefore: doubtUntil(ledger, now),
    },
  });
  await (ledger ? lookUp(ledger, domain, now) : repeatHarmless(now));
}
