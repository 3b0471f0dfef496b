import type { LetterKind, LetterText } from '@/domain/letters/defaults';
import type { LetterWords } from '@/domain/letters/words';
import type { Language, OtherLanguage } from '@/domain/language';
import { ACTIVITIES, COMPETENCIES, MODES, TOPICS } from '@/domain/mentoring';
import { inLanguage } from '../language';
import { formatDay } from './dates';
import { FRENCH_LETTERS } from './letters-fr';
import { SPANISH_LETTERS } from './letters-es';
import { say, type Key, type Values } from './say';
import { worded } from './standard';

/** Our own letters in other languages, for as long as staff have not worded the English ones anew. */
export const STANDARD_LETTERS: Record<OtherLanguage, Record<LetterKind, LetterText>> = {
  es: SPANISH_LETTERS,
  fr: FRENCH_LETTERS,
};

/** Longest first: some labels begin like others, and some hold commas themselves. */
export const LABELS = [...COMPETENCIES, ...TOPICS, ...ACTIVITIES, ...MODES]
  .map(({ label }) => label)
  .sort((a, b) => b.length - a.length);

/** `A, B and C, D` in its labels; null when something is none of ours. */
function labelsIn(list: string): string[] | null {
  const label = LABELS.find((one) => list === one || list.startsWith(`${one}, `));
  if (label === undefined) return null;
  const rest = list.slice(label.length + 2);
  const others = rest === '' ? [] : labelsIn(rest);
  return others && [label, ...others];
}

/** The shapes in which the matcher words what may be told to both (`safeReasonsFor`). */
const SHAPES: readonly { shape: RegExp; key: Key }[] = [
  { shape: /^Strong where (?<name>.+) asks for help: (?<list>.+)\.$/, key: 'letters.strongWhere' },
  { shape: /^Shared topics: (?<list>.+)\.$/, key: 'letters.sharedTopics' },
  { shape: /^Both would like to: (?<list>.+)\.$/, key: 'letters.bothWouldLike' },
  { shape: /^Both are happy to meet by: (?<list>.+)\.$/, key: 'letters.bothMeetBy' },
];

/** A reason in the language at hand; one that staff wrote, or that names something of theirs, stays as it is. */
export function reasonInWords(text: string): string {
  for (const { shape, key } of SHAPES) {
    const { name = '', list = '' } = shape.exec(text)?.groups ?? {};
    const labels = list ? labelsIn(list) : null;
    if (labels) return say(key, { name, list: labels.map(worded).join(', ') });
  }
  return text;
}

/** What letters say beside staff's words, in a language. */
export function letterWords(language: Language): LetterWords {
  const inIt = (key: Key, values?: Values) => inLanguage(language, () => say(key, values));
  return {
    day: (at, timeZone) => inLanguage(language, () => formatDay(at, timeZone)),
    greeting: (name) => inIt('letters.greeting', { name }),
    asRole: { mentor: inIt('letters.asMentor'), mentee: inIt('letters.asMentee') },
    nextMentee: (asRole) => inIt('letters.nextMentee', { asRole }),
    several: (cycle) => inIt('letters.several', { cycle }),
    reach: (name, ways) =>
      inIt('letters.reach', { name, ways: ways.reduce((first, second) => inIt('letters.or', { first, second })) }),
    throughUs: (name, contact) => inIt('letters.throughUs', { name, contact }),
    wouldLikeYouToKnow: (name, notes) => inIt('letters.wouldLikeYouToKnow', { name, notes }),
    goWellTogether: inIt('letters.goWellTogether'),
    reason: (text) => (language === 'en' ? text : inLanguage(language, () => reasonInWords(text))),
    youWriteFirst: (by) => inIt('letters.youWriteFirst', { by }),
    theyWriteFirst: (name, by) => inIt('letters.theyWriteFirst', { name, by }),
    tellUs: (by, contact) => inIt('letters.tellUs', { by, contact }),
    saidYes: (contact) => inIt('letters.saidYes', { contact }),
    confirm: (url, by, contact) => inIt('letters.confirm', { url, by, contact }),
    nextOpening: inIt('letters.nextOpening'),
    yourMatch: inIt('letters.yourMatch'),
  };
}
