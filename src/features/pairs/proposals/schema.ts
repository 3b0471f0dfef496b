import { z } from 'zod';
import { toldAnswer } from '../answers/schema';

/** `count`: how many mentors the page named. */
export const askMentorsSchema = z.strictObject({ cycleId: z.uuid(), count: z.coerce.number().int() });
export type AskMentors = z.output<typeof askMentorsSchema>;

/** An answer that a mentor gave on the phone or on paper, written down by staff. */
export const proposalAnswerSchema = z.strictObject({ id: z.uuid(), ...toldAnswer });
export type ProposalAnswer = z.output<typeof proposalAnswerSchema>;
