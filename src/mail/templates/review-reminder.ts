import { escapeMarkdown } from '@/domain/letters/markdown';
import { composeMessage, type MessageText, type Signature } from '../compose';

type Props = { name: string; cycleName: string; left: number; url: string };

/** To a reviewer who has something left to read. It names no applicant. */
export function reviewReminderMail({ name, cycleName, left, url }: Props, signature: Signature): MessageText {
  const waiting = left === 1 ? 'One application waits' : `${left} applications wait`;
  return composeMessage(
    `${waiting} for your review in ${cycleName}`,
    [
      `Hello ${escapeMarkdown(name)},`,
      `${waiting} for your review in ${escapeMarkdown(cycleName)}.`,
      `Read on here: [${url}](${url})`,
      'If you know somebody, or cannot judge them, say so on their application: that counts as done. If you have no time, write to us, and we ask somebody else.',
    ].join('\n\n'),
    signature,
  );
}
