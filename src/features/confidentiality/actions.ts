'use server';

import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { copyCookieName } from '@/auth/copy-cookie';
import { actionUser } from '@/auth/guard';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { isHttps, webEnv } from '@/lib/env';
import { paths } from '@/lib/paths';
import { codeIn, failedForm, refusalOf, textIn, type FormState } from '@/ui/staff/form-state';
import { agreeToBreakGlass, askToBreakGlass, readBrokenGlass } from './commands';
import { breakGlassSchema } from './schema';

/** Off unless the operator of the server turned it on; the worker asks the same for itself. */
function assertOn(): void {
  if (!webEnv().BREAK_GLASS) throw new Refusal('actor.forbidden');
}

export async function askToBreakGlassAction(before: FormState, form: FormData): Promise<FormState> {
  assertOn();
  const code = codeIn(form);
  const now = clock.now();
  const user = await actionUser(paths.confidentiality(code), now);
  const input = breakGlassSchema.safeParse({
    cycleId: textIn(form, 'cycleId'),
    reference: textIn(form, 'reference'),
    reason: textIn(form, 'reason'),
  });
  if (!input.success) return failedForm(before, form, input.error.issues[0]?.message ?? 'Look at what you typed.');
  const asked = await askToBreakGlass(user, input.data, now).catch(refusalOf);
  if (asked instanceof Refusal) return failedForm(before, form, asked.message);
  const { copyId, copySecret } = asked;
  (await cookies()).set(copyCookieName(copyId), copySecret, {
    httpOnly: true,
    sameSite: 'strict',
    secure: isHttps(),
    path: '/',
    maxAge: 25 * 3600,
  });
  return redirect(paths.confidentiality(code, '?asked=1'));
}

export async function agreeToBreakGlassAction(before: FormState, form: FormData): Promise<FormState> {
  assertOn();
  const code = codeIn(form);
  const now = clock.now();
  const user = await actionUser(paths.confidentiality(code), now);
  const refusal = await agreeToBreakGlass(user, textIn(form, 'copyId'), now).then(() => null, refusalOf);
  return refusal ? failedForm(before, form, refusal.message) : redirect(paths.confidentiality(code, '?agreed=1'));
}

export type ReadState = { problem: string; lines: readonly { label: string; words: string }[] | null };

/** What was opened goes back in the answer to this one request; it is kept nowhere. */
export async function readBrokenGlassAction(_: ReadState, form: FormData): Promise<ReadState> {
  assertOn();
  const now = clock.now();
  const user = await actionUser(paths.confidentiality(codeIn(form)), now);
  const copyId = textIn(form, 'copyId');
  const kept = await cookies();
  const copySecret = kept.get(copyCookieName(copyId))?.value ?? '';
  const read = await readBrokenGlass(user, { copyId, copySecret }, now).catch(refusalOf);
  if (read instanceof Refusal) return { problem: read.message, lines: null };
  kept.delete(copyCookieName(copyId));
  return { problem: '', lines: read };
}
