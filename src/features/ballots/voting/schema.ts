import { z } from 'zod';
import { VOTES } from '@/domain/ballot';
import { isId } from '@/lib/id';

const id = z.string().refine(isId);

const MOST_WORDS = 1000;
const reason = z.string().trim().max(MOST_WORDS, `Shorten the reason to ${MOST_WORDS} characters.`);

/** `version`: of my vote as the page showed it, 0 before the first. */
export const voteSchema = z
  .strictObject({ itemId: id, version: z.coerce.number().int().min(0), vote: z.enum(VOTES), reason })
  .transform((input) => ({
    ...input,
    reason: input.vote === 'approve' || input.vote === 'recuse' ? '' : input.reason,
  }));
export type VoteInput = z.output<typeof voteSchema>;

export const takeBackSchema = z.strictObject({ itemId: id, version: z.coerce.number().int().min(1) });
export type TakeBackInput = z.output<typeof takeBackSchema>;

const MOST_ITEMS = 500;
/** The matches that the page showed as not voted on: nothing that came later is approved unseen. */
export const approveRestSchema = z.strictObject({ ballotId: id, itemIds: z.array(id).min(1).max(MOST_ITEMS) });
export type ApproveRestInput = z.output<typeof approveRestSchema>;
