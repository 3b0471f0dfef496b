import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';
import { groupedCode } from './sign-in';

type Props = { cycleName: string; until: string; link: string; code: string; askAgain: string };

/** Somebody may apply after the deadline. It may go to an address that is not proven yet: no name, no answer. */
export function lateLinkMail({ cycleName, until, link, code, askAgain }: Props, signature: Signature): MessageText {
  return composeMessage(
    say('mail.lateSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.lateUntil', { cycle: cycleName, until }),
      say('mail.openAnywhere', { link: linked(link) }),
      say('mail.orChooseAndType', { code: groupedCode(code) }),
      say('mail.askAgain', { link: linked(askAgain) }),
      say('mail.lateNotYou'),
    ].join('\n\n'),
    signature,
  );
}
