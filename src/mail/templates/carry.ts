import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

type Asked = { cycleName: string; isMentor: boolean; link: string };

/** The waitlist is over: no match, and may we keep what you wrote for the next cycle? */
export const carryMail = ({ cycleName, isMentor, link }: Asked, signature: Signature): MessageText =>
  composeMessage(
    say('mail.carrySubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say(isMentor ? 'mail.carryMentor' : 'mail.carryMentee', { cycle: cycleName }),
      say('mail.carryAsk', { link: linked(link) }),
      say('mail.carryNothing'),
    ].join('\n\n'),
    signature,
  );

/** The next cycle takes applications, and their form is begun. */
export const carriedMail = (
  { cycleName, until, isMentor, link }: Asked & { until: string },
  signature: Signature,
): MessageText =>
  composeMessage(
    say('mail.carriedSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.carriedBegun', { cycle: cycleName, link: linked(link) }),
      ...(isMentor ? [] : [say('mail.carriedCredit')]),
      say('mail.carriedUntil', { until }),
    ].join('\n\n'),
    signature,
  );
