import { z } from 'zod';
import { RULE_KINDS, type RuleKey } from '@/domain/eligibility';

const keys = Object.keys(RULE_KINDS).filter((key): key is RuleKey => key in RULE_KINDS);

/** What the page of rules posts for one role: of each kind whether it holds, and its words. */
export const rulesSchema = z.object({
  cycleId: z.uuid(),
  role: z.enum(['mentor', 'mentee']),
  rules: z.array(
    z.object({
      key: z.enum(keys),
      kind: z.enum(['must', 'should']),
      text: z.string().trim().min(5, 'Write every rule as a sentence for applicants.').max(300),
      least: z.coerce.number('Years: enter a whole number.').int().min(1).max(60).optional(),
    }),
  ),
});
export type RulesInput = z.output<typeof rulesSchema>;

export const waiverSchema = z.object({
  cycleId: z.uuid(),
  email: z.string('Enter the address this person applies with.'),
  rule: z.enum(['member', 'adult', 'years'], 'Choose a rule.'),
  reason: z.string('Say why.').trim().min(3, 'Say why.').max(500, 'Keep the reason under 500 characters.'),
});
export type WaiverInput = z.output<typeof waiverSchema>;
