import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';
import type { Answers } from '@/domain/answers';
import {
  IDENTITY_ACTIONS,
  IDENTITY_QUESTIONS,
  SAME,
  identityOf,
  identityProblems,
  isBlank,
  type IdentityAction,
} from '@/domain/forms/identity';

type Posted = { text: (name: string) => string; all: (name: string) => string[] };

const STEPS = ['read', 'skip', 'seal', 'change'] as const;

/** The confidential page as posted: only known fields and known values. */
export function readIdentity(posted: Posted) {
  const answers: Record<string, string | string[]> = {};
  for (const { own, wish, many, options } of IDENTITY_QUESTIONS) {
    const known = (value: string) => options.some((option) => option.value === value);
    const given = posted.all(own).filter(known);
    if (given.length > 0) answers[own] = many ? [...new Set(given)] : (given[0] ?? '');
    const wanted = posted.text(wish);
    if (wanted === SAME || known(wanted)) answers[wish] = wanted;
  }
  if (posted.text('count_me') === 'yes') answers.count_me = 'yes';
  return {
    answers,
    step: STEPS.find((step) => step === posted.text('step')) ?? 'read',
    action: IDENTITY_ACTIONS.find((action) => action === posted.text('identity_action')) ?? null,
  };
}

/** What is wrong, by field. A blank never erases, and typed answers are never dropped silently. */
export function problemsOfIdentity(answers: Answers, action: IdentityAction): Record<string, string> {
  const given = identityOf(answers);
  if (action === 'replace' && isBlank(given))
    return {
      identity_action: say('identity.nothingToReplace'),
    };
  if (action !== 'replace' && !isBlank(given)) return { identity_action: say('identity.answersFilledIn') };
  return Object.fromEntries(Object.entries(identityProblems(given)).map(([name, problem]) => [name, worded(problem)]));
}
