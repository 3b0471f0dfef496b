import { listOf, type Answers } from '../answers';
import { answerInWords, isAnswered, isAsked, type Question } from '../questions';

/** Who is told what, from the widest circle to the narrowest. */
export const CIRCLES = {
  match: 'Your match, if you are matched, and committee and staff',
  committee: 'Committee and staff',
  staff: 'Staff only',
} as const;
export type Circle = keyof typeof CIRCLES;

/** A contact detail is the match's only when its box is ticked; a confidential wish is read by the committee. */
function circleOf({ name, seenBy }: Question, answers: Answers): Circle {
  if (seenBy === 'match_if_ticked') return listOf(answers, 'share_contact').includes(name) ? 'match' : 'staff';
  return seenBy === 'confidential' ? 'committee' : seenBy;
}

export type Seen = { name: string; label: string; words: string };

/**
 * What others read of an application, by circle, in order of the form. Identity answers are in none: nobody reads them.
 *
 * @param email of the application; shared like any other contact detail
 * @param inWords an answer as the reader reads it
 */
export function seenByOthers(
  questions: readonly Question[],
  answers: Answers,
  email: string,
  inWords = answerInWords,
): Record<Circle, Seen[]> {
  const seen: Record<Circle, Seen[]> = { match: [], committee: [], staff: [] };
  const shared = listOf(answers, 'share_contact').includes('email');
  seen[shared ? 'match' : 'staff'].push({ name: 'email', label: 'Email address', words: email });
  for (const question of questions) {
    if (!isAnswered(question) || !isAsked(question, answers) || question.name === 'share_contact') continue;
    const words = inWords(question, answers);
    if (words) seen[circleOf(question, answers)].push({ name: question.name, label: question.label, words });
  }
  return seen;
}
