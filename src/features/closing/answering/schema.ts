import { z } from 'zod';
import { AGAIN, QUOTED_AS, type QuotedAs, type Ratings } from '@/domain/closing';
import type { Option } from '@/domain/mentoring';
import { say } from '@/lib/words/say';

const WORDS_MOST = 2000;
const QUOTE_MOST = 500;

const text = (most: number) => z.string().max(most, { error: () => say('pair.mostCharacters', { most }) });
const STEPS = ['', '1', '2', '3', '4', '5'] as const;
const step = z.enum(STEPS, { error: () => say('pair.chooseNumber') }).transform((typed) => Number(typed) || null);
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.union([z.literal('').transform(() => null), z.enum(values)], { error: () => say('closing.chooseListed') });

const closingSchema = z.strictObject({
  ratings: z.record(z.string(), step),
  goals: z.array(z.uuid()).max(10),
  recommend: step,
  again: oneOf(AGAIN),
  helped: text(WORDS_MOST),
  better: text(WORDS_MOST),
  quote: text(QUOTE_MOST),
  quote_consent: z.union([z.literal('yes'), z.literal('')]),
  quote_name: oneOf(QUOTED_AS),
  version: z.coerce.number().int().min(0).catch(0),
});
type Parsed = z.output<typeof closingSchema>;

/** What stands in the form: every field a text, areas by their field. */
export type ClosingTyped = Record<
  'recommend' | 'again' | 'helped' | 'better' | 'quote' | 'quote_consent' | 'quote_name' | 'version',
  string
> & { ratings: Readonly<Record<string, string>>; goals: readonly string[] };

export type ClosingInput = Omit<Parsed, 'ratings' | 'quote_consent' | 'quote_name'> & {
  ratings: Ratings;
  /** How the quote may be used; null when it may not. */
  quoteAs: QuotedAs | null;
};

const fieldOf = ([first, second]: readonly PropertyKey[]): string =>
  first === 'ratings' ? `rating_${String(second)}` : String(first);

function inputOf({ ratings, quote_consent, quote_name, ...rest }: Parsed): ClosingInput {
  const given = Object.entries(ratings).flatMap(([area, value]) => (value === null ? [] : [[area, value] as const]));
  const quoteAs = quote_consent === 'yes' && rest.quote !== '' ? quote_name : null;
  return { ...rest, ratings: Object.fromEntries(given), quoteAs };
}

/** A consent that says neither to what nor how is none. */
function consentFaults({ quote, quote_consent, quote_name }: Parsed): Record<string, string> {
  if (quote_consent !== 'yes') return {};
  return {
    ...(quote === '' ? { quote: say('closing.quoteMissing') } : {}),
    ...(quote_name === null ? { quote_name: say('closing.quoteNameMissing') } : {}),
  };
}

const isEmpty = ({ ratings, goals, recommend, again, helped, better, quote }: ClosingInput) =>
  Object.keys(ratings).length + goals.length === 0 &&
  recommend === null &&
  again === null &&
  !helped &&
  !better &&
  !quote;

type Reading = { /** Sent, or only saved for later. */ send: boolean; areas: readonly Option[] };

/** The closing answers, or what is wrong with them, field by field. A draft may be anything that can be kept. */
export function readClosing(
  typed: ClosingTyped,
  { send, areas }: Reading,
): { input: ClosingInput } | { problems: Record<string, string> } {
  const known = areas.map(({ value }) => [value, typed.ratings[value] ?? ''] as const);
  const parsed = closingSchema.safeParse({ ...typed, ratings: Object.fromEntries(known) });
  if (!parsed.success) {
    const problems: Record<string, string> = {};
    for (const { path, message } of parsed.error.issues) problems[fieldOf(path)] ??= message;
    return { problems };
  }
  const input = inputOf(parsed.data);
  if (!send) return { input };
  const problems = consentFaults(parsed.data);
  if (isEmpty(input) && Object.keys(problems).length === 0) problems.helped = say('closing.nothing');
  return Object.keys(problems).length > 0 ? { problems } : { input };
}
