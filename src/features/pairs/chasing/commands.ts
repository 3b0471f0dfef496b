import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import { keepLink } from '@/db/links';
import type { Actor } from '@/domain/actor';
import { dueOf } from '@/domain/answering';
import { languageIn } from '@/domain/language';
import { matchMoved } from '@/domain/match';
import { isQuiet } from '@/domain/nudges';
import { authorize } from '@/domain/permissions';
import { shownName } from '@/features/applications/schema';
import { appUrl } from '@/lib/env';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { formatInstant } from '@/lib/words/dates';
import { signatureOf } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { answerReminderMail } from '@/mail/templates/answer-reminder';
import { ruleOutAsked } from '../commands';
import { matchState } from '../schema';
import { listUnanswered, type Unanswered } from './queries';

/** The time is over: the match is none any more, and both are free again. Nobody is written to before a person has looked. */
async function expire(actor: Actor, match: Unanswered, now: Date): Promise<boolean> {
  const { id, organizationId, cycleId, version, mentorAnswer, menteeAnswer } = match;
  const { mentorApplicationId, menteeApplicationId } = match;
  const state = matchState.parse(match.state);
  return db.$transaction(async (tx) => {
    const { count } = await tx.match.updateMany({
      where: { id, state, version },
      data: { state: matchMoved(state, 'expire'), version: { increment: 1 } },
    });
    if (count === 0) return false;
    const asked = { organizationId, cycleId, mentorApplicationId, menteeApplicationId };
    await ruleOutAsked(tx, asked, 'They were asked, and did not answer in time.', now);
    const event = { subjectType: 'match', subjectId: id, action: 'match.expired', at: now };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event, detail: { mentorAnswer, menteeAnswer } });
    return true;
  });
}

type Side = 'mentor' | 'mentee';
const OTHER = { mentor: 'mentee', mentee: 'mentor' } as const;

/** One reminder a side, with a link of its own that ends when the first one does. */
async function remind(match: Unanswered, side: Side, newToken: () => string, now: Date): Promise<boolean> {
  const { id, organizationId, answerBy, plan } = match;
  const [mine, partner] = [match[side], match[OTHER[side]]];
  const answered = side === 'mentor' ? match.mentorAnswer : match.menteeAnswer;
  if (answered !== '' || !answerBy || mine.state === 'withdrawn') return false;
  const { cycle } = plan;
  const token = newToken();
  const mail = inLanguage(languageIn(mine.language), () =>
    answerReminderMail(
      {
        cycleName: cycle.name,
        partner: shownName(partner),
        until: formatInstant(answerBy, cycle.timeZone),
        link: `${appUrl()}${paths.confirmMatch(token)}`,
      },
      signatureOf(cycle),
    ),
  );
  return db.$transaction(async (tx) => {
    const to = { address: mine.email };
    const key = `answer-reminder:${id}:${side}`;
    const letter = { ...mail, organizationId, key, kind: 'answer_reminder', to, personId: mine.personId };
    if (!(await enqueue(tx, letter, now))) return false;
    const link = { organizationId, email: mine.email, subjectId: id, token, until: answerBy };
    await keepLink(tx, { purpose: 'confirm_match', ...link }, now);
    return true;
  });
}

/** Reminds once and not at night, and ends what was not answered in time. Safe to run as often as one likes. @returns how many of each */
export async function chaseAnswers(
  actor: Actor,
  newToken: () => string,
  now: Date,
): Promise<{ reminded: number; expired: number }> {
  authorize(actor, 'reminder.send', {}, now);
  let [reminded, expired] = [0, 0];
  for (const match of await listUnanswered()) {
    if (!match.answerBy) continue;
    const due = dueOf({ answeredBy: match.answerBy, confirmDays: match.plan.cycle.confirmDays }, now);
    if (due === 'expire' && (await expire(actor, match, now))) expired += 1;
    if (due !== 'remind' || isQuiet(now, match.plan.cycle.timeZone)) continue;
    for (const side of ['mentor', 'mentee'] as const) if (await remind(match, side, newToken, now)) reminded += 1;
  }
  return { reminded, expired };
}
