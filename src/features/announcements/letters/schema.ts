import { z } from 'zod';

export const testLetterSchema = z.strictObject({ cycleId: z.uuid(), personId: z.uuid() });
export type TestLetter = z.output<typeof testLetterSchema>;

/** One reason a line, at most three; empty lines do not count. */
export const safeReasonsSchema = z.strictObject({
  matchId: z.uuid(),
  version: z.coerce.number().int(),
  reasons: z
    .string()
    .transform((text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .pipe(
      z
        .array(z.string().max(300, 'Keep each reason under 300 characters.'))
        .min(1, 'Write at least one reason.')
        .max(3, 'Write at most three reasons, one on a line.'),
    ),
});
export type SafeReasons = z.output<typeof safeReasonsSchema>;
