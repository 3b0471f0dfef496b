import { listOf, textOf, type Answers } from './answers';
import { fileIn } from './file-type';
import type { Language } from './language';
import type { FormRole, Option, Role } from './mentoring';
import { rolesOf } from './mentoring';

/** Who may read an answer. `match_if_ticked`: only a contact detail that the person ticked for sharing. */
export const AUDIENCES = {
  match: 'Your match reads this too.',
  match_if_ticked: 'Your match sees this only if you tick it below.',
  committee: 'Committee and staff read this.',
  staff: 'Read by staff only.',
  confidential: 'Confidential: committee and staff read this, other applicants and your match do not.',
} as const;
export type Audience = keyof typeof AUDIENCES;

/** Text of a question → the same in another language. */
export type Translations = Partial<Record<Language, readonly { of: string; words: string }[]>>;

export type OptionGroup = { readonly label: string; readonly options: readonly Option[] };

type Base = {
  /** The public field name; stable, listed in docs/forms.md. */
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** Shown in the forms of these roles; both when left out. */
  roles?: readonly Role[];
  seenBy: Audience;
  /** What to do, said when a required answer is missing or does not fit. */
  missing?: string;
  showIf?: Condition;
  /** By language, what staff made of its texts; the standard ones are in the catalogs. */
  translations?: Translations;
  /** Set where it is asked in another language than the page around it. */
  lang?: Language;
};

/** The question is asked only of those who gave one of these answers to another. */
export type Condition = { question: string; values: readonly string[] };

export type Question = Base &
  (
    | { type: 'text'; maxLength: number; input?: 'text' | 'tel' | 'email'; autocomplete?: string }
    | { type: 'number'; from: number; to: number }
    | { type: 'long'; words: number }
    | { type: 'one'; options: readonly Option[]; noAnswer?: boolean }
    | { type: 'select'; groups: readonly OptionGroup[] }
    | { type: 'many'; options: readonly Option[]; /** Drawn inside other questions, not by itself. */ inline?: boolean }
    | {
        type: 'rating';
        /** A tick under the tiles that belongs to another question. */ tick?: {
          name: string;
          value: string;
          label: string;
          roles: readonly Role[];
        };
      }
    | { type: 'consent'; statement: string }
    | { type: 'date' }
    /** The answer is the id of a kept file. */
    | { type: 'file' }
    /** Words between questions; it has no answer. */
    | { type: 'explanation'; text: string }
  );

/** What two answers of one page must be to each other. */
export type Check = { field: string; holds: (answers: Answers) => boolean; message: string };

export type Section = {
  key: string;
  title: string;
  minutes: number;
  intro?: string;
  roles?: readonly Role[];
  questions: readonly Question[];
  checks?: readonly Check[];
  /** The confidential page: its answers are sealed, never kept in the draft. */
  identity?: boolean;
  /** What staff made of its title and introduction. */
  translations?: Translations;
  /** Set where its title and introduction are in another language than the page around them. */
  lang?: Language;
};

export type FormDefinition = {
  version: string;
  attestation: string;
  /** What staff made of the attestation in other languages. */
  attested?: Translations;
  sections: readonly Section[];
};

const concerns = (roles: readonly Role[] | undefined, asked: readonly Role[]) =>
  roles === undefined || roles.some((role) => asked.includes(role));

/** The pages of a form in order, each with the questions that concern `role`. */
export function sectionsFor(form: FormDefinition, role: FormRole, hasIdentity: boolean): readonly Section[] {
  const key = `${form.version} ${role} ${hasIdentity}`;
  const known = sectionsMade.get(key) ?? sectionsOf(form, role, hasIdentity);
  sectionsMade.set(key, known);
  return known;
}

/** Made once per form and role: what is built from a section, such as its validation, can then be kept too. */
const sectionsMade = new Map<string, readonly Section[]>();

/** The same, not kept: for a form that is still worked on. */
export const sectionsOf = (form: FormDefinition, role: FormRole, hasIdentity: boolean): readonly Section[] =>
  form.sections
    .filter((section) => concerns(section.roles, rolesOf(role)) && (hasIdentity || !section.identity))
    .map((section) => ({ ...section, questions: questionsFor(section, rolesOf(role)) }));

export const questionsFor = (section: Section, asked: readonly Role[]): Question[] =>
  section.questions.filter(({ roles }) => concerns(roles, asked));

/** Every question of one role's application, in order of the form. */
export const questionsOf = (form: FormDefinition, role: Role): Question[] =>
  form.sections
    .filter(({ roles }) => roles === undefined || roles.includes(role))
    .flatMap((section) => questionsFor(section, [role]));

/** What an application of this role holds of all that was answered: only what this person is asked. */
export const answersFor = (form: FormDefinition, role: Role, answers: Answers): Answers =>
  pick(
    answers,
    questionsOf(form, role).filter((question) => isAsked(question, answers)),
  );

/** How many mentees a mentor offers to take, 1 to 3; 0 for a mentee. */
export const placesFor = (role: Role, answers: Answers): number =>
  role === 'mentor' ? Number(textOf(answers, 'places')) || 1 : 0;

/** Whether the question concerns a person who gave these answers. */
export const isAsked = ({ showIf }: Question, answers: Answers): boolean =>
  showIf === undefined || listOf(answers, showIf.question).some((value) => showIf.values.includes(value));

/** A page without the questions that other pages' answers rule out; what depends on this very page stays. */
export function drawnSection(section: Section, answers: Answers): Section {
  if (section.questions.every(({ showIf }) => showIf === undefined)) return section;
  const here = new Set(section.questions.map(({ name }) => name));
  const stays = (question: Question) =>
    (question.showIf !== undefined && here.has(question.showIf.question)) || isAsked(question, answers);
  return { ...section, questions: section.questions.filter(stays) };
}

/** The options a question offers; empty for typed answers. */
export function optionsOf(question: Question): readonly Option[] {
  if (question.type === 'select') return question.groups.flatMap(({ options }) => options);
  return question.type === 'one' || question.type === 'many' ? question.options : [];
}

/** Whether the question has an answer at all. */
export const isAnswered = ({ type }: Question): boolean => type !== 'explanation';

export const takesFiles = ({ questions }: Pick<Section, 'questions'>): boolean =>
  questions.some(({ type }) => type === 'file');

export const isList = (question: Question): boolean => question.type === 'many';

export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** An answer as a person reads it; '' when nothing was answered. */
export function answerInWords(question: Question, answers: Answers): string {
  const labelOf = (value: string) => optionsOf(question).find((option) => option.value === value)?.label ?? value;
  if (question.type === 'many') return listOf(answers, question.name).map(labelOf).join('\n');
  const value = textOf(answers, question.name);
  if (question.type === 'consent') return value === 'yes' ? 'Yes' : '';
  if (question.type === 'file') return fileIn(value)?.name ?? '';
  return value && question.type === 'rating' ? `${value} of 5` : labelOf(value);
}

/** Only the answers of these questions, empty ones left out. A condition is not looked at: nothing typed is lost. */
export function pick(answers: Answers, questions: readonly Question[]): Answers {
  const kept = questions
    .map(({ name }) => [name, answers[name]] as const)
    .filter(([, value]) => value !== undefined && value.length > 0);
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']));
}
