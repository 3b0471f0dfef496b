import { say } from '@/lib/words/say';
import { composeMessage, type MessageText, type Signature } from '../compose';

type Props = { cycleName: string; days: readonly { day: string; title: string }[] };

/** The days of a cycle were moved: those that are still to come. */
export function movedDaysMail({ cycleName, days }: Props, signature: Signature): MessageText {
  return composeMessage(
    say('mail.daysSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.daysMoved', { cycle: cycleName }),
      days.map(({ day, title }) => `- ${say('mail.dayLine', { day, title })}`).join('\n'),
      say('mail.daysNothing'),
    ].join('\n\n'),
    signature,
  );
}
