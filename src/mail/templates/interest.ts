import { composeMessage, type MessageText, type Signature } from '../compose';

/** Before anything is kept for good: is this address yours? */
export function confirmInterestMail(link: string, signature: Signature): MessageText {
  return composeMessage(
    `Shall we tell you when ${signature.program} opens?`,
    [
      'Hello,',
      `Somebody asked us to write to this address when applications for ${signature.program} open. If that was you, open this page and press its button: [${link}](${link})`,
      'If it was not you, you need do nothing: without the button we do not write again.',
    ].join('\n\n'),
    signature,
  );
}

type Opening = { cycleName: string; until: string; programUrl: string; leaveUrl: string };

/** The news that people asked for. */
export function openingMail({ cycleName, until, programUrl, leaveUrl }: Opening, signature: Signature): MessageText {
  return composeMessage(
    `Applications are open: ${cycleName}`,
    [
      'Hello,',
      `You asked us to tell you: applications for ${cycleName} are open until **${until}**.`,
      `Read about it and apply: [${programUrl}](${programUrl})`,
      `No longer interested? Leave the list here: [${leaveUrl}](${leaveUrl})`,
    ].join('\n\n'),
    signature,
  );
}

type Closing = { cycleName: string; until: string; resumeUrl: string };

/** To somebody who began a form and did not send it. */
export function unfinishedMail({ cycleName, until, resumeUrl }: Closing, signature: Signature): MessageText {
  return composeMessage(
    `Your application for ${cycleName} is not sent yet`,
    [
      'Hello,',
      `An application for ${cycleName} was begun with this address and is not sent. Applications close on **${until}**.`,
      `What was typed is saved. Come back to it with a new link or code: [${resumeUrl}](${resumeUrl})`,
      'If you changed your mind, you need do nothing. We do not remind you again.',
    ].join('\n\n'),
    signature,
  );
}
