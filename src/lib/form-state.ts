import { cleanText } from './clean-text';
import { Refusal } from '@/domain/refusal';

/** What a form of a staff page gets back: what is wrong, and every word that was typed. `tries` counts, so that the page notices. */
export type FormState = {
  problem: string;
  /** The field that is wrong, where it is one. */
  field?: string;
  typed: Record<string, string>;
  tries: number;
};
export const FRESH: FormState = { problem: '', typed: {}, tries: 0 };

/** What is wrong with the fields of a form: a sentence beside the one it is about. */
export type Wrong = Readonly<Record<string, string>>;

export const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? cleanText(value) : '';
};

/** The form's own fields; those that the framework adds begin with $. Where several have a name, each has a line. */
function typedIn(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name.startsWith('$')) continue;
    typed[name] = typed[name] === undefined ? value : `${typed[name]}\n${value}`;
  }
  return typed;
}

export const failedForm = (before: FormState, form: FormData, problem: string, field = ''): FormState => ({
  problem,
  field,
  typed: typedIn(form),
  tries: before.tries + 1,
});

/** For `.catch`: an expected "no" is shown on the page; a bug stays a bug. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

/** The code of a cycle as a form says it, without trusting it: it only names the page to come back to. */
export const codeIn = (form: FormData): string => textIn(form, 'cycle').replace(/[^A-Za-z0-9-]/g, '');

/** The name of a program in addresses, likewise. */
export const slugIn = (form: FormData): string => textIn(form, 'slug').replace(/[^a-z0-9-]/g, '');

/** Fields of a form by name. Empty ones count as left out, so that a schema can say that they are missing. */
export const fieldsIn = (form: FormData, ...names: string[]): Record<string, string | undefined> =>
  Object.fromEntries(names.map((name) => [name, textIn(form, name).trim() || undefined]));
