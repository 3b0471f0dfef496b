import { db } from '@/db/client';
import { keepLink } from '@/db/links';
import type { Actor } from '@/domain/actor';
import { dueOf } from '@/domain/answering';
import { languageIn } from '@/domain/language';
import { isQuiet } from '@/domain/nudges';
import { authorize } from '@/domain/permissions';
import { shownName } from '@/features/applications/schema';
import { appUrl } from '@/lib/env';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { formatInstant } from '@/lib/words/dates';
import { signatureOf, type MessageText } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { proposalReminderMail } from '@/mail/templates/proposal';
import { listUnansweredProposals, type UnansweredProposal } from '../queries';

async function remindOne(proposal: UnansweredProposal, newToken: () => string, now: Date): Promise<boolean> {
  const { id, organizationId, mentor, mentee, cycle, answerBy: until } = proposal;
  if ([mentor, mentee].some(({ state }) => state === 'withdrawn') || cycle.releasedAt) return false;
  const token = newToken();
  const mail: MessageText = inLanguage(languageIn(mentor.language), () =>
    proposalReminderMail(
      {
        cycleName: cycle.name,
        mentee: shownName(mentee),
        until: formatInstant(until, cycle.timeZone),
        link: `${appUrl()}${paths.proposal(token)}`,
      },
      signatureOf(cycle),
    ),
  );
  return db.$transaction(async (tx) => {
    const [key, to] = [`proposal-reminder:${id}`, { address: mentor.email }];
    const letter = { ...mail, organizationId, key, kind: 'proposal', to, personId: mentor.personId };
    if (!(await enqueue(tx, letter, now))) return false;
    await keepLink(tx, { purpose: 'proposal', subjectId: id, email: mentor.email, organizationId, token, until }, now);
    return true;
  });
}

/** Reminds every mentor once who has not answered, two days before their time is over, not at night. @returns how many */
export async function remindMentors(actor: Actor, newToken: () => string, now: Date): Promise<number> {
  authorize(actor, 'reminder.send', {}, now);
  let reminded = 0;
  for (const proposal of await listUnansweredProposals(now)) {
    const due = dueOf({ answeredBy: proposal.answerBy, confirmDays: proposal.cycle.confirmDays }, now);
    if (due === 'remind' && !isQuiet(now, proposal.cycle.timeZone) && (await remindOne(proposal, newToken, now)))
      reminded += 1;
  }
  return reminded;
}
