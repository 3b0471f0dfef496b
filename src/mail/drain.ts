import { db } from '@/db/client';
import { causeOf, retryIn } from '@/domain/smtp-reply';
import { doubtUntil, settleDoubts } from './doubt';
import type { MailLedger } from './ledger';
import { suppressAddress } from './suppression';
import type { Delivery, Outgoing } from './transport';

const MINUTE_MS = 60_000;
/** Longer than every SMTP timeout together: whoever holds a message past this is dead. */
const LEASE_MS = 3 * MINUTE_MS;
const BREAKER = 20;

type Send = (message: Outgoing) => Promise<Delivery>;
type Row = {
  id: string;
  organizationId: string;
  kind: string;
  state: string;
  attempts: number;
  toAddress: string;
  to_name: string;
  subject: string;
  text: string;
  html: string;
  calendar: string;
};

/**
 * Takes the next due message, for one worker alone, and commits before the first byte goes out. To an address that is on the
 * list nothing goes but codes that somebody has just asked for.
 */
const take = (now: Date) => db.$queryRaw<Row[]>`
  WITH next AS (
    SELECT o.id, o.kind <> 'sign_in' AND o.key NOT LIKE 'resume:%' AND EXISTS (
      SELECT FROM suppressions s
      WHERE s.organization_id = o.organization_id AND s.address = o.to_address AND s.lifted_at IS NULL) AS stays
    FROM outbox_messages o WHERE o.state IN ('queued', 'deferred') AND o.not_before <= ${now}
    ORDER BY o.not_before, o.id LIMIT 1 FOR UPDATE SKIP LOCKED)
  UPDATE outbox_messages m SET
    state = CASE WHEN next.stays THEN 'suppressed' ELSE 'sending' END,
    tried_at = CASE WHEN next.stays THEN m.tried_at ELSE ${now}::timestamptz END,
    attempts = m.attempts + CASE WHEN next.stays THEN 0 ELSE 1 END,
    lease_until = CASE WHEN next.stays THEN NULL ELSE ${new Date(now.getTime() + LEASE_MS)}::timestamptz END,
    settled_at = CASE WHEN next.stays THEN ${now}::timestamptz ELSE m.settled_at END
  FROM next WHERE m.id = next.id
  RETURNING m.id, m.organization_id AS "organizationId", m.kind, m.state, m.attempts, m.to_address AS "toAddress", m.to_name,
    m.subject, m.text, m.html, m.calendar`;

/** Whether somebody waits for a first attempt. */
export async function hasUntriedMail(now: Date): Promise<boolean> {
  const found = await db.outboxMessage.findFirst({
    where: { state: 'queued', attempts: 0, notBefore: { lte: now } },
    select: { id: true },
  });
  return found !== null;
}

type Draining = {
  send: Send;
  readNow: () => Date;
  /** How many messages are on their way at a time. */
  lanes?: number;
  ledger?: MailLedger | null;
  /** The right-hand side of our Message-IDs. */
  domain?: string;
};

function settled({ result, reply }: Delivery, attempts: number, ledger: MailLedger | null, now: Date) {
  const lastReply = reply.slice(0, 300);
  if (result === 'accepted') return { state: 'accepted', lastReply, settledAt: now, leaseUntil: null };
  if (result === 'unknown')
    return { state: 'uncertain', lastReply, notBefore: doubtUntil(ledger, now), leaseUntil: null };
  const minutes = retryIn(causeOf(reply), attempts);
  if (minutes === null) return { state: 'failed', lastReply, settledAt: now, leaseUntil: null };
  return { state: 'deferred', lastReply, notBefore: new Date(now.getTime() + minutes * MINUTE_MS), leaseUntil: null };
}

async function sendOne(row: Row, { send, readNow, ledger = null }: Draining): Promise<Delivery> {
  const { id, toAddress: address, to_name: name, subject, text, html, calendar } = row;
  const delivery = await send({ id, to: { address, name }, subject, text, html, calendar });
  const now = readNow();
  const change = { where: { id, state: 'sending' }, data: settled(delivery, row.attempts, ledger, now) };
  if (delivery.result === 'refused' && causeOf(delivery.reply) === 'no_mailbox')
    await db.$transaction(async (tx) => {
      await tx.outboxMessage.updateMany(change);
      await suppressAddress(tx, row, delivery.reply, now);
    });
  else await db.outboxMessage.updateMany(change);
  return delivery;
}

/**
 * Sends what is due, one commit a message, until nothing is left or `BREAKER` faults of a kind came in a row (the server is
 * ill: what remains waits for the next minute).
 *
 * @returns how many were accepted, how many stayed because of their address, and whether the server proved to be ill
 */
export async function drain(draining: Draining): Promise<{ accepted: number; suppressed: number; ill: boolean }> {
  const { readNow, lanes = 4, ledger = null, domain = 'localhost' } = draining;
  await settleDoubts(ledger, domain, readNow());
  let [accepted, suppressed, faults] = [0, 0, 0];
  const lane = async () => {
    while (faults < BREAKER) {
      const [row] = await take(readNow());
      if (!row) return;
      if (row.state === 'suppressed') {
        suppressed++;
        continue;
      }
      const { result } = await sendOne(row, draining);
      if (result === 'accepted') accepted++;
      faults = result === 'accepted' || result === 'refused' ? 0 : faults + 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { accepted, suppressed, ill: faults >= BREAKER };
}
