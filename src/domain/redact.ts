import type { Answers } from './answers';
import { textOf } from './answers';
import type { Question } from './questions';

/** What stands where something that would tell who wrote was taken out. */
export const REMOVED = '[removed]';

/** Answers that say who somebody is, where they work or how to reach them, by the name of the question. */
const IDENTIFYING = ['name', 'preferred_name', 'pronouns', 'phone', 'email', 'share_contact', 'employer'];

/** Whether a blind reviewer is not shown the answers to a question at all. */
export const identifies = (question: Question): boolean =>
  IDENTIFYING.includes(question.name) ||
  question.type === 'file' ||
  question.seenBy === 'match_if_ticked' ||
  (question.type === 'text' && question.input !== undefined && question.input !== 'text');

/** What tells who somebody is, as they gave it. */
export type Identity = { names: readonly string[]; emails: readonly string[]; employer: string; phone: string };

export const identityOf = (answers: Answers, { name, email }: { name: string; email: string }): Identity => ({
  names: [name, textOf(answers, 'name'), textOf(answers, 'preferred_name')],
  emails: [email, textOf(answers, 'email')],
  employer: textOf(answers, 'employer'),
  phone: textOf(answers, 'phone'),
});

/** Letters that do not come apart into a plain letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** A word as it is compared: without accents and capitals. */
const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter);

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const wordsIn = (text: string): string[] => (text.match(WORD) ?? []).map(folded).filter((word) => word !== '');

/** Scripts that put no space between words: there a name is looked for anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Words of an employer that many share: alone they tell nothing. */
const COMMON = new Set(
  'the of and for at in a la le de du des del el y public free library libraries librarian system systems district branch county city town state university college school schools academy community regional national central memorial department office association museum'.split(
    ' ',
  ),
);

/** The employer as it is written, and what is left of it without common words. */
function employerPhrases(employer: string): string[][] {
  const words = wordsIn(employer);
  const runs = words.reduce<string[][]>(
    (all, word) => {
      if (COMMON.has(word)) return [...all, []];
      return [...all.slice(0, -1), [...(all.at(-1) ?? []), word]];
    },
    [[]],
  );
  return [words, ...runs].filter((run) => run.join('').length > 1);
}

/** Every run of words that is taken out; a letter alone is none, or every "a" would go. */
function phrasesOf({ names, emails, employer }: Identity): string[][] {
  const ofNames = names.flatMap((name) => {
    const words = wordsIn(name);
    const turned = [...words].reverse();
    return [words, turned, ...[words.join(''), turned.join(''), ...words].map((word) => [word])];
  });
  const ofEmails = emails.map((email) => wordsIn(email.split('@')[0] ?? ''));
  return [...ofNames, ...ofEmails, ...employerPhrases(employer)].filter((phrase) => phrase.join('').length > 1);
}

type Span = { from: number; to: number };

/** Where the phrases stand in a text, word by word, whatever stands between the words. */
function spansOf(text: string, phrases: readonly string[][]): Span[] {
  const tokens = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word: folded(word),
    from: index,
    to: index + word.length,
  }));
  const spans: Span[] = [];
  tokens.forEach(({ word, from }, at) => {
    for (const phrase of phrases) {
      const last = tokens[at + phrase.length - 1];
      if (word === phrase[0] && last && phrase.every((one, step) => tokens[at + step]?.word === one))
        spans.push({ from, to: last.to });
    }
  });
  return spans;
}

/** Names in scripts without spaces, wherever they stand. */
function unspacedSpans(text: string, names: readonly string[]): Span[] {
  return names
    .flatMap((name) => name.split(/\s+/))
    .filter((name) => UNSPACED.test(name))
    .flatMap((name) => {
      const spans: Span[] = [];
      for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + name.length))
        spans.push({ from, to: from + name.length });
      return spans;
    });
}

const ADDRESSES = /[^\s@<>()[\]]+@[^\s@<>()[\]]+|(?:https?:\/\/|www\.)[^\s<>()[\]]+/giu;
const NUMBERS = /\+?\d(?:[\s().-]*\d){5,}/g;
const digits = (text: string): string => text.replaceAll(/\D/g, '');

/** Any mail or web address, and the person's own telephone number. */
function contactSpans(text: string, phone: string): Span[] {
  const own = digits(phone).slice(-7);
  const numbers = [...text.matchAll(NUMBERS)].filter(({ 0: found }) => own.length === 7 && digits(found).endsWith(own));
  return [...text.matchAll(ADDRESSES), ...numbers].map(({ 0: found, index }) => ({
    from: index,
    to: index + found.length,
  }));
}

/** Spans in order, those that touch or have only spaces and marks of names between them as one. */
const merged = (text: string, spans: readonly Span[]): Span[] =>
  [...spans]
    .sort((a, b) => a.from - b.from)
    .reduce<Span[]>((all, span) => {
      const last = all.at(-1);
      if (!last || !/^[\s.’'-]*$/.test(text.slice(last.to, span.from)) || span.from > last.to + 3)
        return [...all, span];
      return [...all.slice(0, -1), { from: last.from, to: Math.max(last.to, span.to) }];
    }, []);

function redactPart(text: string, identity: Identity, phrases: readonly string[][]): string {
  const spans = [
    ...spansOf(text, phrases),
    ...unspacedSpans(text, identity.names),
    ...contactSpans(text, identity.phone),
  ];
  let [out, at] = ['', 0];
  for (const { from, to } of merged(text, spans)) {
    out += text.slice(at, from) + REMOVED;
    at = to;
  }
  return out + text.slice(at);
}

/**
 * A text without what would tell who wrote it: each word of their names, the name of their employer, any mail or web address and
 * their telephone number, whatever the capitals and accents, word by word. Ordinary words that are somebody's name go too: rather
 * a word too many than one too few. It does not find what only people who know the applicant would.
 */
export function redact(text: string, identity: Identity): string {
  const phrases = phrasesOf(identity);
  return text
    .split(REMOVED)
    .map((part) => redactPart(part, identity, phrases))
    .join(REMOVED);
}
