import { z } from 'zod';
import { DECISIONS } from '@/domain/application';
import { VERDICTS } from '@/domain/rubric';
import { isId } from '@/lib/id';

const id = z.string().refine(isId);
const version = z.coerce.number().int().min(0);

export const reviewSchema = z.strictObject({
  applicationId: id,
  /** The version of my review that the form showed; 0 when there was none. */
  version,
  /** What the form asked, as `formName` names it. */
  form: z.string().max(40),
  abstain: z.boolean(),
  /** As typed: the command asks whether every criterion of the role is there. */
  ratings: z.record(z.string().max(40), z.coerce.number().int().min(1).max(4)),
  verdict: z.enum(VERDICTS).nullable(),
  comment: z.string().trim().max(4000, 'Shorten the comment to 4,000 characters.'),
  forApplicant: z.string().trim().max(2000, 'Shorten the words for the applicant to 2,000 characters.'),
});
export type ReviewInput = z.output<typeof reviewSchema>;

export const decisionSchema = z.strictObject({
  applicationId: id,
  version,
  decision: z.enum([...DECISIONS, 'reconsider'], 'Choose accept, hold or decline.'),
  note: z.string().trim().max(2000, 'Shorten the note to 2,000 characters.'),
  unmetRule: z.string().trim().max(500, 'Shorten the rule to 500 characters.'),
});
export type DecisionInput = z.output<typeof decisionSchema>;

export const laterSchema = z.strictObject({
  applicationId: id,
  version,
  /** A day such as 2026-12-31, or '' to take the date back. */
  day: z.union([z.literal(''), z.iso.date('Choose a day.')]),
});
export type LaterInput = z.output<typeof laterSchema>;
