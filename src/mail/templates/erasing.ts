import { say } from '@/lib/words/say';
import { composeMessage, type MessageText, type Signature } from '../compose';
import { groupedCode } from './sign-in';

/** The fresh code that erasing everything takes. */
export const eraseCodeMail = (code: string, signature: Signature): MessageText =>
  composeMessage(
    say('mail.eraseCodeSubject'),
    [
      say('mail.hello'),
      say('mail.eraseCodeAsked', { program: signature.program, code: groupedCode(code) }),
      say('mail.copyCodeOnce'),
    ].join('\n\n'),
    signature,
  );

/** The last mail to somebody who is forgotten. */
export const erasedMail = (signature: Signature): MessageText =>
  composeMessage(
    say('mail.erasedSubject'),
    [
      say('mail.hello'),
      say('mail.erasedDone', { program: signature.program }),
      say('mail.erasedBackups'),
      say('mail.erasedWelcome'),
    ].join('\n\n'),
    signature,
  );
