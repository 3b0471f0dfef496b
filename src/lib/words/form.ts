import type { Option } from '@/domain/mentoring';
import type { FormDefinition, OptionGroup, Question, Section, Translations } from '@/domain/questions';
import { PSEUDO, language, spoken, type Spoken } from '../language';
import { isStandard, worded } from './standard';

const wordOptions = (options: readonly Option[]): Option[] =>
  options.map(({ value, label }) => ({ value, label: worded(label) }));

/** Countries by `Intl`, in the order of their names in this language; the near ones stay first. */
function wordCountries(groups: readonly OptionGroup[]): OptionGroup[] {
  const locale = language();
  const names = new Intl.DisplayNames([locale], { type: 'region' });
  return groups.map(({ label, options }, index) => {
    const named = options.map(({ value }) => ({ value, label: names.of(value) ?? value }));
    return {
      label: worded(label),
      options: index === 0 ? named : named.sort((a, b) => a.label.localeCompare(b.label, locale)),
    };
  });
}

const wordGroups = (name: string, groups: readonly OptionGroup[]): OptionGroup[] =>
  name === 'country'
    ? wordCountries(groups)
    : groups.map(({ label, options }) => ({ label: worded(label), options: wordOptions(options) }));

/** What a person reads of a question, apart from lists of places. */
const textsOf = (question: Question): string[] => [
  question.label,
  ...(question.hint ? [question.hint] : []),
  ...(question.type === 'one' || question.type === 'many' ? question.options.map(({ label }) => label) : []),
  ...(question.type === 'consent' ? [question.statement] : []),
  ...(question.type === 'explanation' ? [question.text] : []),
];

/** The question with every text changed by `word`, which knows them all. */
function reworded(question: Question, word: (text: string) => string): Question {
  const { hint, missing } = question;
  const base = {
    ...question,
    label: word(question.label),
    ...(hint ? { hint: word(hint) } : {}),
    missing: missing && isStandard(missing) ? worded(missing) : worded('This is needed.'),
  };
  if (base.type === 'one' || base.type === 'many')
    return { ...base, options: base.options.map(({ value, label }) => ({ value, label: word(label) })) };
  if (base.type === 'select') return { ...base, groups: wordGroups(base.name, base.groups) };
  if (base.type === 'consent') return { ...base, statement: word(base.statement) };
  if (base.type === 'explanation') return { ...base, text: word(base.text) };
  if (base.type === 'rating' && base.tick) return { ...base, tick: { ...base.tick, label: worded(base.tick.label) } };
  return base;
}

/** How to say these texts in the language at hand: as staff translated them, else as the catalogs do; null unless all are known. */
function wording(texts: readonly string[], translations: Translations | undefined): ((text: string) => string) | null {
  const now = spoken();
  const given = now === PSEUDO ? undefined : translations?.[now];
  const own = new Map(given?.map(({ of, words }) => [of, words]));
  if (!texts.every((text) => own.has(text) || isStandard(text))) return null;
  return (text) => own.get(text) ?? worded(text);
}

/**
 * A question in the language at hand: as staff translated it, else as the catalogs word the standard text. A question that
 * neither knows whole stays as it was written, and says in which language that is.
 */
export function questionInWords(question: Question): Question {
  if (spoken() === 'en') return question;
  const word = wording(textsOf(question), question.translations);
  return word ? reworded(question, word) : { ...question, lang: 'en' };
}

function sectionInWords(section: Section): Section {
  const { title, intro, translations } = section;
  const word = wording([title, ...(intro ? [intro] : [])], translations);
  return {
    ...section,
    ...(word ? { title: word(title) } : { lang: 'en' as const }),
    ...(word && intro ? { intro: word(intro) } : {}),
    questions: section.questions.map(questionInWords),
    ...(section.checks
      ? { checks: section.checks.map((check) => ({ ...check, message: worded(check.message) })) }
      : {}),
  };
}

/** What a person puts their name to, as staff translated it, else as the catalogs do, else as it was written. */
export const attestationInWords = ({ attestation, attested }: FormDefinition): string =>
  wording([attestation], attested)?.(attestation) ?? attestation;

/** The language of that statement where it is another than the page's. */
export const attestationLang = ({ attestation, attested }: FormDefinition): 'en' | undefined =>
  spoken() === 'en' || wording([attestation], attested) ? undefined : 'en';

const made = new WeakMap<readonly Section[], Map<Spoken, readonly Section[]>>();

/** The pages of a form in the language at hand; made once for each, so that what is built from them is kept too. */
export function sectionsInWords(sections: readonly Section[]): readonly Section[] {
  const now = spoken();
  if (now === 'en') return sections;
  const known = made.get(sections) ?? new Map<Spoken, readonly Section[]>();
  made.set(sections, known);
  const worded = known.get(now) ?? sections.map(sectionInWords);
  known.set(now, worded);
  return worded;
}
