import { escapeMarkdown, markdownList } from '@/domain/letters/markdown';
import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

type Mentee = { name: string; reasons: readonly string[]; link: string };
type Props = { name: string; cycleName: string; until: string; mentees: readonly Mentee[] };

/** Asks a mentor whether they would take somebody, before anybody is told an outcome. */
export function proposalMail({ name, cycleName, until, mentees }: Props, signature: Signature): MessageText {
  return composeMessage(
    say('mail.proposalSubject', { cycle: cycleName }),
    [
      say('letters.greeting', { name: escapeMarkdown(name) }),
      say('mail.proposalWould', { cycle: escapeMarkdown(cycleName), count: mentees.length, until }),
      ...mentees.flatMap((mentee) => [
        `**${escapeMarkdown(mentee.name)}**`,
        markdownList(mentee.reasons),
        say('mail.proposalAnswer', { link: linked(mentee.link) }),
      ]),
      say('mail.proposalNotTold'),
    ]
      .filter(Boolean)
      .join('\n\n'),
    signature,
  );
}

/** A word to a mentor who has not said whether they would. */
export function proposalReminderMail(
  { cycleName, mentee, until, link }: { cycleName: string; mentee: string; until: string; link: string },
  signature: Signature,
): MessageText {
  return composeMessage(
    say('mail.proposalSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.proposalWaits', { name: escapeMarkdown(mentee), until }),
      say('mail.proposalAnswer', { link: linked(link) }),
      say('mail.proposalNotTold'),
    ].join('\n\n'),
    signature,
  );
}
