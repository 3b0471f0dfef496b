import { escapeMarkdown } from '@/domain/letters/markdown';
import { composeMessage, type MessageText, type Signature } from '../compose';

type Props = { cycleName: string; letterCount: number; number: number; of: number; link: string };

/** To staff before the first letter goes: what the mail server takes from us now, it takes of the letters. */
export const probeMail = ({ cycleName, letterCount, number, of, link }: Props, signature: Signature): MessageText =>
  composeMessage(
    `Trial letter ${number} of ${of} for ${cycleName}`,
    [
      'Hello,',
      `this is a trial. ${letterCount} letters of ${escapeMarkdown(cycleName)} go out as soon as the mail server has taken ${of} such mails; you need do nothing.`,
      `Where the release stands: [${link}](${link})`,
    ].join('\n\n'),
    signature,
  );
