import { setTimeout as wait } from 'node:timers/promises';
import { db } from '@/db/client';
import { causeOf, retryIn } from '@/domain/smtp-reply';
import { readBreakers, type Breakers } from './breaker';
import { doubtUntil, settleDoubts } from './doubt';
import type { MailLedger } from './ledger';
import { suppressAddress } from './suppression';
import type { Delivery, Outgoing } from './transport';

const MINUTE_MS = 60_000;
/** Longer than every SMTP timeout together: whoever holds a message past this is dead. */
const LEASE_MS = 3 * MINUTE_MS;
const RECORD_TRIES = 20;
const RECORD_PAUSE_MS = 500;

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

type Which = {
  /** Kinds that are left alone. */
  skip: readonly string[];
  /** Only mails of this kind. */
  only?: string;
};

/**
 * Takes the next due message, for one worker alone, and commits before the first byte goes out. A release that is paused is left
 * alone; a notice that was stopped ends; to an address that is on the list nothing goes but codes that somebody has just asked for.
 */
const take = (now: Date, { skip, only = '' }: Which) => db.$queryRaw<Row[]>`
  WITH next AS (
    SELECT o.id, CASE
      WHEN EXISTS (SELECT FROM notices n WHERE n.id = o.notice_id AND n.state = 'stopped') THEN 'stopped'
      WHEN o.kind <> 'sign_in' AND o.key NOT LIKE 'resume:%' AND EXISTS (
        SELECT FROM suppressions s
        WHERE s.organization_id = o.organization_id AND s.address = o.to_address AND s.lifted_at IS NULL) THEN 'suppressed'
      ELSE 'sending' END AS state
    FROM outbox_messages o WHERE o.state IN ('queued', 'deferred') AND o.not_before <= ${now}
      AND o.kind <> ALL (${[...skip]}::text[]) AND (${only} = '' OR o.kind = ${only})
      AND NOT EXISTS (SELECT FROM releases r WHERE r.id = o.release_id AND r.paused)
    ORDER BY o.not_before, o.id LIMIT 1 FOR UPDATE OF o SKIP LOCKED)
  UPDATE outbox_messages m SET
    state = next.state,
    tried_at = CASE WHEN next.state = 'sending' THEN ${now}::timestamptz ELSE m.tried_at END,
    attempts = m.attempts + CASE WHEN next.state = 'sending' THEN 1 ELSE 0 END,
    lease_until = CASE WHEN next.state = 'sending' THEN ${new Date(now.getTime() + LEASE_MS)}::timestamptz END,
    settled_at = CASE WHEN next.state = 'sending' THEN m.settled_at ELSE ${now}::timestamptz END
  FROM next WHERE m.id = next.id
  RETURNING m.id, m.organization_id AS "organizationId", m.kind, m.state, m.attempts, m.to_address AS "toAddress", m.to_name,
    m.subject, m.text, m.html, m.calendar`;

/** Whether somebody waits for a first attempt, of a kind that the mail server takes. */
export async function hasUntriedMail(now: Date): Promise<boolean> {
  const shut = (await readBreakers()).shut();
  const found = await db.outboxMessage.findFirst({
    where: { state: 'queued', attempts: 0, notBefore: { lte: now }, kind: { notIn: shut } },
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

/** A database that restarts is back after a moment; until then nobody else knows what the server answered. */
async function surely(write: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      await write();
      return;
    } catch (error) {
      if (tries === RECORD_TRIES) throw error;
      await wait(RECORD_PAUSE_MS);
    }
}

async function sendOne(row: Row, { send, readNow, ledger = null }: Draining): Promise<Delivery> {
  const { id, toAddress: address, to_name: name, subject, text, html, calendar } = row;
  const delivery = await send({ id, to: { address, name }, subject, text, html, calendar });
  const now = readNow();
  const change = { where: { id, state: 'sending' }, data: settled(delivery, row.attempts, ledger, now) };
  const hasNoMailbox = delivery.result === 'refused' && causeOf(delivery.reply) === 'no_mailbox';
  await surely(() =>
    hasNoMailbox
      ? db.$transaction(async (tx) => {
          await tx.outboxMessage.updateMany(change);
          await suppressAddress(tx, row, delivery.reply, now);
        })
      : db.outboxMessage.updateMany(change),
  );
  return delivery;
}

/** How many were accepted, how many of these were trials of a release, and how many stayed because of their address. */
export type Drained = { accepted: number; probes: number; suppressed: number };

/** One turn. @returns false when nothing is left */
async function turn(which: Which, { draining, breakers, done }: Turn): Promise<boolean> {
  const [row] = await take(draining.readNow(), which);
  if (!row) return false;
  if (row.state === 'suppressed') done.suppressed++;
  if (row.state !== 'sending') return true;
  const delivery = await sendOne(row, draining);
  await breakers.note(row.kind, delivery, draining.readNow());
  if (delivery.result !== 'accepted') return true;
  done.accepted++;
  if (row.kind === 'probe') done.probes++;
  return true;
}
type Turn = { draining: Draining; breakers: Breakers; done: Drained };

/**
 * Sends what is due, one commit a message, until nothing is left. A kind of mail that the server does not take, so often in a
 * row, rests; then one mail of it is tried before the others go.
 */
export async function drain(draining: Draining): Promise<Drained> {
  const { readNow, lanes = 4, ledger = null, domain = 'localhost' } = draining;
  await settleDoubts(ledger, domain, readNow());
  const breakers = await readBreakers();
  const done: Drained = { accepted: 0, probes: 0, suppressed: 0 };
  const all = { draining, breakers, done };
  for (const only of breakers.rested(readNow())) await turn({ skip: [], only }, all);
  const lane = async () => {
    while (await turn({ skip: breakers.shut() }, all));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}
