import { z } from 'zod';
import { BALLOT_STATES, readQuorum, RESULTS, VOTES } from '@/domain/ballot';
import { isId } from '@/lib/id';

const id = z.string().refine(isId);
const version = z.coerce.number().int().min(1);

const quorum = z
  .string()
  .trim()
  .refine((text) => readQuorum(text) !== null, 'Choose a quorum: a share, or a number of votes from 1 to 99.');

const closesOn = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'Choose the last day for votes, such as 2026-12-04.')
  .refine((day) => !Number.isNaN(Date.parse(day)), 'Choose a day that the calendar has.');

export const openSchema = z.strictObject({ planId: id, version, quorum, closesOn, tell: z.boolean() });
export type OpenInput = z.output<typeof openSchema>;

/** `version`: of the ballot as the page showed it; what somebody else decided meanwhile is told as such. */
export const ballotSchema = z.strictObject({ ballotId: id, version });
export type BallotInput = z.output<typeof ballotSchema>;

export const extendSchema = ballotSchema.extend({ closesOn });
export type ExtendInput = z.output<typeof extendSchema>;

const count = z.number().int().min(0);

export const tallySchema = z.object({
  members: count,
  recused: count,
  approve: count,
  discuss: count,
  object: count,
  cast: count,
  needed: count,
});

/** What stands in rows as text. */
export const storedState = z.enum(BALLOT_STATES);
export const storedVote = z.enum(VOTES);
export const storedResult = z.enum(RESULTS).nullable();
export const storedReasons = z.array(
  z.object({ factor: z.string(), label: z.string(), points: z.number(), reason: z.string() }),
);
