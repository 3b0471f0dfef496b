import { z } from 'zod';
import { ALSC_2015, AREAS_FEWEST, AREAS_MOST } from '@/domain/forms/frameworks';
import { PLACE_LISTS, type StoredForm, type StoredQuestion } from '@/domain/forms/stored';
import { OTHER_LANGUAGES } from '@/domain/language';
import { ROLES } from '@/domain/mentoring';
import { AUDIENCES, type Audience } from '@/domain/questions';
import { lines } from '@/lib/lines';

const audiences = Object.keys(AUDIENCES).filter((key): key is Audience => key in AUDIENCES);
const option = z.strictObject({ value: z.string().min(1).max(60), label: z.string().min(1).max(200) });
const roles = z.array(z.enum(ROLES)).min(1);

const translations = z
  .partialRecord(
    z.enum(OTHER_LANGUAGES),
    z.array(z.strictObject({ of: z.string(), words: z.string().min(1).max(3000) })),
  )
  .exactOptional();

const base = {
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  label: z.string().min(1).max(300),
  hint: z.string().max(600).exactOptional(),
  required: z.boolean().exactOptional(),
  roles: roles.exactOptional(),
  seenBy: z.enum(audiences),
  missing: z.string().max(300).exactOptional(),
  showIf: z.strictObject({ question: z.string(), values: z.array(z.string()).min(1) }).exactOptional(),
  translations,
};

/** A question as the database keeps it. */
export const storedQuestionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('text'),
    maxLength: z.number().int().min(1).max(1000),
    input: z.enum(['text', 'tel', 'email']).exactOptional(),
    autocomplete: z.string().max(60).exactOptional(),
  }),
  z.strictObject({ ...base, type: z.literal('number'), from: z.number().int(), to: z.number().int() }),
  z.strictObject({ ...base, type: z.literal('date') }),
  z.strictObject({ ...base, type: z.literal('long'), words: z.number().int().min(5).max(2000) }),
  z.strictObject({
    ...base,
    type: z.literal('one'),
    options: z.array(option).min(2).max(60),
    noAnswer: z.boolean().exactOptional(),
  }),
  z.strictObject({ ...base, type: z.literal('many'), options: z.array(option).min(1).max(60) }),
  z.strictObject({ ...base, type: z.literal('place'), list: z.enum(PLACE_LISTS) }),
  z.strictObject({
    ...base,
    type: z.literal('grid'),
    framework: z.string(),
    areas: z.array(option).min(AREAS_FEWEST).max(AREAS_MOST).exactOptional(),
    help: z.boolean().exactOptional(),
  }),
  z.strictObject({ ...base, type: z.literal('consent'), statement: z.string().min(1).max(1000) }),
  z.strictObject({ ...base, type: z.literal('file') }),
  z.strictObject({ ...base, type: z.literal('explanation'), text: z.string().min(1).max(3000) }),
]) satisfies z.ZodType<StoredQuestion>;

/** A whole form as the database keeps it. */
export const storedFormSchema = z.strictObject({
  sections: z.array(
    z.strictObject({
      key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
      title: z.string().min(1).max(120),
      minutes: z.number().int().min(1).max(60),
      intro: z.string().max(2000).exactOptional(),
      roles: roles.exactOptional(),
      identity: z.boolean().exactOptional(),
      translations,
      questions: z.array(storedQuestionSchema),
    }),
  ),
  attestation: z.string().min(10).max(2000),
  attested: translations,
}) satisfies z.ZodType<StoredForm>;

export const storedForm = (definition: unknown): StoredForm => storedFormSchema.parse(definition);

const choices = lines({
  most: 60,
  longest: 200,
  many: 'Offer at most 60 choices.',
  long: 'Keep each choice under 200 characters.',
});
const words = (most: number) => z.string().trim().max(most, `Keep this under ${most} characters.`).default('');
const number = (what: string, from: number, to: number) =>
  z.coerce
    .number(`${what}: enter a whole number.`)
    .int(`${what}: enter a whole number.`)
    .min(from, `${what}: at least ${from}.`)
    .max(to, `${what}: at most ${to}.`);

/** What the page of one question posts. Which fields count depends on its kind. */
export const questionInputSchema = z.object({
  section: z.string(),
  /** Of a question that stands already; empty for a new one. */
  name: z.string().default(''),
  type: z.enum(['text', 'long', 'number', 'date', 'one', 'many', 'place', 'grid', 'consent', 'file', 'explanation']),
  label: z
    .string('Write the question.')
    .trim()
    .min(1, 'Write the question.')
    .max(300, 'Keep the question under 300 characters.'),
  hint: words(600),
  missing: words(300),
  required: z.literal('yes').optional(),
  roles: z.enum(['both', 'mentor', 'mentee']).default('both'),
  seenBy: z.enum(audiences, 'Say who reads the answer.'),
  showIf: z.string().default(''),
  options: choices.default([]),
  maxLength: number('Longest answer', 1, 1000).default(200),
  input: z.enum(['text', 'tel', 'email']).default('text'),
  words: number('Words', 5, 2000).default(150),
  from: number('Lowest', -1_000_000, 1_000_000).default(0),
  to: number('Highest', -1_000_000, 1_000_000).default(100),
  list: z.enum(PLACE_LISTS).default('countries'),
  text: words(3000),
  noAnswer: z.literal('yes').optional(),
  /** Key of a framework. */
  framework: z.string().default(ALSC_2015.key),
  help: z.literal('yes').optional(),
  translated: z
    .partialRecord(
      z.enum(OTHER_LANGUAGES),
      z.object({ label: words(300), hint: words(600), text: words(3000), options: choices.default([]) }),
    )
    .default({}),
});
export type QuestionInput = z.output<typeof questionInputSchema>;

/** What the page of one section posts. */
export const sectionInputSchema = z.object({
  key: z.string().default(''),
  title: z.string('Write a title.').trim().min(1, 'Write a title.').max(120, 'Keep the title under 120 characters.'),
  minutes: number('Minutes', 1, 60),
  intro: words(2000),
  roles: z.enum(['both', 'mentor', 'mentee']).default('both'),
  translated: z.partialRecord(z.enum(OTHER_LANGUAGES), z.object({ title: words(120), intro: words(2000) })).default({}),
});
export type SectionInput = z.output<typeof sectionInputSchema>;

/** What applicants put their name to, as the page posts it. */
export const attestationInputSchema = z.object({
  attestation: z
    .string('Write the statement.')
    .min(10, 'Write at least ten characters.')
    .max(2000, 'Keep this under 2,000 characters.'),
  translated: z.partialRecord(z.enum(OTHER_LANGUAGES), z.object({ attestation: words(2000) })).default({}),
});
export type AttestationInput = z.output<typeof attestationInputSchema>;

const where = { cycleId: z.uuid(), version: z.coerce.number().int().positive() };
const step = z.enum(['up', 'down']);

/** Small changes of the list: each a button. */
export const arrangeSchema = z.discriminatedUnion('what', [
  z.object({ ...where, what: z.literal('move-question'), name: z.string(), step }),
  z.object({ ...where, what: z.literal('remove-question'), name: z.string() }),
  z.object({ ...where, what: z.literal('move-section'), name: z.string(), step }),
  z.object({ ...where, what: z.literal('remove-section'), name: z.string() }),
]);
export type Arrange = z.output<typeof arrangeSchema>;
export const inWorkSchema = z.object(where);
