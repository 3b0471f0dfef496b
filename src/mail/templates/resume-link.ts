import { composeMessage, type MessageText, type Signature } from '../compose';
import { groupedCode } from './sign-in';

type Props = { cycleName: string; code: string; link: string; askAgain: string; started: boolean };

/** The way back to a form. Goes to addresses that are not proven yet, so it holds no name and no answer. */
export function resumeLinkMail({ cycleName, code, link, askAgain, started }: Props, signature: Signature): MessageText {
  return composeMessage(
    started ? `Your application for ${cycleName}: how to come back` : `Come back to your application for ${cycleName}`,
    [
      'Hello,',
      started
        ? `You started an application for ${cycleName}. What you type is saved page by page.`
        : `Here is the way back to your application for ${cycleName}.`,
      `Open this page on any device and press its button: [${link}](${link})`,
      `${started ? 'Or choose “Return to a saved application” and “I have a code”, and type' : 'Or type this code where you asked for it'}: **${groupedCode(code)}**`,
      `Both work for 60 minutes. Later, ask for a new one: [${askAgain}](${askAgain})`,
      'If this was not you, you need do nothing: nobody can open anything without this mail.',
    ].join('\n\n'),
    signature,
  );
}
