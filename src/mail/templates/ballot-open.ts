import { escapeMarkdown } from '@/domain/letters/markdown';
import { composeMessage, type MessageText, type Signature } from '../compose';

type Props = { name: string; cycleName: string; until: string; url: string };

/** To a member: a ballot is open. It names no match and no number of them, for not everybody may see all. */
export function ballotOpenMail({ name, cycleName, until, url }: Props, signature: Signature): MessageText {
  return composeMessage(
    `Please vote on the matches of ${cycleName}`,
    [
      `Hello ${escapeMarkdown(name)},`,
      `The matches proposed for ${escapeMarkdown(cycleName)} are open for your vote until **${until}**.`,
      `Read them and vote here: [${url}](${url})`,
      'You see what others voted on a match after your own vote. What everybody approves needs no discussion; the rest goes to the meeting.',
    ].join('\n\n'),
    signature,
  );
}
