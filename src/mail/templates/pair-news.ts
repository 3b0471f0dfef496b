import { escapeMarkdown } from '@/domain/letters/markdown';
import { say } from '@/lib/words/say';
import { composeMessage, type MessageText, type Signature } from '../compose';

export type PairNews = 'hold' | 'resume' | 'end_early';
type News = { cycleName: string; partner: string; contact: string; news: PairNews };

/** What becomes of a pair: the same neutral words for both, without a reason and without who asked. */
export function pairNewsMail({ cycleName, partner, contact, news }: News, signature: Signature): MessageText {
  const words = { cycle: cycleName, partner: escapeMarkdown(partner), contact: escapeMarkdown(contact) };
  return composeMessage(
    say(`mail.pairNewsSubject_${news}`, { cycle: cycleName, partner }),
    [say('mail.hello'), say(`mail.pairNews_${news}`, words), say(`mail.pairNewsNext_${news}`, words)].join('\n\n'),
    signature,
  );
}
