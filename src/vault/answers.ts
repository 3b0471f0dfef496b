import { z } from 'zod';

const answerSchema = z.object({
  own: z.array(z.string()),
  wish: z.union([
    z.null(),
    z.object({ kind: z.literal('same') }),
    z.object({ kind: z.literal('value'), value: z.string() }),
  ]),
});

/** What is inside a record. `countInTotals` is missing where the question was not asked: such answers are not counted. */
export const sealedSchema = z.object({
  gender: answerSchema,
  ethnicity: answerSchema,
  countInTotals: z.boolean().optional(),
});
export type OpenedAnswers = z.output<typeof sealedSchema>;
