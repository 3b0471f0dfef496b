import { composeMessage, type MessageText, type Signature } from '../compose';
import { groupedCode } from './sign-in';

type Props = { cycleName: string; until: string; link: string; code: string; askAgain: string };

/** Somebody may apply after the deadline. It may go to an address that is not proven yet: no name, no answer. */
export function lateLinkMail({ cycleName, until, link, code, askAgain }: Props, signature: Signature): MessageText {
  return composeMessage(
    `You have more time for your application for ${cycleName}`,
    [
      'Hello,',
      `You may send your application for ${cycleName} until **${until}**.`,
      `Open this page on any device and press its button: [${link}](${link})`,
      `Or choose “Return to a saved application” and “I have a code”, and type this code: **${groupedCode(code)}**`,
      `Both work for 60 minutes. Later, ask for a new one: [${askAgain}](${askAgain})`,
      'If you did not ask for more time, you need do nothing.',
    ].join('\n\n'),
    signature,
  );
}
