'use server';

import { redirect } from 'next/navigation';
import { actionUser } from '@/auth/guard';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { codeIn, textIn } from '@/ui/staff/form-state';
import type { PressState } from '../actions';
import { dropVeto, noteVeto } from './commands';
import { dropSchema, noteSchema } from './schema';

function backTo(form: FormData): string {
  const id = textIn(form, 'applicationId');
  return isId(id) ? `${paths.application(codeIn(form), id)}#not-with` : paths.inbox(codeIn(form));
}

const problemOf = (error: unknown): PressState => {
  if (error instanceof Refusal) return { problem: error.message };
  throw error;
};

export async function noteVetoAction(_: PressState, form: FormData): Promise<PressState> {
  const now = clock.now();
  const user = await actionUser(backTo(form), now);
  const input = {
    applicationId: textIn(form, 'applicationId'),
    other: textIn(form, 'other'),
    reason: textIn(form, 'reason'),
  };
  const parsed = noteSchema.safeParse(input);
  if (!parsed.success) return { problem: parsed.error.issues[0]?.message ?? '' };
  const failed = await noteVeto(user, parsed.data, now).then(() => null, problemOf);
  return failed ?? redirect(backTo(form));
}

export async function dropVetoAction(_: PressState, form: FormData): Promise<PressState> {
  const now = clock.now();
  const user = await actionUser(backTo(form), now);
  const parsed = dropSchema.safeParse({ ruleId: textIn(form, 'ruleId') });
  if (!parsed.success) return { problem: 'Reload the page and try again.' };
  const failed = await dropVeto(user, parsed.data, now).then(() => null, problemOf);
  return failed ?? redirect(backTo(form));
}
