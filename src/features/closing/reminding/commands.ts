import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { isClosedTo, type Actor, type UserActor } from '@/domain/actor';
import { closingPhase, closingWindow } from '@/domain/closing';
import { dueMail, type ClosingMailKey } from '@/domain/closing-mails';
import { dayOf } from '@/domain/dates';
import { languageIn } from '@/domain/language';
import { isQuiet } from '@/domain/nudges';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { createNudgeLink, nudgeUrls } from '@/features/pairs/quiet/commands';
import { appUrl } from '@/lib/env';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { newToken } from '@/lib/token';
import { formatInstant } from '@/lib/words/dates';
import { signatureOf } from '@/mail/compose';
import { enqueue, listMade } from '@/mail/outbox';
import { closingMail, type ClosingTone } from '@/mail/templates/closing';
import { getClosingCycle, listAsked, listClosingCycles, type Asked, type ClosingCycle } from './queries';
import type { RemindInput } from './schema';

const TONES: Record<ClosingMailKey, ClosingTone> = {
  opening: 'opening',
  day_7: 'again',
  day_14: 'again',
  last_days: 'last_days',
};

type Sending = { cycle: ClosingCycle; asked: Asked; key: string; tone: ClosingTone };

/** One mail with a link for each of their pairs. @returns false when it was made before */
async function send(tx: Tx, { cycle, asked, key, tone }: Sending, tokenOf: () => string, now: Date): Promise<boolean> {
  const { organizationId, email, name, personId } = asked;
  const links = asked.pairs.map((pair) => ({ ...pair, token: tokenOf() }));
  const mail = inLanguage(languageIn(asked.language), () =>
    closingMail(
      {
        cycleName: cycle.name,
        pairs: links.map(({ token, ...pair }) => ({ ...pair, link: `${appUrl()}${paths.closingLink(token)}` })),
        until: formatInstant(closingWindow(cycle).closesAt, cycle.timeZone),
        quietUrl: nudgeUrls(links[0]?.token ?? '').quietUrl,
      },
      tone,
      signatureOf(cycle),
    ),
  );
  const { unsubscribeUrl } = nudgeUrls(links[0]?.token ?? '');
  const letter = {
    ...mail,
    organizationId,
    key,
    kind: 'closing',
    to: { address: email, name },
    personId,
    unsubscribeUrl,
  };
  if (!(await enqueue(tx, letter, now))) return false;
  for (const { matchId, token } of links) await createNudgeLink(tx, { organizationId, email, matchId, token }, now);
  return true;
}

/** Who gets the mail that is due: whoever ended early is asked at the opening, and not reminded. */
function sendingsOf(cycle: ClosingCycle, mail: ClosingMailKey, everybody: readonly Asked[]): Sending[] {
  const among = (asked: Asked): Asked =>
    mail === 'opening' ? asked : { ...asked, pairs: asked.pairs.filter(({ early }) => !early) };
  return everybody
    .map(among)
    .filter(({ wanted, pairs }) => wanted && pairs.length > 0)
    .map((asked) => ({ cycle, asked, key: `closing:${asked.applicationId}:${mail}`, tone: TONES[mail] }));
}

/**
 * Asks for closing answers as the rows of `domain/closing-mails` say, each once, never at night. Safe to run as often as one likes.
 *
 * @returns how many mails were queued
 */
export async function askForClosing(actor: Actor, tokenOf: () => string, now: Date): Promise<number> {
  authorize(actor, 'reminder.send', {}, now);
  let sent = 0;
  for (const cycle of await listClosingCycles(now)) {
    const due = dueMail(closingWindow(cycle), now);
    if (!due || isQuiet(now, cycle.timeZone)) continue;
    const sendings = sendingsOf(cycle, due.key, await listAsked(cycle.id));
    const made = await listMade(sendings.map(({ key }) => key));
    for (const sending of sendings.filter(({ key }) => !made.has(key)))
      if (await db.$transaction((tx) => send(tx, sending, tokenOf, now))) sent += 1;
  }
  return sent;
}

const isOpenTo = (actor: UserActor, { pairs }: Asked): boolean =>
  pairs.every(({ people }) => people.every((personId) => !isClosedTo(actor, personId)));

/**
 * Writes to the chosen who have not answered and want reminders; to nobody twice on a day, and not at night.
 *
 * @returns how many mails were queued
 * @throws {Refusal} `closing.no_window`, `closing.night`, `closing.nobody`
 */
export async function remindByHand(actor: UserActor, { cycleId, applicationIds }: RemindInput, now: Date) {
  return db.$transaction(async (tx) => {
    const cycle = await getClosingCycle(tx, cycleId);
    authorize(actor, 'closing.run', { programId: cycle.programId, personId: null }, now);
    if (closingPhase(closingWindow(cycle), now) !== 'open') throw new Refusal('closing.no_window');
    if (isQuiet(now, cycle.timeZone)) throw new Refusal('closing.night');
    const chosen = (await listAsked(cycleId, tx)).filter(
      (one) => one.wanted && applicationIds.includes(one.applicationId) && isOpenTo(actor, one),
    );
    let mails = 0;
    for (const asked of chosen) {
      const key = `closing:${asked.applicationId}:hand:${dayOf(now, cycle.timeZone)}`;
      if (await send(tx, { cycle, asked, key, tone: 'again' }, newToken, now)) mails += 1;
    }
    if (mails === 0) throw new Refusal('closing.nobody');
    const { organizationId } = cycle;
    const event = { subjectType: 'cycle', subjectId: cycleId, action: 'closing.reminded', at: now };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event, detail: { mails } });
    return mails;
  });
}
