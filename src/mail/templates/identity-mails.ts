import { escapeMarkdown } from '@/domain/letters/markdown';
import { say } from '@/lib/words/say';
import { composeMessage, type MessageText, type Signature } from '../compose';
import { groupedCode } from './sign-in';

/** The fresh code that a copy of one's own answers takes; nothing else opens with it. */
export const copyCodeMail = (cycleName: string, code: string, signature: Signature): MessageText =>
  composeMessage(
    say('mail.copyCodeSubject'),
    [
      say('mail.hello'),
      say('mail.copyCodeAsked', { cycle: cycleName, code: groupedCode(code) }),
      say('mail.copyCodeOnce'),
    ].join('\n\n'),
    signature,
  );

export const copyMail = (cycleName: string, signature: Signature): MessageText =>
  composeMessage(
    say('mail.copySubject'),
    [say('mail.hello'), say('mail.copyMade', { cycle: cycleName }), say('mail.copyNotYou')].join('\n\n'),
    signature,
  );

type BrokenGlass = { cycleName: string; names: readonly [string, string]; reason: string };

/** The person is told who looked, and why, in their words. */
export const breakGlassMail = ({ cycleName, names, reason }: BrokenGlass, signature: Signature): MessageText =>
  composeMessage(
    say('mail.glassSubject'),
    [
      say('mail.hello'),
      say('mail.glassWho', {
        first: escapeMarkdown(names[0]),
        second: escapeMarkdown(names[1]),
        cycle: cycleName,
      }),
      say('mail.glassReason', { reason: escapeMarkdown(reason) }),
      say('mail.glassOnce'),
    ].join('\n\n'),
    signature,
  );
