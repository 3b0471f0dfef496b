import { escapeMarkdown } from '@/domain/letters/markdown';
import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

type Asked = {
  cycleName: string;
  wasMentor: boolean;
  /** Of staff, as typed; '' for none. */
  words: string;
  until: string;
  programUrl: string;
  quietUrl: string;
};

/** Will they mentor now, or again? */
export const askBackMail = (
  { cycleName, wasMentor, words, until, programUrl, quietUrl }: Asked,
  signature: Signature,
): MessageText =>
  composeMessage(
    say('mail.askBackSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say(wasMentor ? 'mail.backMentor' : 'mail.backMentee', { cycle: cycleName }),
      ...(words ? [escapeMarkdown(words)] : []),
      say('mail.backApply', { until, link: linked(programUrl) }),
      say('mail.backQuiet', { link: linked(quietUrl) }),
    ].join('\n\n'),
    signature,
  );
