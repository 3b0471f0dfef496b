import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '@/domain/language';
import { CATALOGS } from '@/lib/words/catalogs';
import { translator, type Key } from '@/lib/words/say';

type Noun = keyof typeof CATALOGS.en;
const nouns = Object.keys(CATALOGS.en) as Noun[]; // the keys of this very object
const sentences = (language: Language): [Key, string][] =>
  nouns.flatMap((noun) =>
    Object.entries(CATALOGS[language][noun]).map(([key, text]): [Key, string] => [`${noun}.${key}` as Key, text]),
  );
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** Names of places read alike in several languages, and few other words do. */
const SAME_AS_ENGLISH: Record<string, readonly string[]> = {
  es: [
    'apply.quoted',
    'common.error',
    'form.memberNo',
    'mail.answerLine',
    'mail.dayLine',
    'programs.titleWithPhase',
    'zones.utc',
  ],
  fr: ['code.code', 'zones.utc'],
};

const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))];
const tags = (text: string) => [...new Set([...text.matchAll(/<(\w+)>/g)].map(([, tag = '']) => tag))];

/** The sentence with a mark for every argument and tag, so that what is really said can be compared. */
function filled(language: Language, key: Key, english: string, count: number): string {
  const plural = new Set([...english.matchAll(/\{(\w+), plural/g)].map(([, name = '']) => name));
  const values = names(english).map((name) => [name, plural.has(name) ? count : `‹${name}›`] as const);
  const parts = tags(english).map((tag) => [tag, (words: unknown) => `«${tag}:${String(words)}»`] as const);
  const said = translator(language).rich(key, Object.fromEntries([...values, ...parts]) as Record<string, string>); // functions draw tags
  return [said].flat().map(String).join('');
}

const marks = (text: string) => [...new Set(text.match(/‹\w+›|«\w+:/g))].sort();

describe.each(OTHERS)('the catalogs in %s', (language) => {
  it('have the sentences of English, in its order', () => {
    expect(sentences(language).map(([key]) => key)).toEqual(sentences('en').map(([key]) => key));
  });

  it.each(sentences('en'))('say %s with the same arguments', (key, english) => {
    for (const count of [0, 1, 2, 5]) {
      const said = filled(language, key, english, count);
      expect(said.trim()).not.toBe('');
      expect(said).not.toContain(key);
      expect(marks(said)).toEqual(marks(filled('en', key, english, count)));
    }
  });

  it('are translated but for a short list', () => {
    const own = new Map(sentences(language));
    const same = sentences('en')
      .filter(([key, english]) => own.get(key) === english && !key.startsWith('places.'))
      .map(([key]) => key);
    expect(same.sort()).toEqual(SAME_AS_ENGLISH[language]);
  });
});

it('French keeps its marks and their words together', () => {
  const loose = sentences('fr').filter(([, text]) =>
    /[^\u202f\u00a0][;?!»](?!\w)|« |[^\u202f\s]:(?=\s|$)|'/.test(text),
  );
  expect(loose).toEqual([]);
});

it('Spanish opens what it asks', () => {
  const unopened = sentences('es').filter(([, text]) => /\?/.test(text) && !text.includes('¿'));
  expect(unopened).toEqual([]);
});

it('nobody is addressed as tú, vos or tu', () => {
  const familiar = (language: 'es' | 'fr', pattern: RegExp) =>
    sentences(language).filter(([, text]) => pattern.test(text));
  expect(familiar('es', /(^|[^\p{L}])(tú|vos|tus?|contigo|puedes|tienes)(?!\p{L})/iu)).toEqual([]);
  expect(familiar('fr', /(^|[^\p{L}])(tu|toi|ton|tes)(?!\p{L})/iu)).toEqual([]);
});
