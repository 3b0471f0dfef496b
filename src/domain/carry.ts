import { listOf, textOf, type Answers } from './answers';
import type { Outcome } from './application';
import type { CycleDates } from './cycle';
import type { Role } from './mentoring';
import { optionsOf, sectionsFor, type FormDefinition, type Question } from './questions';

/** Of what was told, these leave somebody without a match who was eligible. */
export const WITHOUT_MATCH = ['waitlisted', 'not_matched'] as const satisfies readonly Outcome[];

export const isWithoutMatch = (outcome: string | null): boolean => WITHOUT_MATCH.some((one) => one === outcome);

/** No number of years without a mentor counts for more than this. */
export const MOST_CREDIT = 2;

/**
 * How much a mentee counts where not all can be matched: one, and one more for each earlier cycle that left them without a
 * mentor, up to `MOST_CREDIT`.
 */
export const priorityAfter = (waits: number): number => 1 + Math.min(MOST_CREDIT, Math.max(0, waits));

const DAY_MS = 86_400_000;
/** For so long after the waitlist ended people are asked whether to be carried over; a question much later would surprise. */
export const ASK_DAYS = 14;

type Ending = Pick<CycleDates, 'opensAt'> & { waitlistUntil: Date; releasedAt: Date | null };

export const isTimeToAsk = ({ waitlistUntil, releasedAt }: Ending, now: Date): boolean =>
  releasedAt !== null && now >= waitlistUntil && now.getTime() < waitlistUntil.getTime() + ASK_DAYS * DAY_MS;

/** Whether somebody may say it by themselves: once they are told that there is no match, or the waitlist is over. */
export const maySay = (outcome: string | null, { waitlistUntil }: Ending, now: Date): boolean =>
  outcome === 'not_matched' || (outcome === 'waitlisted' && now >= waitlistUntil);

/** The section in which people confirm who may take part: said anew every time. */
const CONFIRMED_ANEW = 'eligibility';
const STAYS_BEHIND: readonly Question['type'][] = ['consent', 'file', 'explanation'];

function carried(question: Question, answers: Answers): Answers[string] | null {
  if (STAYS_BEHIND.includes(question.type)) return null;
  const known = new Set(optionsOf(question).map(({ value }) => value));
  if (question.type === 'many') {
    const kept = listOf(answers, question.name).filter((value) => known.has(value));
    return kept.length > 0 ? kept : null;
  }
  const value = textOf(answers, question.name);
  const isChoice = question.type === 'one' || question.type === 'select';
  return value === '' || (isChoice && !known.has(value)) ? null : value;
}

/**
 * Answers of an earlier form that begin the next: to questions it asks as well, where what was chosen can still be chosen. What is
 * agreed to or confirmed is asked anew, and files are not handed on.
 */
export function carriedAnswers(answers: Answers, form: FormDefinition, role: Role): Answers {
  const questions = sectionsFor(form, role, false)
    .filter(({ key }) => key !== CONFIRMED_ANEW)
    .flatMap((section) => section.questions);
  return Object.fromEntries(
    questions.flatMap((question) => {
      const value = carried(question, answers);
      return value === null ? [] : [[question.name, value]];
    }),
  );
}
