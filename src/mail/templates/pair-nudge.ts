import { CONTACT_ANSWERS, type CheckIn } from '@/domain/check-in';
import { escapeMarkdown } from '@/domain/letters/markdown';
import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

type Nudged = {
  cycleName: string;
  partner: string;
  checkInUrl: (key: string, answer?: string) => string;
  quietUrl: string;
  homeUrl: string;
};

const quietLine = ({ quietUrl }: Nudged) => say('mail.nudgeQuiet', { link: linked(quietUrl) });

/** One tap for each answer; the page behind it has the button that counts. */
function answersOf({ checkInUrl }: Nudged, { key, asks }: CheckIn): string {
  if (asks === 'going') return say('mail.checkInOpen', { link: linked(checkInUrl(key)) });
  return CONTACT_ANSWERS.map((answer) => `* [${say(`pair.contact_${answer}`)}](${checkInUrl(key, answer)})`).join('\n');
}

/** How it goes with the partner; a second time for who has not answered. */
export function checkInMail(
  { checkIn, again, ...nudged }: Nudged & { checkIn: CheckIn; again: boolean },
  signature: Signature,
): MessageText {
  const [cycle, partner] = [nudged.cycleName, escapeMarkdown(nudged.partner)];
  return composeMessage(
    say(again ? 'mail.checkInAgainSubject' : `mail.checkInSubject_${checkIn.asks}`, { cycle, partner: nudged.partner }),
    [
      say('mail.hello'),
      say(`mail.checkIn_${checkIn.asks}`, { cycle, partner }),
      answersOf(nudged, checkIn),
      say('mail.checkInReaders'),
      quietLine(nudged),
    ].join('\n\n'),
    signature,
  );
}

/** Goals are due soon, and there is none. */
export const goalsMail = (nudged: Nudged, signature: Signature): MessageText =>
  composeMessage(
    say('mail.goalsSubject', { cycle: nudged.cycleName }),
    [
      say('mail.hello'),
      say('mail.goalsWhy', { partner: escapeMarkdown(nudged.partner) }),
      say('mail.goalsWhere', { link: linked(nudged.homeUrl) }),
      quietLine(nudged),
    ].join('\n\n'),
    signature,
  );
