import { language } from '@/lib/language';
import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

type Topic = { title: string; words: string; cycleName: string; homeUrl: string; quietUrl: string };

/** What pairs may talk about this month. Staff wrote it in English; what stands around it is in the reader's language. */
export function topicMail({ title, words, cycleName, homeUrl, quietUrl }: Topic, signature: Signature): MessageText {
  const around = [
    say('mail.hello'),
    say('library.mailIntro', { cycle: cycleName }),
    say('library.mailHome', { link: linked(homeUrl) }),
    say('mail.nudgeQuiet', { link: linked(quietUrl) }),
  ];
  const [hello = '', intro = '', home = '', quiet = ''] = around;
  const subject = say('library.mailSubject', { title });
  if (language() !== 'en') return composeMessage(subject, words, signature, [hello, intro, home, quiet].join('\n\n'));
  return composeMessage(subject, [hello, intro, words, home, quiet].join('\n\n'), signature);
}
