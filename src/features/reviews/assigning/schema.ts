import { z } from 'zod';

const ids = z.array(z.uuid()).max(5_000);

/** Ticks of one page: the readers of an application, or the applications of a reviewer; with those it was opened with. */
export const setReadersSchema = z.strictObject({
  cycleId: z.uuid(),
  of: z.enum(['application', 'reviewer']),
  id: z.uuid(),
  before: ids,
  after: ids,
});
export type SetReadersInput = z.output<typeof setReadersSchema>;

export const keepSchema = z.strictObject({
  cycleId: z.uuid(),
  who: ids,
  anew: z.boolean(),
  /** Stands for the proposal that was shown. */
  sign: z.string().length(64),
});
export type KeepInput = z.output<typeof keepSchema>;

export const fileSchema = z.strictObject({
  cycleId: z.uuid(),
  text: z
    .string()
    .max(200_000, 'This is more than 200,000 characters. Send it in parts.')
    .refine((text) => text.trim() !== '', 'Paste the rows, or choose a file.'),
  trial: z.boolean(),
});
export type FileInput = z.output<typeof fileSchema>;

export const freeSchema = z.strictObject({ cycleId: z.uuid(), reviewerId: z.uuid() });
export type FreeInput = z.output<typeof freeSchema>;
