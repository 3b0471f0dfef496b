import { listOf, type Answers } from './answers';
import type { Role } from './mentoring';

/** One condition of taking part. A *must* stops the form with its words; a *should* informs and never blocks. */
export type EligibilityRule = {
  role: Role;
  strength: 'must' | 'should';
  /** The question that is asked, by field name, and the answers that meet the rule. */
  field: string;
  allowed: readonly string[];
  /** "Mentors are members of the association." Shown on the program page. */
  words: string;
  /** Why the rule exists and what to do; shown where it stops somebody. */
  reason: string;
};

/** The rules of these roles that the answers given do not meet. A question not answered yet breaks no rule. */
export const unmetRules = (rules: readonly EligibilityRule[], roles: readonly Role[], answers: Answers): EligibilityRule[] =>
  rules.filter(({ role, field, allowed }) => {
    const given = listOf(answers, field);
    return roles.includes(role) && given.length > 0 && !given.some((value) => allowed.includes(value));
  });
