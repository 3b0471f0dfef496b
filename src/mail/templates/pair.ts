import { escapeMarkdown } from '@/domain/letters/markdown';
import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

type Start = { cycleName: string; partner: string; link: string; statusUrl: string };

/** The program begins: where the two find their page. */
export const pairStartMail = ({ cycleName, partner, link, statusUrl }: Start, signature: Signature): MessageText =>
  composeMessage(
    say('mail.pairStartSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.pairStart', { cycle: cycleName, partner: escapeMarkdown(partner) }),
      say('mail.pairStartHome', { link: linked(link) }),
      say('mail.pairStartLater', { status: linked(statusUrl) }),
    ].join('\n\n'),
    signature,
  );
