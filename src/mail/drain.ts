import { setTimeout as wait } from 'node:timers/promises';
import { db } from '@/db/client';
import { causeOf, retryIn } from '@/domain/smtp-reply';
import { readBreakers, type Breakers } from './breaker';
import { doubtUntil, settleDoubts } from './doubt';
import type { MailLedger } from './ledger';
import { suppressAddress } from './suppression';
import { accept, take, type Row, type Which } from './take';
import type { Delivery, Outgoing } from './transport';

const MINUTE_MS = 60_000;
const RECORD_TRIES = 20;
const RECORD_PAUSE_MS = 500;

type Send = (message: Outgoing) => Promise<Delivery>;
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

type Moment = { ledger: MailLedger | null; now: Date };

async function record(row: Row, delivery: Delivery, { ledger, now }: Moment): Promise<unknown> {
  const { id, attempts } = row;
  const { result, reply } = delivery;
  if (result === 'accepted') return accept(id, reply.slice(0, 300), now);
  const change = { where: { id, state: 'sending' }, data: settled(delivery, attempts, ledger, now) };
  if (result !== 'refused' || causeOf(reply) !== 'no_mailbox') return db.outboxMessage.updateMany(change);
  return db.$transaction(async (tx) => {
    await tx.outboxMessage.updateMany(change);
    await suppressAddress(tx, row, reply, now);
  });
}

async function sendOne(row: Row, { send, readNow, ledger = null }: Draining): Promise<Delivery> {
  const { id, toAddress: address, toName: name, replyTo, subject, text, html, calendar, unsubscribeUrl } = row;
  const delivery = await send({ id, to: { address, name }, replyTo, subject, text, html, calendar, unsubscribeUrl });
  const now = readNow();
  await surely(() => record(row, delivery, { ledger, now }));
  return delivery;
}

/** How many were accepted, how many of these were trials of a release, and how many stayed because of their address. */
export type Drained = { accepted: number; probes: number; suppressed: number };

/** One turn. @returns false when nothing is left */
async function turn(which: Which, { draining, breakers, done, place }: Turn): Promise<boolean> {
  const row = await take(draining.readNow(), which);
  if (!row) return false;
  if (!which.only) place.last = row;
  if (row.state === 'suppressed') done.suppressed++;
  if (row.state !== 'sending') return true;
  const delivery = await sendOne(row, draining);
  await breakers.note(row.kind, delivery, draining.readNow());
  if (delivery.result !== 'accepted') return true;
  done.accepted++;
  if (row.kind === 'probe') done.probes++;
  return true;
}
type Turn = { draining: Draining; breakers: Breakers; done: Drained; place: { last: Row | null } };

/**
 * Sends what is due, one commit a message, until nothing is left. A kind of mail that the server does not take, so often in a
 * row, rests; then one mail of it is tried before the others go.
 */
export async function drain(draining: Draining): Promise<Drained> {
  const { readNow, lanes = 4, ledger = null, domain = 'localhost' } = draining;
  await settleDoubts(ledger, domain, readNow());
  const breakers = await readBreakers();
  const done: Drained = { accepted: 0, probes: 0, suppressed: 0 };
  const all: Turn = { draining, breakers, done, place: { last: null } };
  for (const only of breakers.rested(readNow())) await turn({ skip: [], only }, all);
  const lane = async () => {
    while (await turn({ skip: breakers.shut(), from: all.place.last }, all));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}
