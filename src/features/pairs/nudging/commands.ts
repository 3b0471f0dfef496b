import { db } from '@/db/client';
import type { Actor } from '@/domain/actor';
import { findCheckIn } from '@/domain/check-in';
import { languageIn } from '@/domain/language';
import { dueNudges, isQuiet, type DueNudge } from '@/domain/nudges';
import { silentSince } from '@/domain/pair-task';
import { authorize } from '@/domain/permissions';
import { shownName } from '@/features/applications/schema';
import { inLanguage } from '@/lib/language';
import { signatureOf } from '@/mail/compose';
import { enqueue, listMade } from '@/mail/outbox';
import { checkInMail, goalsMail } from '@/mail/templates/pair-nudge';
import { createNudgeLink, nudgeUrls } from '../quiet/commands';
import { openFromCheckIn } from '../tasks/commands';
import { listAtWork, resumedAt, type AtWork } from './queries';

const OTHER = { mentor: 'mentee', mentee: 'mentor' } as const;
type Side = keyof typeof OTHER;
type Sending = { pair: AtWork; side: Side; nudge: DueNudge; key: string };

const yearOf = ({ startedAt, plan: { cycle } }: AtWork) => ({ ...cycle, startedAt });

/** The reminders of a pair that are due, for those who want them and are still in it. */
function sendingsOf(pair: AtWork, now: Date): Sending[] {
  const sides = (['mentor', 'mentee'] as const).filter((side) => {
    const { email, state, person } = pair[side];
    return email !== '' && state !== 'withdrawn' && !person?.nudgeOptOut;
  });
  return sides.flatMap((side) => {
    const answered = pair.checkIns.filter((one) => one.side === side).map(({ key }) => key);
    return dueNudges(yearOf(pair), { answered, goals: pair._count.goals }, now).map((nudge) => ({
      pair,
      side,
      nudge,
      key: `pair-nudge:${pair.id}:${side}:${nudge.key}:${nudge.checkIn ?? ''}`,
    }));
  });
}

function mailOf({ pair, side, nudge }: Sending, token: string) {
  const [me, other] = [pair[side], pair[OTHER[side]]];
  const { cycle } = pair.plan;
  const partner = shownName(other);
  const checkIn = nudge.checkIn ? findCheckIn(nudge.checkIn) : undefined;
  return inLanguage(languageIn(me.language), () => {
    const shared = { cycleName: cycle.name, partner, ...nudgeUrls(token) };
    return checkIn
      ? checkInMail({ ...shared, checkIn, again: nudge.key === 'check_in_again' }, signatureOf(cycle))
      : goalsMail(shared, signatureOf(cycle));
  });
}

/** Queues one reminder with a link of its own. @returns false when it was made before */
async function send(sending: Sending, token: string, now: Date): Promise<boolean> {
  const { pair, side, key } = sending;
  const { organizationId, id: matchId } = pair;
  const { email, name, personId } = pair[side];
  const to = { address: email, name };
  const { unsubscribeUrl } = nudgeUrls(token);
  const letter = { ...mailOf(sending, token), organizationId, key, kind: 'pair_nudge', to, personId, unsubscribeUrl };
  return db.$transaction(async (tx) => {
    if (!(await enqueue(tx, letter, now))) return false;
    await createNudgeLink(tx, { organizationId, email, matchId, token }, now);
    return true;
  });
}

/** Silence becomes a task once. Who rested when a check-in was due was not asked, and is not called silent for it. */
async function noticeSilence(actor: Actor, pair: AtWork, now: Date): Promise<number> {
  const noticed = new Set(pair.tasks.map(({ about }) => about));
  const answered = (key: string) => pair.checkIns.filter((one) => one.key === key).length === 2;
  const silent = silentSince(yearOf(pair), now).filter(({ key }) => !noticed.has(key) && !answered(key));
  const resumed = silent.length > 0 ? await resumedAt(pair.id) : null;
  const asked = silent.filter(({ at }) => resumed === null || at > resumed);
  let opened = 0;
  for (const checkIn of asked)
    opened += await db.$transaction((tx) => openFromCheckIn(tx, { actor, pair, checkIn }, now));
  return opened;
}

/**
 * Asks pairs at work how it goes, and opens a task where nobody answers. At night nobody is written to: what is due then goes
 * out in the morning. Safe to run as often as one likes.
 */
export async function nudgePairs(actor: Actor, newToken: () => string, now: Date) {
  authorize(actor, 'reminder.send', {}, now);
  const pairs = await listAtWork(now);
  const awake = pairs.filter(({ plan }) => !isQuiet(now, plan.cycle.timeZone));
  const due = awake.flatMap((pair) => sendingsOf(pair, now));
  const made = await listMade(due.map(({ key }) => key));
  let [sent, opened] = [0, 0];
  for (const sending of due) if (!made.has(sending.key) && (await send(sending, newToken(), now))) sent += 1;
  for (const pair of pairs) opened += await noticeSilence(actor, pair, now);
  return { sent, opened };
}
