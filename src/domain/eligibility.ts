import { textOf, type Answers } from './answers';
import type { Role } from './mentoring';

/** One condition of taking part. A *must* stops the form with its words; a *should* informs and never blocks. */
export type EligibilityRule = {
  key: string;
  kind: 'must' | 'should';
  text: string;
  /** Of the rule `years`: how many at least. */
  least?: number | undefined;
};
export type Eligibility = Record<Role, readonly EligibilityRule[]>;

type Settlement = { field: string; meets: (answer: string, rule: EligibilityRule) => boolean; advice: string };

/**
 * Rules that an answer can settle: rule key → the question's field, when an answer meets it, and what somebody can do who
 * gave another. "Not sure" never blocks: staff look it up.
 */
const SETTLED_BY: Readonly<Record<string, Settlement>> = {
  member: {
    field: 'member',
    meets: (answer) => answer === 'yes' || answer === 'unsure',
    advice: 'Join or renew before the deadline and answer “yes”, or choose “I am not sure” and staff will look it up.',
  },
  adult: {
    field: 'adult',
    meets: (answer) => answer === 'yes',
    advice: 'You are welcome to apply in a later cycle.',
  },
  years: {
    field: 'years_experience',
    meets: (answer, { least = 0 }) => !/^\d+$/.test(answer) || Number(answer) >= least,
    advice: 'You may be welcome in the other role now, or in this one later. Ask us if your case is special.',
  },
};

/** The rules that staff can choose from, with the words they begin with. */
export const RULE_KINDS = {
  member: 'Member of the association',
  adult: '18 or older',
  years: 'Years of experience',
  connection: 'Connection to the field',
  other: 'Another rule',
} as const;
export type RuleKey = keyof typeof RULE_KINDS;

/** Whether an answer of the form settles the rule; the others are said to applicants and judged by the committee. */
export const isSettledByForm = (key: string): boolean => key in SETTLED_BY;

/** The field whose answer settles a rule; null for rules that people judge. */
export const fieldOfRule = (key: string): string | null => SETTLED_BY[key]?.field ?? null;

export type UnmetRule = EligibilityRule & { role: Role; field: string; advice: string };

/**
 * The *must* rules of these roles that the given answers break. A question not answered yet breaks none.
 *
 * @param waived keys of rules that staff let this person off
 */
export const unmetRules = (
  eligibility: Eligibility,
  roles: readonly Role[],
  answers: Answers,
  waived: readonly string[] = [],
): UnmetRule[] =>
  roles.flatMap((role) =>
    eligibility[role].flatMap((rule) => {
      const settled = SETTLED_BY[rule.key];
      const given = settled ? textOf(answers, settled.field) : '';
      if (!settled || rule.kind !== 'must' || given === '' || waived.includes(rule.key)) return [];
      if (settled.meets(given, rule)) return [];
      return [{ ...rule, role, field: settled.field, advice: settled.advice }];
    }),
  );

/** The question of the form by which somebody who is no member goes on: they will ask for a funded membership. */
export const FUNDING_FIELD = 'membership_funding';

/**
 * Whether somebody goes on as *membership pending funding*: no member yet, and about to ask for a funded membership. It is
 * settled before matching.
 */
export const isMembershipPending = (answers: Answers): boolean =>
  textOf(answers, 'member') === 'no' && textOf(answers, FUNDING_FIELD) === 'yes';

/** What somebody can do whom the rule about membership stops while funded memberships are offered. */
export const FUNDING_ADVICE = 'Or tick below that you will ask for one of the funded memberships.';

export const FUNDING_NEWS =
  'Or apply all the same: answer “no” in the form, and tick there that you will ask for one of the funded memberships.';

export const MEMBERSHIPS = {
  verified: 'On the roster',
  lapsed: 'Membership has ended',
  unknown: 'Not on the roster',
} as const;
export type Membership = keyof typeof MEMBERSHIPS;

/**
 * What the roster says of somebody on a day. An unknown never blocks: rosters lag behind, and people use other addresses.
 *
 * @param today the calendar day, `YYYY-MM-DD`, in the cycle's zone
 */
export function membershipOf(member: { validUntil: Date | null } | null | undefined, today: string): Membership {
  if (!member) return 'unknown';
  return member.validUntil === null || member.validUntil.toISOString().slice(0, 10) >= today ? 'verified' : 'lapsed';
}
