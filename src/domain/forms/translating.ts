import { OTHER_LANGUAGES, type OtherLanguage } from '../language';
import type { Translations } from '../questions';
import { Refusal } from '../refusal';
import { ALSC_2015 } from './frameworks';
import type { StoredQuestion } from './stored';

/** One question in another language, as the page of staff posts it; what is empty is not translated. */
export type TypedTranslation = {
  label?: string | undefined;
  hint?: string | undefined;
  text?: string | undefined;
  options?: readonly string[] | undefined;
};
export type TypedTranslations = Partial<Record<OtherLanguage, TypedTranslation>>;

/** Choices, or the areas of a grid. */
function optionsOf(question: StoredQuestion): string[] {
  if (question.type === 'grid') return (question.areas ?? ALSC_2015.areas).map(({ label }) => label);
  return 'options' in question ? question.options.map(({ label }) => label) : [];
}

const textOf = (question: StoredQuestion): string =>
  question.type === 'consent' ? question.statement : question.type === 'explanation' ? question.text : '';

function pairs(question: StoredQuestion, typed: TypedTranslation): { of: string; words: string }[] {
  const options = optionsOf(question);
  const given = typed.options ?? [];
  if (given.length > 0 && given.length !== options.length)
    throw new Refusal(
      'form.not_ready',
      `“${question.label}” has ${options.length} ${question.type === 'grid' ? 'areas' : 'choices'}: translate all of them, one a line and in the same order, or none.`,
    );
  return [
    { of: question.label, words: typed.label ?? '' },
    { of: question.hint ?? '', words: typed.hint ?? '' },
    { of: textOf(question), words: typed.text ?? '' },
    ...options.map((of, index) => ({ of, words: given[index] ?? '' })),
  ].filter(({ of, words }) => of !== '' && words !== '');
}

type Pair = { of: string; words: string };

function gathered<Typed>(typed: Partial<Record<OtherLanguage, Typed>>, pairsOf: (one: Typed) => Pair[]) {
  const made: Translations = {};
  for (const language of OTHER_LANGUAGES) {
    const found = typed[language] ? pairsOf(typed[language]) : [];
    if (found.length > 0) made[language] = found;
  }
  return Object.keys(made).length > 0 ? made : undefined;
}

/** What staff typed in other languages, by the words it stands for; undefined when that is nothing. @throws {Refusal} `form.not_ready` */
export const translationsFrom = (question: StoredQuestion, typed: TypedTranslations): Translations | undefined =>
  gathered(typed, (one) => pairs(question, one));

/** Texts that stand by themselves, a title or a statement: by the name of its field, what is said in English. */
export type OwnTexts = Readonly<Record<string, string>>;
export type TypedTexts = Partial<Record<OtherLanguage, OwnTexts>>;

/** What staff typed for such texts; undefined when that is nothing. */
export const textsFrom = (texts: OwnTexts, typed: TypedTexts): Translations | undefined =>
  gathered(typed, (one) =>
    Object.entries(texts)
      .map(([name, of]) => ({ of, words: one[name] ?? '' }))
      .filter(({ of, words }) => of !== '' && words !== ''),
  );

/** What was typed before for such texts, by field such as `title.es`; words of a text that has changed since are left out. */
export const typedTexts = (texts: OwnTexts, known: Translations | undefined): Record<string, string> =>
  Object.fromEntries(
    OTHER_LANGUAGES.flatMap((language) =>
      Object.entries(texts).map(([name, text]) => [
        `${name}.${language}`,
        known?.[language]?.find(({ of }) => of === text)?.words ?? '',
      ]),
    ),
  );

/** What was typed before, for the page of staff; words of a text that has changed since are left out. */
export function typedTranslation(question: StoredQuestion, language: OtherLanguage): Required<TypedTranslation> {
  const known = question.translations?.[language] ?? [];
  const wordsFor = (text: string | undefined) => known.find(({ of }) => of === text)?.words ?? '';
  const options = optionsOf(question).map(wordsFor);
  return {
    label: wordsFor(question.label),
    hint: wordsFor(question.hint),
    text: wordsFor(textOf(question)),
    options: options.every(Boolean) ? options : [],
  };
}
