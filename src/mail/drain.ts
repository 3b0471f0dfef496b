import { db } from '@/db/client';
import { causeOf, retryIn } from '@/domain/smtp-reply';
import type { Delivery, Outgoing } from './transport';

const MINUTE_MS = 60_000;
/** Longer than every SMTP timeout together: whoever holds a message past this is dead. */
const LEASE_MS = 3 * MINUTE_MS;
/** Letters that may be repeated without harm go again this long after an attempt nobody knows the end of. */
const REPEAT_AFTER_MS = 60 * MINUTE_MS;
const NEVER_BLINDLY_AGAIN = ['outcome', 'notice'];
const BREAKER = 20;

type Send = (message: Outgoing) => Promise<Delivery>;
type Row = {
  id: string;
  kind: string;
  attempts: number;
  to_address: string;
  to_name: string;
  subject: string;
  text: string;
  html: string;
};

/** Takes the next due messages, each for one worker alone, and commits before the first byte goes out. */
const take = (now: Date) => db.$queryRaw<Row[]>`
  UPDATE outbox_messages SET state = 'sending', attempts = attempts + 1, lease_until = ${new Date(now.getTime() + LEASE_MS)}
  WHERE id IN (
    SELECT id FROM outbox_messages WHERE state IN ('queued', 'deferred') AND not_before <= ${now}
    ORDER BY not_before, id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, kind, attempts, to_address, to_name, subject, text, html`;

/** Whether somebody waits for a first attempt. */
export async function hasUntriedMail(now: Date): Promise<boolean> {
  const found = await db.outboxMessage.findFirst({
    where: { state: 'queued', attempts: 0, notBefore: { lte: now } },
    select: { id: true },
  });
  return found !== null;
}

/** Messages whose sender died: nobody knows whether they went out. */
async function doubtAbandoned(now: Date): Promise<void> {
  await db.outboxMessage.updateMany({
    where: { state: 'sending', leaseUntil: { lt: now } },
    data: {
      state: 'uncertain',
      leaseUntil: null,
      lastReply: 'The sending process ended before the server answered.',
      notBefore: new Date(now.getTime() + REPEAT_AFTER_MS),
    },
  });
  await db.outboxMessage.updateMany({
    where: { state: 'uncertain', kind: { notIn: NEVER_BLINDLY_AGAIN }, notBefore: { lt: now } },
    data: { state: 'queued' },
  });
}

function settled({ result, reply }: Delivery, attempts: number, now: Date) {
  const lastReply = reply.slice(0, 300);
  const later = (minutes: number) => new Date(now.getTime() + minutes * MINUTE_MS);
  if (result === 'accepted') return { state: 'accepted', lastReply, settledAt: now, leaseUntil: null };
  if (result === 'unknown') return { state: 'uncertain', lastReply, notBefore: later(60), leaseUntil: null };
  const minutes = retryIn(causeOf(reply), attempts);
  if (minutes === null) return { state: 'failed', lastReply, settledAt: now, leaseUntil: null };
  return { state: 'deferred', lastReply, notBefore: later(minutes), leaseUntil: null };
}

async function sendOne(row: Row, send: Send, readNow: () => Date): Promise<Delivery> {
  const { id, to_address: address, to_name: name, subject, text, html } = row;
  const delivery = await send({ id, to: { address, name }, subject, text, html });
  await db.outboxMessage.updateMany({
    where: { id, state: 'sending' },
    data: settled(delivery, row.attempts, readNow()),
  });
  return delivery;
}

/**
 * Sends what is due, one commit a message, `lanes` at a time, until nothing is left or `BREAKER` faults of a kind came in a
 * row (the server is ill: what remains waits for the next minute).
 *
 * @returns how many were accepted, and whether the server proved to be ill
 */
export async function drain(send: Send, readNow: () => Date, lanes = 4): Promise<{ accepted: number; ill: boolean }> {
  await doubtAbandoned(readNow());
  let accepted = 0;
  let faults = 0;
  const lane = async () => {
    while (faults < BREAKER) {
      const [row] = await take(readNow());
      if (!row) return;
      const { result } = await sendOne(row, send, readNow);
      if (result === 'accepted') accepted++;
      faults = result === 'accepted' || result === 'refused' ? 0 : faults + 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { accepted, ill: faults >= BREAKER };
}
