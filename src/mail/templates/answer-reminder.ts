import { escapeMarkdown } from '@/domain/letters/markdown';
import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

type Props = { cycleName: string; partner: string; until: string; link: string };

/** A word to somebody who has not said yet whether they take their match. */
export function answerReminderMail({ cycleName, partner, until, link }: Props, signature: Signature): MessageText {
  return composeMessage(
    say('mail.answerSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.answerWaits', { cycle: cycleName, partner: escapeMarkdown(partner), until }),
      say('mail.answerHere', { link: linked(link) }),
      say('mail.answerAfter'),
    ].join('\n\n'),
    signature,
  );
}
