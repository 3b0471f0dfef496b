import { createTranslator } from 'next-intl';
import { PSEUDO, spoken, type Spoken } from '../language';
import { CATALOGS, type Catalog } from './catalogs';
import { pseudo } from './pseudo';

/** `noun.sentence`, as in `messages/en/`. */
export type Key = { [Noun in keyof Catalog]: `${Noun}.${Extract<keyof Catalog[Noun], string>}` }[keyof Catalog];
export type Values = Readonly<Record<string, string | number>>;

const pseudoCatalog = (): Record<string, Record<string, string>> =>
  Object.fromEntries(
    Object.entries(CATALOGS.en).map(([noun, sentences]) => [
      noun,
      Object.fromEntries(Object.entries(sentences).map(([key, text]) => [key, pseudo(text)])),
    ]),
  );

const catalogOf = (language: Spoken) => (language === PSEUDO ? pseudoCatalog() : CATALOGS[language]);

const make = (language: Spoken) =>
  createTranslator({ locale: language === PSEUDO ? 'en' : language, messages: catalogOf(language), timeZone: 'UTC' });
type Translator = ReturnType<typeof make>;

const translators = new Map<Spoken, Translator>();

/** Made once for each language: making one takes a thousand times as long as using it. */
export function translator(language: Spoken = spoken()): Translator {
  const known = translators.get(language) ?? make(language);
  translators.set(language, known);
  return known;
}

const said = new Map<string, string>();
const MOST_SAID = 5000;

/** A sentence of the catalogs in the language at hand. Kept, because pages say the same few things to everybody. */
export function say(key: Key, values?: Values): string {
  const language = spoken();
  const name = `${language} ${key}${values ? JSON.stringify(values) : ''}`;
  const known = said.get(name);
  if (known !== undefined) return known;
  const sentence = translator(language)(key, values);
  if (said.size >= MOST_SAID) said.clear();
  said.set(name, sentence);
  return sentence;
}
