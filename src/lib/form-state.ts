import { cleanText } from './clean-text';
import { Refusal } from '@/domain/refusal';

/** What a form of a staff page gets back: what is wrong, and every word that was typed. `tries` counts, so that the page notices. */
export type FormState = { problem: string; typed: Record<string, string>; tries: number };
export const FRESH: FormState = { problem: '', typed: {}, tries: 0 };

export const textIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? cleanText(value) : '';
};

/** The form's own fields; those that the framework adds begin with $. */
const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [])),
  );

export const failedForm = (before: FormState, form: FormData, problem: string): FormState => ({
  problem,
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
