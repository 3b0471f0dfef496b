import { composeMessage, linked, type MessageText, type Signature } from '../compose';

/** To staff or chair, in English: that a concern waits, and nothing of it. */
export const concernMail = (
  { cycleName, link }: { cycleName: string; link: string },
  signature: Signature,
): MessageText =>
  composeMessage(
    `${cycleName}: somebody needs you to read something`,
    [
      'Hello,',
      `Somebody taking part in ${cycleName} wrote to you in confidence. They were told that it is read within two days.`,
      `Sign in and read it here: ${linked(link)}`,
      'For their sake this mail says no more, and please do not speak of it with anybody who cannot read it there.',
    ].join('\n\n'),
    signature,
  );
