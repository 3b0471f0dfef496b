import { z } from 'zod';
import { FUNDING_DECISIONS, FUNDING_STATES } from '@/domain/funding';
import { isId } from '@/lib/id';

const id = z.string().refine(isId);
const version = z.coerce.number().int().min(0);

/** What an offer keeps as JSON. */
export const criteriaSchema = z.array(
  z.object({
    key: z.string(),
    label: z.string(),
    question: z.string(),
    anchors: z.tuple([z.string(), z.string(), z.string(), z.string()]),
  }),
);
export const obligationsSchema = z.array(z.object({ title: z.string(), dueOn: z.string() }));
export const ratingsSchema = z.record(z.string(), z.number()).catch({});

/** Where a request stands, as the database keeps it. */
export const standingSchema = z.object({
  state: z.enum(FUNDING_STATES),
  staged: z.enum(FUNDING_DECISIONS).nullable(),
});

export const fundingReviewSchema = z.strictObject({
  requestId: id,
  /** The version of my review that the form showed; 0 when there was none. */
  version,
  abstain: z.boolean(),
  /** As typed: the command asks whether every criterion of the offer is there. */
  ratings: z.record(z.string().max(40), z.coerce.number().int().min(1).max(4)),
  comment: z.string().trim().max(4000, 'Shorten the comment to 4,000 characters.'),
});
export type FundingReviewInput = z.output<typeof fundingReviewSchema>;

export const fundingDecisionSchema = z.strictObject({
  requestId: id,
  version,
  decision: z.enum([...FUNDING_DECISIONS, 'undo'], 'Choose award, waitlist or decline.'),
});
export type FundingDecisionInput = z.output<typeof fundingDecisionSchema>;

/** Which decisions the page of the release named. */
export const fundingReleaseSchema = z.strictObject({ offerId: id, expected: z.string().max(100_000) });
export type FundingReleaseInput = z.output<typeof fundingReleaseSchema>;

export const boughtSchema = z.strictObject({ requestId: id, version });
export const takeBackSchema = z.strictObject({
  requestId: id,
  version,
  reason: z.string('Say why: the person reads it.').trim().min(3, 'Say why: the person reads it.').max(500),
});

export const obligationSchema = z.strictObject({
  obligationId: id,
  met: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
});
