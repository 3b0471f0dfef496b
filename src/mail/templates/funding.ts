import { escapeMarkdown } from '@/domain/letters/markdown';
import { composeMessage, type MessageText, type Signature } from '../compose';

const linked = (url: string) => `[${url}](${url})`;
const nobodyElse = 'Only the funding reviewers know of your request. It plays no part in who is matched.';

type Common = { cycleName: string; statusUrl: string };
type Awarded = Common & {
  /** Titles with their days in words. */
  obligations: readonly { title: string; due: string }[];
};

/** The membership is awarded on conditions, which are said with their days. */
export const fundingAwardedMail = ({ cycleName, statusUrl, obligations }: Awarded, signature: Signature): MessageText =>
  composeMessage(
    `You are awarded a funded membership with ${cycleName}`,
    [
      'Hello,',
      'One of the funded one-year memberships is awarded to you. We write again when it is bought; you need pay nothing.',
      'In return you promised:',
      obligations.map(({ title, due }) => `- ${escapeMarkdown(title)}, by **${due}**`).join('\n'),
      `Tell us here when each is done, or give the membership back while it is not bought (if a day passes and we heard nothing, staff are told of that one thing, so that somebody can ask you): ${linked(statusUrl)}`,
      `Whether or not you get a match, the award stays. ${nobodyElse}`,
    ].join('\n\n'),
    signature,
  );

export const fundingWaitlistedMail = (
  { cycleName, statusUrl, until }: Common & { until: string },
  signature: Signature,
): MessageText =>
  composeMessage(
    `You are on the waitlist for a funded membership with ${cycleName}`,
    [
      'Hello,',
      `There were more requests than memberships. You are on the waitlist until **${until}**: if one becomes free, it may go to you. This is not a judgement of you or of your work.`,
      `You need do nothing; we write by then either way. See where it stands, or leave the waitlist: ${linked(statusUrl)}`,
      nobodyElse,
    ].join('\n\n'),
    signature,
  );

export const fundingDeclinedMail = ({ cycleName }: Common, signature: Signature): MessageText =>
  composeMessage(
    `Your request for a funded membership with ${cycleName}`,
    [
      'Hello,',
      'We cannot give you one of the funded memberships this time: there were fewer than people who asked. This is not a judgement of you or of your work, and you are welcome to ask again in a later cycle.',
      `Your application for mentoring goes on as before. ${nobodyElse}`,
    ].join('\n\n'),
    signature,
  );

export const fundingBoughtMail = ({ cycleName, statusUrl }: Common, signature: Signature): MessageText =>
  composeMessage(
    `Your funded membership with ${cycleName} is bought`,
    [
      'Hello,',
      'Your one-year membership is bought. It is yours, whatever becomes of your application for mentoring.',
      `What you promised in return stands here with its days; tell us when each is done: ${linked(statusUrl)}`,
    ].join('\n\n'),
    signature,
  );

/** An award was taken back before the membership was bought, with the reason. */
export const fundingReturnedMail = (
  { cycleName, reason }: Common & { reason: string },
  signature: Signature,
): MessageText =>
  composeMessage(
    `Your funded membership with ${cycleName} goes to somebody else`,
    [
      'Hello,',
      'The funded membership that was awarded to you had not been bought yet, and it now goes to somebody on the waitlist.',
      `Why: ${escapeMarkdown(reason)}`,
      'If this is wrong, answer this mail. Your application for mentoring goes on as before.',
    ].join('\n\n'),
    signature,
  );
