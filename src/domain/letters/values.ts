import { textOf } from '../answers';
import { formatDay } from '../dates';
import type { FieldValues } from './template';
import { escapeMarkdown, markdownList } from './markdown';
import {
  displayName,
  sharedContact,
  type LetterPart,
  type ReleaseApplication,
  type ReleaseInput,
} from './release-plan';

const DAY_MS = 86_400_000;
const FIRST_CONTACT_DAYS = 7;
const GOALS_DAYS = 30;
const CORRECTION_DAYS = 14;

const inDays = (from: Date, days: number) => new Date(from.getTime() + days * DAY_MS);

function partnerLine(partner: ReleaseApplication): string {
  const pronouns = textOf(partner.answers, 'pronouns');
  return escapeMarkdown(pronouns ? `${displayName(partner)} (${pronouns})` : displayName(partner));
}

/** Every match letter names a way to write: where a partner ticked nothing, the contact passes messages on. */
function contactLine(partner: ReleaseApplication, input: ReleaseInput): string {
  const shared = sharedContact(partner).map(({ kind, value }) =>
    kind === 'email' ? `[${escapeMarkdown(value)}](mailto:${value})` : escapeMarkdown(value),
  );
  if (shared.length > 0) return `You can reach ${escapeMarkdown(displayName(partner))} at ${shared.join(' or ')}.`;
  return `${escapeMarkdown(displayName(partner))} prefers a first message through us: write to ${contactOf(input)}.`;
}

function contactOf({ cycle: { contact } }: ReleaseInput): string {
  const phone = contact.phone ? `, ${escapeMarkdown(contact.phone)}` : '';
  return `${escapeMarkdown(contact.name)}, [${escapeMarkdown(contact.email)}](mailto:${contact.email})${phone}`;
}

function confirmLine(input: ReleaseInput, confirmUrl: string): string {
  const { cycle } = input;
  const by = formatDay(cycle.confirmBy, cycle.timeZone);
  if (cycle.confirmation === 'none')
    return `If you cannot take part after all, tell us by ${by}: ${contactOf(input)}. You need not give a reason.`;
  return `Please [confirm this match, or say no](${confirmUrl}), by ${by}. You need not give a reason for a no. Questions go to ${contactOf(input)}.`;
}

function firstContactLine(part: LetterPart, partner: ReleaseApplication, { cycle, now }: ReleaseInput): string {
  const by = formatDay(inDays(now, FIRST_CONTACT_DAYS), cycle.timeZone);
  const name = escapeMarkdown(displayName(partner));
  return part.kind === 'matched_mentor'
    ? `You write first, to say hello: please do so by ${by}.`
    : `${name} writes first, by ${by}. If nothing has come by then, you are welcome to start.`;
}

function matchValues(
  part: LetterPart,
  partner: ReleaseApplication,
  input: ReleaseInput,
  confirmUrl: string,
): FieldValues {
  const notes = textOf(partner.answers, 'match_may_know');
  return {
    partner: partnerLine(partner),
    partner_contact: contactLine(partner, input),
    partner_notes: notes
      ? `${escapeMarkdown(displayName(partner))} would like you to know: ${escapeMarkdown(notes)}`
      : '',
    reasons:
      markdownList(part.match?.safeReasons.slice(0, 2) ?? []) || 'Your interests and experience go well together.',
    first_contact: firstContactLine(part, partner, input),
    goals_due: formatDay(inDays(input.cycle.startsAt, GOALS_DAYS), input.cycle.timeZone),
    confirm: confirmLine(input, confirmUrl),
  };
}

/**
 * What stands in the fields of one part: only what both people agreed to share. Never a score, a rank, a preference, a
 * place, a region wish or an identity answer; there is no field they could stand in.
 */
export function letterValues(part: LetterPart, input: ReleaseInput, confirmUrl: string): FieldValues {
  const { cycle, now } = input;
  const { application, partner } = part;
  const day = (at: Date) => formatDay(at, cycle.timeZone);
  return {
    name: escapeMarkdown(displayName(application)),
    cycle: escapeMarkdown(cycle.name),
    program: escapeMarkdown(cycle.program),
    reference: escapeMarkdown(application.reference),
    starts: day(cycle.startsAt),
    waitlist_until: day(cycle.waitlistUntil),
    next_opening: 'We write to everybody on our list when applications open again.',
    correct_by: day(inDays(now, CORRECTION_DAYS)),
    contact: contactOf(input),
    status_link: cycle.statusUrl,
    ...(application.unmetRule ? { unmet_rule: escapeMarkdown(application.unmetRule) } : {}),
    ...(application.laterBy ? { later_by: day(application.laterBy) } : {}),
    ...(part.kind === 'match_ended' ? { partner: partner ? partnerLine(partner) : 'your match' } : {}),
    ...(part.match && partner ? matchValues(part, partner, input, confirmUrl) : {}),
  };
}
