import { say } from '@/lib/words/say';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

/** Before anything is kept for good: is this address yours? */
export function confirmInterestMail(link: string, signature: Signature): MessageText {
  const { program } = signature;
  return composeMessage(
    say('mail.interestSubject', { program }),
    [say('mail.hello'), say('mail.interestAsked', { program, link: linked(link) }), say('mail.interestNotYou')].join(
      '\n\n',
    ),
    signature,
  );
}

type Opening = { cycleName: string; until: string; programUrl: string; leaveUrl: string };

/** The news that people asked for. */
export function openingMail({ cycleName, until, programUrl, leaveUrl }: Opening, signature: Signature): MessageText {
  return composeMessage(
    say('mail.openingSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.openingUntil', { cycle: cycleName, until }),
      say('mail.openingApply', { link: linked(programUrl) }),
      say('mail.openingLeave', { link: linked(leaveUrl) }),
    ].join('\n\n'),
    signature,
  );
}

type Closing = { cycleName: string; until: string; resumeUrl: string };

/** To somebody who began a form and did not send it. */
export function unfinishedMail({ cycleName, until, resumeUrl }: Closing, signature: Signature): MessageText {
  return composeMessage(
    say('mail.unfinishedSubject', { cycle: cycleName }),
    [
      say('mail.hello'),
      say('mail.unfinishedBegun', { cycle: cycleName, until }),
      say('mail.unfinishedBack', { link: linked(resumeUrl) }),
      say('mail.unfinishedNothing'),
    ].join('\n\n'),
    signature,
  );
}
