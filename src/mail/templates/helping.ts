import { escapeMarkdown } from '@/domain/letters/markdown';
import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';
import { groupedCode } from './sign-in';

type Way = { link: string; code: string; askAgain: string };

/** How to get at the form, for an address that may not be proven yet. */
const wayIn = ({ link, code, askAgain }: Way) => [
  say('mail.openAnywhere', { link: linked(link) }),
  say('mail.orChooseAndType', { code: groupedCode(code) }),
  say('mail.askAgain', { link: linked(askAgain) }),
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
    say('mail.changedSubject', { reference }),
    [
      say('mail.hello'),
      say('mail.changedWhat', {
        staff: escapeMarkdown(staff),
        reference,
        cycle: cycleName,
        page: escapeMarkdown(pages),
      }),
      say('mail.changedWhy', { reason: escapeMarkdown(reason) }),
      say('mail.changedLook', { link: linked(statusUrl) }),
      say('mail.askUs'),
    ].join('\n\n'),
    signature,
  );

type Entered = Way & { cycleName: string; staff: string };

/** Staff began to write a form down for somebody: the person can look, go on, and give confidential wishes. */
export const enteredForYouMail = ({ cycleName, staff, ...way }: Entered, signature: Signature): MessageText =>
  composeMessage(
    say('mail.enteredSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.enteredWhat', { staff: escapeMarkdown(staff), cycle: cycleName }),
      ...wayIn(way),
      say('mail.askUs'),
    ].join('\n\n'),
    signature,
  );

type Reinstated = { cycleName: string; reference: string; statusUrl: string };

export const reinstatedMail = ({ cycleName, reference, statusUrl }: Reinstated, signature: Signature): MessageText =>
  composeMessage(
    say('mail.backSubject', { reference }),
    [
      say('mail.hello'),
      say('mail.backWhat', { reference, cycle: cycleName }),
      say('mail.backStatus', { link: linked(statusUrl) }),
      say('mail.askUs'),
    ].join('\n\n'),
    signature,
  );

/** To the address that is given up. It does not name the new one: who reads this may be somebody else by now. */
export const addressLeftMail = ({ cycleName }: { cycleName: string }, signature: Signature): MessageText =>
  composeMessage(
    say('mail.leftSubject', { cycle: cycleName }),
    [say('mail.hello'), say('mail.leftWhat', { cycle: cycleName }), say('mail.leftNotYou')].join('\n\n'),
    signature,
  );

/** To the new address, which nobody has proven yet. */
export const addressTakenMail = (
  { cycleName, ...way }: Way & { cycleName: string },
  signature: Signature,
): MessageText =>
  composeMessage(
    say('mail.takenSubject', { cycle: cycleName }),
    [say('mail.hello'), say('mail.takenWhat', { cycle: cycleName }), ...wayIn(way), say('mail.takenNotYou')].join(
      '\n\n',
    ),
    signature,
  );
