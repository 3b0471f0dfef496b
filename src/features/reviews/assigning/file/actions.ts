'use server';

import { redirect } from 'next/navigation';
import { actionUser } from '@/auth/guard';
import { keepWords } from '@/auth/kept-words';
import { ENDED } from '@/auth/press';
import { clock } from '@/lib/clock';
import { codeIn, failedForm, refusalOf, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { fileSchema } from '../schema';
import { assignFromFile, type Trial } from './commands';

export type FileState = FormState & { trial: Trial | null };

/** A chosen file takes the place of what is in the field; either stays in the field afterwards. */
async function textOf(form: FormData): Promise<string> {
  const file = form.get('file');
  return file instanceof File && file.size > 0 && file.size <= 400_000 ? file.text() : textIn(form, 'text');
}

/** Looks at the rows, or assigns them when there is nothing wrong with any. */
export async function assignFileAction(before: FileState, form: FormData): Promise<FileState> {
  const [code, text, now] = [codeIn(form), await textOf(form), clock.now()];
  const user = await actionUser(paths.assignFile(code), now);
  const failed = failedForm(before, form, '');
  const state: FileState = { ...failed, typed: { ...failed.typed, text }, trial: null };
  const trial = textIn(form, 'act') !== 'assign';
  const parsed = fileSchema.safeParse({ cycleId: textIn(form, 'cycleId'), text, trial });
  if (!parsed.success) return { ...state, problem: parsed.error.issues[0]?.message ?? '' };
  let done: Trial;
  try {
    done = await assignFromFile(user, parsed.data, now);
  } catch (error) {
    const { code: refusal, message: problem } = refusalOf(error);
    await keepWords({ form: { ...state, problem }, refused: ENDED.has(refusal) });
    return { ...state, problem };
  }
  if (!trial && done.problems.length === 0) redirect(paths.coverage(code, '?saved=assigned'));
  return { ...state, trial: done };
}
