import { escapeMarkdown } from '@/domain/letters/markdown';
import { composeMessage, type MessageText, type Signature } from '../compose';
import { groupedCode } from './sign-in';

/** The fresh code that a copy of one's own answers takes; nothing else opens with it. */
export const copyCodeMail = (cycleName: string, code: string, signature: Signature): MessageText =>
  composeMessage(
    'Your code for a copy of your answers',
    [
      'Hello,',
      `You asked for a copy of everything you gave us for ${cycleName}, the confidential answers included. Type this code on the page where you asked: **${groupedCode(code)}**`,
      'It works for 60 minutes, once. If this was not you, do not pass the code on, and write to us.',
    ].join('\n\n'),
    signature,
  );

export const copyMail = (cycleName: string, signature: Signature): MessageText =>
  composeMessage(
    'A copy of your confidential answers was made',
    [
      'Hello,',
      `A copy of your answers for ${cycleName} was made, as was asked for with the code that we sent you. It is shown once, to the browser that asked, and then deleted here.`,
      'If this was not you, write to us at once.',
    ].join('\n\n'),
    signature,
  );

type BrokenGlass = { cycleName: string; names: readonly [string, string]; reason: string };

/** The person is told who looked, and why, in their words. */
export const breakGlassMail = ({ cycleName, names, reason }: BrokenGlass, signature: Signature): MessageText =>
  composeMessage(
    'Two people opened your confidential answers',
    [
      'Hello,',
      `Confidential answers are read by the matching service alone. There is one exception, for which two people must agree and give a reason, and it was used for yours: **${escapeMarkdown(names[0])}** and **${escapeMarkdown(names[1])}** opened your confidential answers for ${cycleName}.`,
      `Their reason: “${escapeMarkdown(reason)}”`,
      'They can be read once, within an hour, by the first of the two. It is written in the log that you see on your status page. If you have questions, or think that this was wrong, write to us or call.',
    ].join('\n\n'),
    signature,
  );
