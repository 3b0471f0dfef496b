import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';
import { groupedCode } from './sign-in';

type Props = { cycleName: string; code: string; link: string; askAgain: string; started: boolean };

/** The way back to a form. Goes to addresses that are not proven yet, so it holds no name and no answer. */
export function resumeLinkMail({ cycleName, code, link, askAgain, started }: Props, signature: Signature): MessageText {
  return composeMessage(
    say(started ? 'mail.resumeStartedSubject' : 'mail.resumeSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say(started ? 'mail.resumeStarted' : 'mail.resumeHere', { cycle: cycleName }),
      say('mail.openAnywhere', { link: linked(link) }),
      say(started ? 'mail.orChooseAndType' : 'mail.orType', { code: groupedCode(code) }),
      say('mail.askAgain', { link: linked(askAgain) }),
      say('mail.resumeNotYou'),
    ].join('\n\n'),
    signature,
  );
}
