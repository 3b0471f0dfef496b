import { db, type Tx } from '@/db/client';
import { LANGUAGES, languageIn, otherLanguages, type Language, type OtherLanguage } from '@/domain/language';
import { DEFAULT_LETTERS, LETTER_KINDS, type LetterKind, type LetterText } from '@/domain/letters/defaults';
import type { OtherLetters, ReleaseInput } from '@/domain/letters/release-plan';
import { LABELS, letterWords, STANDARD_LETTERS } from '@/lib/words/letters';

type Saved = LetterText & { kind: string; language: Language; version: number };

/** What is in use: the last saving of each kind and language. */
async function listSaved(tx: Tx, cycleId: string): Promise<Saved[]> {
  const rows = await tx.mailTemplate.findMany({
    where: { cycleId },
    select: { kind: true, language: true, subject: true, body: true, version: true },
    orderBy: [{ kind: 'asc' }, { language: 'asc' }, { version: 'desc' }],
    distinct: ['kind', 'language'],
  });
  return rows.map(({ language, ...row }) => ({ ...row, language: languageIn(language) }));
}

const byKind = <T>(of: (kind: LetterKind) => T): Record<LetterKind, T> => ({
  matched_mentor: of('matched_mentor'),
  matched_mentee: of('matched_mentee'),
  waitlisted: of('waitlisted'),
  not_matched: of('not_matched'),
  declined: of('declined'),
  later: of('later'),
  match_ended: of('match_ended'),
});

/** Our own wording, letter for letter: only then are our translations of it true. */
const isStandard = (kind: LetterKind, { subject, body }: LetterText): boolean =>
  subject === DEFAULT_LETTERS[kind].subject && body === DEFAULT_LETTERS[kind].body;

/** A letter in another language: what staff saved in it, else ours where the English one is ours too, else none. */
function inOther(language: OtherLanguage, kind: LetterKind, saved: readonly Saved[]): LetterText | undefined {
  const of = (one: Language) => saved.find((row) => row.kind === kind && row.language === one);
  const [own, english] = [of(language), of('en')];
  if (own) return { subject: own.subject, body: own.body };
  return !english || isStandard(kind, english) ? STANDARD_LETTERS[language][kind] : undefined;
}

const textOf = ({ subject, body }: LetterText) => `${subject}\n${body}`;

type CycleOf = { id: string; program: { languages: readonly string[] } };

/** The words of a cycle's letters in every language that its program offers; a kind nobody edited has the default. */
export async function wordsOfLetters(
  tx: Tx,
  { id, program }: CycleOf,
): Promise<Pick<ReleaseInput, 'templates' | 'words' | 'others' | 'standard'>> {
  const saved = await listSaved(tx, id);
  const english = (kind: LetterKind) => saved.find((row) => row.kind === kind && row.language === 'en');
  const others = otherLanguages(program.languages).map((language): [OtherLanguage, OtherLetters] => {
    const texts = LETTER_KINDS.flatMap((kind) => {
      const text = inOther(language, kind, saved);
      return text ? [[kind, text] as const] : [];
    });
    return [language, { texts: Object.fromEntries(texts), words: letterWords(language) }];
  });
  return {
    templates: byKind((kind) => english(kind) ?? { ...DEFAULT_LETTERS[kind], version: 0 }),
    words: letterWords('en'),
    others: Object.fromEntries(others),
    standard: [
      ...LABELS,
      ...LANGUAGES.flatMap((language) => LETTER_KINDS.map((kind) => textOf(standardLetter(kind, language)))),
    ],
  };
}

type LetterOf = { cycleId: string; kind: LetterKind; language: Language };

/** Every saving of one letter in one language, newest first, with who saved it. */
export async function listSavings({ cycleId, kind, language }: LetterOf) {
  const rows = await db.mailTemplate.findMany({
    where: { cycleId, kind, language },
    select: { version: true, subject: true, body: true, updatedAt: true, savedById: true },
    orderBy: { version: 'desc' },
  });
  const ids = [...new Set(rows.flatMap(({ savedById }) => savedById ?? []))];
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map(({ savedById, ...row }) => ({ ...row, by: savedById ? (names.get(savedById) ?? '') : '' }));
}
export type Saving = Awaited<ReturnType<typeof listSavings>>[number];

/** The words a letter begins with in a language, before anybody saved it. */
export const standardLetter = (kind: LetterKind, language: Language): LetterText =>
  language === 'en' ? DEFAULT_LETTERS[kind] : STANDARD_LETTERS[language][kind];
