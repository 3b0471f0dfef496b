import { composeMessage, type MessageText, type Signature } from '../compose';
import { groupedCode } from './sign-in';

/** The fresh code that erasing everything takes. */
export const eraseCodeMail = (code: string, signature: Signature): MessageText =>
  composeMessage(
    'Your code to erase everything you gave',
    [
      'Hello,',
      `You asked to erase everything you gave to ${signature.program}. Type this code on the page where you asked: **${groupedCode(code)}**`,
      'It works for 60 minutes, once. If this was not you, do not pass the code on, and write to us.',
    ].join('\n\n'),
    signature,
  );

/** The last mail to somebody who is forgotten. */
export const erasedMail = (signature: Signature): MessageText =>
  composeMessage(
    'Everything you gave is erased',
    [
      'Hello,',
      `As you asked, everything you gave to ${signature.program} is erased, and your applications are withdrawn. This is the last mail to this address.`,
      'Backups of the database are replaced within weeks; should one be restored before that, you are erased again at once.',
      'You are welcome to apply again at any time.',
    ].join('\n\n'),
    signature,
  );
