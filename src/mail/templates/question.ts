import { escapeMarkdown } from '@/domain/letters/markdown';
import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

type Asked = {
  cycleName: string;
  reference: string;
  /** Empty for an address that is not proven: the question waits behind the link. */
  question: string;
  answerUrl: string;
};

/** The committee asks something before it decides. */
export const questionMail = ({ cycleName, reference, question, answerUrl }: Asked, signature: Signature): MessageText =>
  composeMessage(
    say('mail.questionSubject', { reference }),
    [
      say('mail.hello'),
      say('mail.questionWhat', { reference, cycle: cycleName }),
      question ? `> ${escapeMarkdown(question).replaceAll('\n', '\n> ')}` : '',
      say('mail.questionAnswer', { link: linked(answerUrl) }),
    ]
      .filter(Boolean)
      .join('\n\n'),
    signature,
  );
