import type { Language } from '../language';
import { LETTER_LABELS, type LetterField, type LetterKind, type LetterText } from './defaults';
import { escapeMarkdown } from './markdown';
import type { LetterPart, PlannedLetter, ReleaseInput } from './release-plan';
import { fill, unknownFields } from './template';
import { letterValues } from './values';
import type { LetterWords } from './words';

export type WrittenLetter = {
  personId: string;
  name: string;
  email: string;
  /** English, unless every part has words in what the person reads. */
  language: Language;
  subject: string;
  /** The whole letter in Markdown, without the signature. */
  markdown: string;
  /** What keeps it from being sent, in words; empty when nothing does. */
  problems: string[];
  /** What it says that everybody knows or people agreed to share: names, ways to write, notes for a match; not the reasons, which the matcher words. */
  agreed: string[];
};

const AGREED = ['name', 'cycle', 'program', 'contact', 'partner', 'partner_contact', 'partner_notes'] as const;

/** The address of the page where a part's match is answered. */
export type ConfirmUrl = (part: LetterPart) => string;

type Wording = { language: Language; words: LetterWords; textOf: (kind: LetterKind) => LetterText };

/** What a letter is written in: what its reader chose when they applied, where there are words for all it says. */
function wordingFor({ parts }: PlannedLetter, { templates, words, others }: ReleaseInput): Wording {
  const english: Wording = { language: 'en', words, textOf: (kind) => templates[kind] };
  const wished = parts[0]?.application.language ?? 'en';
  const other = wished === 'en' ? undefined : others[wished];
  if (!other || parts.some(({ kind }) => !other.texts[kind])) return english;
  return { language: wished, words: other.words, textOf: (kind) => other.texts[kind] ?? templates[kind] };
}

const problemsOf = (part: LetterPart, missing: readonly LetterField[], unknown: readonly string[]): string[] => [
  ...unknown.map((name) => `The template “${LETTER_LABELS[part.kind]}” uses {{${name}}}, which does not exist.`),
  ...missing.map((name) => `{{${name}}} has no value in “${LETTER_LABELS[part.kind]}”.`),
];

/** One letter for one person, all parts joined; a heading per part only where there are several. */
export function writeLetter(letter: PlannedLetter, input: ReleaseInput, confirmUrl: ConfirmUrl): WrittenLetter {
  const { language, words, textOf } = wordingFor(letter, input);
  const written = letter.parts.map((part) => {
    const template = textOf(part.kind);
    const values = letterValues(part, { input, confirmUrl: confirmUrl(part), words });
    const { subject, body, missing } = fill(template, values);
    return {
      subject,
      body: body.trim(),
      heading: words.asRole[part.application.role],
      problems: problemsOf(part, missing, unknownFields(template)),
      agreed: AGREED.flatMap((field) => values[field] ?? []),
    };
  });
  const several = written.length > 1;
  const bodies = written.map(({ heading, body }, index) => {
    const again = index > 0 && written[index - 1]?.heading === heading;
    return several ? `## ${again ? words.nextMentee(heading) : heading}\n\n${body}` : body;
  });
  const [first] = written;
  return {
    personId: letter.personId,
    name: letter.name,
    email: letter.email,
    language,
    subject: several ? words.several(input.cycle.name) : (first?.subject ?? ''),
    markdown: [words.greeting(escapeMarkdown(letter.name)), ...bodies].join('\n\n'),
    problems: [...new Set(written.flatMap(({ problems }) => problems))],
    agreed: [letter.name, ...written.flatMap(({ agreed }) => agreed)],
  };
}
