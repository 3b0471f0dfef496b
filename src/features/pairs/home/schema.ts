import { z } from 'zod';
import { MODES } from '@/domain/mentoring';
import { FREQUENCIES } from '@/domain/pair';
import { say } from '@/lib/words/say';

export const agreementSchema = z.strictObject({
  frequency: z.enum(FREQUENCIES, { error: () => say('pair.frequencyMissing') }),
  modes: z
    .array(z.enum(MODES.map(({ value }) => value)))
    .min(1, { error: () => say('pair.modesMissing') })
    .max(MODES.length),
  version: z.coerce.number().int().min(0).catch(0),
});
export type AgreementInput = z.output<typeof agreementSchema>;
export type AgreementTyped = { frequency: string; modes: readonly string[]; version: string };
