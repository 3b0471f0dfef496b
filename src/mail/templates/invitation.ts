import { COMMITTEE, ROLE_NAMES, type GrantRole } from '@/domain/actor';
import { escapeMarkdown } from '@/domain/letters/markdown';
import { composeMessage, linked, type MessageText, type Signature } from '../compose';

type Props = {
  name: string;
  /** Who gave it; null for the first administrator. */
  by: string | null;
  role: GrantRole;
  /** Null for a role without end. */
  lastDay: string | null;
  email: string;
  link: string;
};

/** Somebody was given a role. Nothing in the mail signs in: the address is asked for a fresh code. */
export function invitationMail({ name, by, role, lastDay, email, link }: Props, signature: Signature): MessageText {
  const given = by ? `${escapeMarkdown(by)} has given you a role` : 'You have been given a role';
  const judges = COMMITTEE.some((one) => one === role);
  const until = lastDay ? ` until ${lastDay}` : '';
  return composeMessage(
    `You are invited to ${signature.program}`,
    [
      `Hello ${escapeMarkdown(name)},`,
      `${given} in ${escapeMarkdown(signature.program)}: **${ROLE_NAMES[role].toLowerCase()}**${until}.`,
      `To begin, open ${linked(link)} and type this address, ${escapeMarkdown(email)}. We mail you a code each time you sign in; there is no password to remember.`,
      `What you read there about applicants stays among those who work on the program.${judges ? ' If you know one of them well, say so on their application before you review.' : ''}`,
      'If this is not for you, you need do nothing, or write to us.',
    ].join('\n\n'),
    signature,
  );
}
