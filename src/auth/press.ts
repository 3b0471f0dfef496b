import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { UserActor } from '@/domain/actor';
import { Refusal, type RefusalCode } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { failedForm, type FormState } from '@/lib/form-state';
import { currentUser } from './actor';
import { actionUser } from './guard';
import { keepWords } from './kept-words';

/** What a form gets back when the answer was no. */
type PressState = {
  problem: string;
  /** The field that is wrong, where it is one. */
  field?: string;
  /** They may not do that any more. */
  refused?: boolean;
};

type Work<Input, Result> = {
  schema: z.ZodType<Input>;
  input: unknown;
  command: (actor: UserActor, input: Input, now: Date) => Promise<Result>;
  /** The page of the form. */
  back: string;
  /** Where to go instead. */
  onward?: ((result: Result, input: Input) => string) | undefined;
  /** The page stays and is read anew: what is typed elsewhere on it stays too. */
  stay?: boolean;
  /** With this refusal the page is read anew: it has changed since the form was opened. */
  renewOn?: RefusalCode;
  /** Nobody is sent to sign in: long words are typed there, and they stay. */
  keepsWords?: boolean;
  /** Which field a refusal is about: it is said beside it. */
  fields?: Partial<Record<RefusalCode, string>>;
  /** What to say of input that cannot be read when only an old page could have posted it. */
  unreadable?: string;
};

const SIGNED_OUT =
  'You are signed out, so this was not saved. What you typed is still here: sign in again in another tab, then save. If your role here has ended, copy what you want to keep.';
/** Refusals after which the page of the form may be closed to whoever posted it. */
export const ENDED: ReadonlySet<RefusalCode> = new Set([
  'actor.forbidden',
  'review.no_longer',
  'review.own_application',
]);
export const OLD_PAGE = 'This page is out of date. Reload it and look again.';

/** What a press of a staff page's button does: who is it, is it readable, the command, and on to a page; or what is wrong. */
async function press<Input, Result>(work: Work<Input, Result>): Promise<PressState> {
  const { schema, input, command, back, onward, stay = false, renewOn, keepsWords, fields, unreadable } = work;
  const now = clock.now();
  if (keepsWords && !(await currentUser(now))) return { problem: SIGNED_OUT };
  const user = await actionUser(back, now);
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { problem: unreadable ?? issue?.message ?? 'Look at what you typed.', field: String(issue?.path[0] ?? '') };
  }
  let result: Result;
  try {
    result = await command(user, parsed.data, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === renewOn) refresh();
    return { problem: error.message, field: fields?.[error.code] ?? '', refused: ENDED.has(error.code) };
  }
  if (!stay) redirect(onward?.(result, parsed.data) ?? back);
  refresh();
  return { problem: '' };
}

/** The same for a form with fields: what was typed stays when the answer is no, on whatever page the answer is. */
export async function pressForm<Input, Result>(
  before: FormState,
  form: FormData,
  work: Work<Input, Result>,
): Promise<FormState> {
  const { problem, field, refused = false } = await press(work);
  const failed = failedForm(before, form, problem, field);
  return problem ? keepWords({ form: failed, refused }) : failed;
}
