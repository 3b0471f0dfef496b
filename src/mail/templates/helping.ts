import { escapeMarkdown } from '@/domain/letters/markdown';
import { composeMessage, type MessageText, type Signature } from '../compose';
import { groupedCode } from './sign-in';

const askUs = 'If you did not ask for this, answer this mail and we put it right.';
const linked = (url: string) => `[${url}](${url})`;

type Way = { link: string; code: string; askAgain: string };

/** How to get at the form, for an address that may not be proven yet. */
const wayIn = ({ link, code, askAgain }: Way) => [
  `Open this page on any device and press its button: ${linked(link)}`,
  `Or choose “Return to a saved application” and “I have a code”, and type this code: **${groupedCode(code)}**`,
  `Both work for 60 minutes. Later, ask for a new one: ${linked(askAgain)}`,
];

type Changed = {
  cycleName: string;
  reference: string;
  staff: string;
  reason: string;
  pages: string;
  statusUrl: string;
};

/** Staff changed answers of an application; the mail names pages, never an answer. */
export const changedForYouMail = (
  { cycleName, reference, staff, reason, pages, statusUrl }: Changed,
  signature: Signature,
): MessageText =>
  composeMessage(
    `Your application ${reference} was changed for you`,
    [
      'Hello,',
      `${escapeMarkdown(staff)} changed your application ${reference} for ${cycleName} on the page **${escapeMarkdown(pages)}**.`,
      `Why: ${escapeMarkdown(reason)}`,
      `Look at it here: ${linked(statusUrl)}`,
      askUs,
    ].join('\n\n'),
    signature,
  );

type Entered = Way & { cycleName: string; staff: string };

/** Staff began to write a form down for somebody: the person can look, go on, and give confidential wishes. */
export const enteredForYouMail = ({ cycleName, staff, ...way }: Entered, signature: Signature): MessageText =>
  composeMessage(
    `We are writing down your application for ${cycleName}`,
    [
      'Hello,',
      `${escapeMarkdown(staff)} is filling in an application for ${cycleName} with what you told us. You can look at it, change it and send it yourself. Confidential wishes, if you have any, are given only by you, on its last page.`,
      ...wayIn(way),
      askUs,
    ].join('\n\n'),
    signature,
  );

type Reinstated = { cycleName: string; reference: string; statusUrl: string };

export const reinstatedMail = ({ cycleName, reference, statusUrl }: Reinstated, signature: Signature): MessageText =>
  composeMessage(
    `Your application ${reference} is back`,
    [
      'Hello,',
      `Your application ${reference} for ${cycleName} is no longer withdrawn: the committee looks at it again.`,
      `See where it stands, or withdraw it again: ${linked(statusUrl)}`,
      askUs,
    ].join('\n\n'),
    signature,
  );

/** To the address that is given up. It does not name the new one: who reads this may be somebody else by now. */
export const addressLeftMail = ({ cycleName }: { cycleName: string }, signature: Signature): MessageText =>
  composeMessage(
    `We write to another address about ${cycleName}`,
    [
      'Hello,',
      `As asked, mails about your application for ${cycleName} go to another address from now on. This is the last one to this address.`,
      'If you did not ask for this, tell us at once.',
    ].join('\n\n'),
    signature,
  );

/** To the new address, which nobody has proven yet. */
export const addressTakenMail = (
  { cycleName, ...way }: Way & { cycleName: string },
  signature: Signature,
): MessageText =>
  composeMessage(
    `Please confirm your new address for ${cycleName}`,
    [
      'Hello,',
      `As asked, mails about your application for ${cycleName} come to this address now. Please confirm that it is yours.`,
      ...wayIn(way),
      'If you know nothing of this, you need do nothing, or write to us.',
    ].join('\n\n'),
    signature,
  );
