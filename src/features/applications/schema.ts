import { z } from 'zod';
import { jsonDate, jsonList, jsonRow } from '@/lib/json-rows';
import type { Answers } from '@/domain/answers';
import { fileIn } from '@/domain/file-type';
import { displayName } from '@/domain/letters/release-plan';
import { countWords, isAnswered, isAsked, isList, optionsOf, type Question, type Section } from '@/domain/questions';
import { normalEmail } from '@/lib/email-address';
import { spoken, type Spoken } from '@/lib/language';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';

/** What the start page takes. */
export const startSchema = z.strictObject({
  email: z.string().transform((typed, context) => {
    const email = normalEmail(typed);
    if (email === null) context.addIssue(say('code.enterOneAddress'));
    return email ?? z.NEVER;
  }),
});

export const answersSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** A draft as the database's functions hand it over. */
export const draftRow = jsonRow({
  id: z.string(),
  organizationId: z.string(),
  cycleId: z.string(),
  role: z.string(),
  email: z.string(),
  answers: answersSchema,
  savedSections: jsonList,
  revision: z.number(),
  submissionKey: z.string(),
  updatedAt: jsonDate,
  submittedAt: jsonDate.nullable(),
  sentRevision: z.number().nullable(),
  duplicateAt: jsonDate.nullable(),
  language: z.string(),
  applications: z.array(
    z.object({ id: z.string(), role: z.string(), state: z.string(), reference: z.string().nullable() }),
  ),
});

/** Longest text kept of one answer, far above every word limit: nothing a person types by hand is cut. */
const MAX_KEPT = 20_000;

type Posted = { text: (name: string) => string; all: (name: string) => string[] };

function kept(question: Question, posted: Posted): string | string[] {
  const known = (value: string) => optionsOf(question).some((option) => option.value === value);
  if (isList(question)) return [...new Set(posted.all(question.name))].filter(known);
  // Half a character at the cut is no text that the database takes.
  const value = posted
    .text(question.name)
    .slice(0, MAX_KEPT)
    .replace(/[\ud800-\udbff]$/, '');
  if (question.type === 'one' || question.type === 'select') return known(value) ? value : '';
  if (question.type === 'rating') return /^[1-5]$/.test(value) ? value : '';
  return question.type === 'consent' && value !== 'yes' ? '' : value;
}

/** The answers to these questions as typed, also when they are not valid yet; empty ones are left out. */
export const typedAnswers = (questions: readonly Question[], posted: Posted): Answers =>
  Object.fromEntries(
    questions
      .filter((question) => isAnswered(question) && question.type !== 'file')
      .map((question) => [question.name, kept(question, posted)] as const)
      .filter(([, value]) => value.length > 0),
  );

const needed = (question: Question) => question.missing ?? worded('This is needed.');

/** Whether this is a day of the calendar, or nothing. */
function isDay(value: string): boolean {
  if (value === '') return true;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

function textSchema(question: Question): z.ZodType<string> {
  const text = z.string();
  const base = question.required ? text.min(1, needed(question)) : text;
  if (question.type === 'text') {
    const short = base.max(question.maxLength, say('problems.tooManyCharacters', { count: question.maxLength }));
    return question.input === 'email'
      ? short.refine((value) => value === '' || normalEmail(value) !== null, {
          error: say('code.enterOneAddress'),
        })
      : short;
  }
  if (question.type === 'date') return base.refine(isDay, { error: say('problems.noDay') });
  if (question.type === 'file')
    return base.refine((value) => value === '' || fileIn(value) !== null, { error: needed(question) });
  if (question.type === 'long') {
    return base.refine((value) => countWords(value) <= question.words, {
      error: say('problems.tooManyWords', { count: question.words }),
    });
  }
  if (question.type === 'number') {
    const { from, to } = question;
    return base.refine(
      (value) => value === '' || (/^-?\d{1,7}$/.test(value) && Number(value) >= from && Number(value) <= to),
      { error: question.missing ?? say('problems.noNumber', { from: `${from}`, to: `${to}` }) },
    );
  }
  if (question.type === 'rating') return base.regex(/^([1-5])?$/, needed(question));
  if (question.type === 'consent') return base.regex(/^(yes)?$/, needed(question));
  return base.refine((value) => value === '' || optionsOf(question).some((option) => option.value === value), {
    error: needed(question),
  });
}

function questionSchema(question: Question) {
  if (!isList(question)) return textSchema(question).prefault('');
  const values = z.array(z.enum(optionsOf(question).map(({ value }) => value)));
  return (question.required ? values.min(1, needed(question)) : values).prefault([]);
}

const made = new WeakMap<readonly Question[], Map<Spoken, ReturnType<typeof buildSchema>>>();

/** Zod's view of one page, built once for each language: building takes far longer than checking. */
export function sectionSchema(section: Pick<Section, 'questions' | 'checks'>) {
  const known = made.get(section.questions) ?? new Map<Spoken, ReturnType<typeof buildSchema>>();
  made.set(section.questions, known);
  const schema = known.get(spoken()) ?? buildSchema(section);
  known.set(spoken(), schema);
  return schema;
}

/** Strict, one message per field, then what two answers must be to each other. */
const buildSchema = ({ questions, checks = [] }: Pick<Section, 'questions' | 'checks'>) =>
  z
    .strictObject(Object.fromEntries(questions.map((question) => [question.name, questionSchema(question)] as const)))
    .superRefine((answers, context) => {
      for (const { field, holds, message } of checks) {
        const missing = questions.some(({ name, required }) => name === field && required && !answers[field]?.length);
        if (!missing && !holds(answers)) context.addIssue({ code: 'custom', path: [field], message });
      }
    });

/** The questions of a page that concern this person; the list itself where no question has a condition. */
const askedOf = (questions: readonly Question[], answers: Answers): readonly Question[] =>
  questions.every(({ showIf }) => showIf === undefined)
    ? questions
    : questions.filter((question) => isAsked(question, answers));

/**
 * Field name → first message, in the order of the questions.
 *
 * @param answers of the whole form: conditions may look at other pages
 */
export function problemsOf(given: Pick<Section, 'questions' | 'checks'>, answers: Answers): Record<string, string> {
  const section = { ...given, questions: askedOf(given.questions, answers) };
  const own = Object.fromEntries(
    section.questions.flatMap(({ name }) => (answers[name] === undefined ? [] : [[name, answers[name]] as const])),
  );
  const parsed = sectionSchema(section).safeParse(own);
  if (parsed.success) return {};
  const found = new Map<string, string>();
  for (const { path, message } of parsed.error.issues)
    if (!found.has(String(path[0]))) found.set(String(path[0]), message);
  return Object.fromEntries(
    section.questions.flatMap(({ name }) => (found.has(name) ? [[name, found.get(name) ?? '']] : [])),
  );
}

/** Says which answers a page was drawn with, so that an older tab is noticed only when it would overwrite something. */
export const sameAnswers = (a: Answers, b: Answers): boolean => canonical(a) === canonical(b);

export const canonical = (answers: Answers): string =>
  JSON.stringify(Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The name that the person of a stored application wants to be called. */
export const shownName = ({ name, answers }: { name: string; answers: unknown }): string =>
  displayName({ name, answers: answersSchema.parse(answers) });
