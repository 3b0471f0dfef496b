import { textOf, type Answers } from './answers';
import type { Role } from './mentoring';

/** One condition of taking part. A *must* stops the form with its words; a *should* informs and never blocks. */
export type EligibilityRule = { key: string; kind: 'must' | 'should'; text: string };
export type Eligibility = Record<Role, readonly EligibilityRule[]>;

/**
 * Rules that an answer can settle: rule key → the question's field, the answers that meet it, and what somebody can do who
 * gave another. "Not sure" never blocks: staff look it up.
 */
const SETTLED_BY: Record<string, { field: string; allowed: readonly string[]; advice: string }> = {
  member: {
    field: 'member',
    allowed: ['yes', 'unsure'],
    advice: 'Join or renew before the deadline and answer “yes”, or choose “I am not sure” and staff will look it up.',
  },
  adult: { field: 'adult', allowed: ['yes'], advice: 'You are welcome to apply in a later cycle.' },
};

export type UnmetRule = EligibilityRule & { role: Role; field: string; advice: string };

/** The *must* rules of these roles that the given answers break. A question not answered yet breaks none. */
export const unmetRules = (eligibility: Eligibility, roles: readonly Role[], answers: Answers): UnmetRule[] =>
  roles.flatMap((role) =>
    eligibility[role].flatMap((rule) => {
      const settled = SETTLED_BY[rule.key];
      const given = settled ? textOf(answers, settled.field) : '';
      if (!settled || rule.kind !== 'must' || given === '' || settled.allowed.includes(given)) return [];
      return [{ ...rule, role, field: settled.field, advice: settled.advice }];
    }),
  );
