import { z } from 'zod';
import { OTHER_LANGUAGES } from '@/domain/language';
import { normalEmail } from '@/lib/email-address';
import { lines } from '@/lib/lines';

const ADDRESS = 'Enter one address, such as name@example.org.';
const PROMISE = 'Write one sentence that says what the program promises.';
const commitments = lines({
  most: 12,
  longest: 300,
  many: 'Name at most twelve commitments.',
  long: 'Keep each commitment under 300 characters.',
});
const objectives = lines({
  most: 12,
  longest: 300,
  many: 'Name at most twelve aims.',
  long: 'Keep each aim under 300 characters.',
});
const promise = (text: z.ZodString) => text.trim().max(200, 'Keep the promise under 200 characters.');
const summary = z.string().trim().max(1000, 'Keep the summary under 1,000 characters.').default('');
const pause = z.string().trim().max(600, 'Keep what the paused page says under 600 characters.').default('');

/** Empty as a whole, or a whole translation: the command asks which. */
const translated = z.object({
  promise: promise(z.string()).default(''),
  summary,
  objectives: objectives.default([]),
  commitments: commitments.default([]),
  pause,
});
export type Translated = z.output<typeof translated>;

const short = (most: number) => z.string().trim().max(most, `Keep this under ${most} characters.`).default('');

/** One of the committee; a row without a name is none. */
const member = z.object({
  name: short(120),
  role: short(80),
  term: short(40),
  affiliation: short(160),
  consent: z
    .literal('yes')
    .optional()
    .transform((tick) => tick === 'yes'),
});

/** What a program says of itself on its public page, as staff post it. */
export const programSchema = z.object({
  programId: z.uuid(),
  version: z.coerce.number().int().positive(),
  promise: promise(z.string(PROMISE).min(1, PROMISE)),
  summary,
  objectives: objectives.default([]),
  commitments: commitments.default([]),
  pause,
  contactName: z
    .string('Name the person whom people may write to.')
    .trim()
    .min(1, 'Name the person whom people may write to.')
    .max(120, 'Keep the name under 120 characters.'),
  contactEmail: z.string(ADDRESS).transform(normalEmail).pipe(z.string(ADDRESS)),
  contactPhone: z.string().trim().max(40, 'Keep the number under 40 characters.').default(''),
  showCounts: z.literal('yes').optional(),
  languages: z.array(z.enum(OTHER_LANGUAGES)).default([]),
  translations: z.partialRecord(z.enum(OTHER_LANGUAGES), translated).default({}),
  roster: z
    .array(member)
    .max(60, 'Name at most sixty people.')
    .transform((rows) => rows.filter(({ name }) => name !== ''))
    .default([]),
});
export type ProgramInput = z.output<typeof programSchema>;
