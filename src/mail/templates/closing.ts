import { escapeMarkdown } from '@/domain/letters/markdown';
import { say, type Key } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

type Asked = {
  cycleName: string;
  /** A pair that ended early names nobody. */
  pairs: readonly { partner: string; link: string; early: boolean }[];
  until: string;
  quietUrl: string;
};

const SUBJECTS = {
  opening: 'mail.closingSubject',
  again: 'mail.closingAgainSubject',
  last_days: 'mail.closingLastSubject',
} as const satisfies Record<string, Key>;
export type ClosingTone = keyof typeof SUBJECTS;

const lineOf = ({ partner, link, early }: Asked['pairs'][number]): string =>
  early
    ? say('mail.closingEarlyLine', { link: linked(link) })
    : say('mail.closingLine', { partner: escapeMarkdown(partner), link: linked(link) });

/** Asks for the closing answers about every pair that has none yet. */
export function closingMail(
  { cycleName, pairs, until, quietUrl }: Asked,
  tone: ClosingTone,
  signature: Signature,
): MessageText {
  const early = pairs.every((one) => one.early);
  return composeMessage(
    say(SUBJECTS[tone], { cycle: cycleName }),
    [
      say('mail.hello'),
      say(early ? 'mail.closingEarlyWhy' : 'mail.closingWhy', { cycle: cycleName }),
      ...pairs.map(lineOf),
      say('mail.closingUntil', { until }),
      ...(early ? [] : [say('mail.closingGoOn')]),
      say('mail.nudgeQuiet', { link: linked(quietUrl) }),
    ].join('\n\n'),
    signature,
  );
}
