import { escapeMarkdown } from '@/domain/letters/markdown';
import { composeMessage, type MessageText, type Signature } from '../compose';

type Props = { name: string; code: string; link: string };

/** The code in two groups of four, as it is easier to read and to type. */
export const groupedCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** The mail with a sign-in link and a code. The link opens a page; its button signs in. */
export function signInMail({ name, code, link }: Props, signature: Signature): MessageText {
  return composeMessage(
    `Your sign-in code for ${signature.program}`,
    [
      `Hello ${escapeMarkdown(name)},`,
      `Your code is **${groupedCode(code)}**`,
      `Type it on the page where you asked for it, or open this page and press its button: [${link}](${link})`,
      'Both work for 60 minutes, once. If you did not ask for this, you need do nothing: nobody is signed in without it.',
    ].join('\n\n'),
    signature,
  );
}
