import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { UserActor } from '@/domain/actor';
import { Refusal, type RefusalCode } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { failedForm, type FormState } from '@/lib/form-state';
import { actionUser } from './guard';

/** What a form gets back when the answer was no. */
export type PressState = { problem: string };

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
  /** What to say of input that cannot be read when only an old page could have posted it. */
  unreadable?: string;
};

export const OLD_PAGE = 'This page is out of date. Reload it and look again.';

/** What a press of a staff page's button does: who is it, is it readable, the command, and on to a page; or what is wrong. */
export async function press<Input, Result>(work: Work<Input, Result>): Promise<PressState> {
  const { schema, input, command, back, onward, stay = false, renewOn, unreadable } = work;
  const now = clock.now();
  const user = await actionUser(back, now);
  const parsed = schema.safeParse(input);
  if (!parsed.success) return { problem: unreadable ?? parsed.error.issues[0]?.message ?? 'Look at what you typed.' };
  let result: Result;
  try {
    result = await command(user, parsed.data, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === renewOn) refresh();
    return { problem: error.message };
  }
  if (!stay) redirect(onward?.(result, parsed.data) ?? back);
  refresh();
  return { problem: '' };
}

/** The same for a form with fields: what was typed stays when the answer is no. */
export async function pressForm<Input, Result>(
  before: FormState,
  form: FormData,
  work: Work<Input, Result>,
): Promise<FormState> {
  const { problem } = await press(work);
  return failedForm(before, form, problem);
}
