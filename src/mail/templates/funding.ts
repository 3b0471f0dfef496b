import { escapeMarkdown } from '@/domain/letters/markdown';
import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

type Common = { cycleName: string; statusUrl: string };
type Awarded = Common & {
  /** Titles with their days in words. */
  obligations: readonly { title: string; due: string }[];
};

/** The membership is awarded on conditions, which are said with their days. */
export const fundingAwardedMail = ({ cycleName, statusUrl, obligations }: Awarded, signature: Signature): MessageText =>
  composeMessage(
    say('mail.fundingAwardedSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.fundingAwardedWhat'),
      say('mail.fundingAwardedPromised'),
      obligations
        .map(({ title, due }) => `- ${say('mail.fundingAwardedObligation', { title: escapeMarkdown(title), due })}`)
        .join('\n'),
      say('mail.fundingAwardedTell', { link: linked(statusUrl) }),
      `${say('mail.fundingAwardedStays')} ${say('mail.fundingNobodyElse')}`,
    ].join('\n\n'),
    signature,
  );

export const fundingWaitlistedMail = (
  { cycleName, statusUrl, until }: Common & { until: string },
  signature: Signature,
): MessageText =>
  composeMessage(
    say('mail.fundingWaitlistedSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.fundingWaitlistedWhat', { until }),
      say('mail.fundingWaitlistedStatus', { link: linked(statusUrl) }),
      say('mail.fundingNobodyElse'),
    ].join('\n\n'),
    signature,
  );

export const fundingDeclinedMail = ({ cycleName }: Common, signature: Signature): MessageText =>
  composeMessage(
    say('mail.fundingDeclinedSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.fundingDeclinedWhat'),
      `${say('mail.fundingGoesOn')} ${say('mail.fundingNobodyElse')}`,
    ].join('\n\n'),
    signature,
  );

export const fundingBoughtMail = ({ cycleName, statusUrl }: Common, signature: Signature): MessageText =>
  composeMessage(
    say('mail.fundingBoughtSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.fundingBoughtWhat'),
      say('mail.fundingBoughtPromised', { link: linked(statusUrl) }),
    ].join('\n\n'),
    signature,
  );

/** An award was taken back before the membership was bought, with the reason. */
export const fundingReturnedMail = (
  { cycleName, reason }: Common & { reason: string },
  signature: Signature,
): MessageText =>
  composeMessage(
    say('mail.fundingReturnedSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.fundingReturnedWhat'),
      say('mail.fundingReturnedWhy', { reason: escapeMarkdown(reason) }),
      `${say('mail.fundingReturnedWrong')} ${say('mail.fundingGoesOn')}`,
    ].join('\n\n'),
    signature,
  );
