import { LETTER_LABELS, type LetterField } from './defaults';
import { escapeMarkdown } from './markdown';
import {
  confidentialTexts,
  displayName,
  type LetterPart,
  type PlannedLetter,
  type ReleaseApplication,
  type ReleaseInput,
} from './release-plan';
import { fill, unknownFields } from './template';
import { letterValues } from './values';

export type WrittenLetter = {
  personId: string;
  name: string;
  email: string;
  subject: string;
  /** The whole letter in Markdown, without the signature. */
  markdown: string;
  /** What keeps it from being sent, in words; empty when nothing does. */
  problems: string[];
};

/** The address of the page where a part's match is answered. */
export type ConfirmUrl = (part: LetterPart) => string;

const ROLE_WORDS = { mentor: 'As a mentor', mentee: 'As a mentee' } as const;

const problemsOf = (part: LetterPart, missing: readonly LetterField[], unknown: readonly string[]): string[] => [
  ...unknown.map((name) => `The template “${LETTER_LABELS[part.kind]}” uses {{${name}}}, which does not exist.`),
  ...missing.map((name) => `{{${name}}} has no value in “${LETTER_LABELS[part.kind]}”.`),
];

/** One letter for one person, all parts joined; a heading per part only where there are several. */
export function writeLetter(letter: PlannedLetter, input: ReleaseInput, confirmUrl: ConfirmUrl): WrittenLetter {
  const written = letter.parts.map((part) => {
    const template = input.templates[part.kind];
    const { subject, body, missing } = fill(template, letterValues(part, input, confirmUrl(part)));
    return {
      subject,
      body: body.trim(),
      heading: ROLE_WORDS[part.application.role],
      problems: problemsOf(part, missing, unknownFields(template)),
    };
  });
  const several = written.length > 1;
  const bodies = written.map(({ heading, body }, index) => {
    const again = index > 0 && written[index - 1]?.heading === heading;
    return several ? `## ${again ? `${heading}, your next mentee` : heading}\n\n${body}` : body;
  });
  const [first] = written;
  return {
    personId: letter.personId,
    name: letter.name,
    email: letter.email,
    subject: several ? `Your applications for ${input.cycle.name}` : (first?.subject ?? ''),
    markdown: [`Dear ${escapeMarkdown(letter.name)},`, ...bodies].join('\n\n'),
    problems: [...new Set(written.flatMap(({ problems }) => problems))],
  };
}

/** Words a letter never says, whatever a template holds. */
const NEVER = /\bbest match\b|\bscore(?:s|d)?\b|\brank(?:ed|ing)?\b|\b\d{1,3}(?:\.\d)? points?\b/i;

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[\\*_]/g, '')
    .replace(/\s+/g, ' ');

/**
 * Confidential things found in a letter, in words without repeating them. Every application's confidential texts are
 * looked for in every letter, not only its own.
 */
export function confidentialIn(
  letters: readonly WrittenLetter[],
  applications: readonly ReleaseApplication[],
): string[] {
  const secrets = applications.flatMap((application) =>
    confidentialTexts(application).map((text) => ({ of: displayName(application), text: folded(text) })),
  );
  return letters.flatMap(({ name, subject, markdown }) => {
    const text = folded(`${subject}\n${markdown}`);
    const found = secrets
      .filter((secret) => text.includes(secret.text))
      .map(({ of }) => `The letter to ${name} repeats a confidential answer of ${of}.`);
    return NEVER.test(text) ? [...found, `The letter to ${name} speaks of a score, a rank or a best match.`] : found;
  });
}
