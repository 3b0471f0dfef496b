import { textOf } from '../answers';
import type { FieldValues } from './template';
import { escapeMarkdown, markdownList } from './markdown';
import type { LetterWords } from './words';
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

/** By when a pair should have its goals. */
export const goalsDueOf = (startsAt: Date): Date => inDays(startsAt, GOALS_DAYS);

function partnerLine(partner: ReleaseApplication): string {
  const pronouns = textOf(partner.answers, 'pronouns');
  return escapeMarkdown(pronouns ? `${displayName(partner)} (${pronouns})` : displayName(partner));
}

/** Every match letter names a way to write: where a partner ticked nothing, the contact passes messages on. */
function contactLine(partner: ReleaseApplication, input: ReleaseInput, words: LetterWords): string {
  const ways = sharedContact(partner).map(({ kind, value }) =>
    kind === 'email' ? `[${escapeMarkdown(value)}](mailto:${value})` : escapeMarkdown(value),
  );
  const name = escapeMarkdown(displayName(partner));
  return ways.length > 0 ? words.reach(name, ways) : words.throughUs(name, contactInWords(input.cycle.contact));
}

/** Whom to ask, in Markdown: name, address as a link, and phone where there is one. */
export function contactInWords(contact: ReleaseInput['cycle']['contact']): string {
  const phone = contact.phone ? `, ${escapeMarkdown(contact.phone)}` : '';
  return `${escapeMarkdown(contact.name)}, [${escapeMarkdown(contact.email)}](mailto:${contact.email})${phone}`;
}

/** Whether somebody is asked nothing by their letter: the cycle wants no answer, or the mentor gave theirs before. */
export const asksNothing = ({ kind }: LetterPart, { cycle }: Pick<ReleaseInput, 'cycle'>): boolean =>
  cycle.confirmation === 'none' || (cycle.confirmation === 'ask_mentors_first' && kind === 'matched_mentor');

type Writing = { input: ReleaseInput; confirmUrl: string; words: LetterWords };

function matchValues(
  part: LetterPart,
  partner: ReleaseApplication,
  { input, confirmUrl, words }: Writing,
): FieldValues {
  const { cycle, now } = input;
  const name = escapeMarkdown(displayName(partner));
  const notes = textOf(partner.answers, 'match_may_know');
  const day = (at: Date) => words.day(at, cycle.timeZone);
  const writeBy = day(inDays(now, FIRST_CONTACT_DAYS));
  const answerBy = day(cycle.confirmBy);
  const contact = contactInWords(input.cycle.contact);
  const confirmWords = () => {
    if (cycle.confirmation === 'none') return words.tellUs(answerBy, contact);
    return asksNothing(part, input) ? words.saidYes(contact) : words.confirm(confirmUrl, answerBy, contact);
  };
  return {
    partner: partnerLine(partner),
    partner_contact: contactLine(partner, input, words),
    partner_notes: notes ? words.wouldLikeYouToKnow(name, escapeMarkdown(notes)) : '',
    reasons: markdownList(part.match?.safeReasons.slice(0, 2).map(words.reason) ?? []) || words.goWellTogether,
    first_contact: part.kind === 'matched_mentor' ? words.youWriteFirst(writeBy) : words.theyWriteFirst(name, writeBy),
    goals_due: day(goalsDueOf(cycle.startsAt)),
    confirm: confirmWords(),
  };
}

/**
 * What stands in the fields of one part: only what both people agreed to share. Never a score, a rank, a preference, a
 * place, a region wish or an identity answer; there is no field they could stand in.
 */
export function letterValues(part: LetterPart, writing: Writing): FieldValues {
  const { input, words } = writing;
  const { cycle, now } = input;
  const { application, partner } = part;
  const day = (at: Date) => words.day(at, cycle.timeZone);
  return {
    name: escapeMarkdown(displayName(application)),
    cycle: escapeMarkdown(cycle.name),
    program: escapeMarkdown(cycle.program),
    reference: escapeMarkdown(application.reference),
    starts: day(cycle.startsAt),
    waitlist_until: day(cycle.waitlistUntil),
    next_opening: words.nextOpening,
    correct_by: day(inDays(now, CORRECTION_DAYS)),
    contact: contactInWords(input.cycle.contact),
    status_link: cycle.statusUrl,
    ...(application.unmetRule ? { unmet_rule: escapeMarkdown(application.unmetRule) } : {}),
    ...(application.laterBy ? { later_by: day(application.laterBy) } : {}),
    ...(part.kind === 'match_ended' ? { partner: partner ? partnerLine(partner) : words.yourMatch } : {}),
    ...(part.match && partner ? matchValues(part, partner, writing) : {}),
  };
}
