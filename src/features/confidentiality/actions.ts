'use server';

import { cookies } from 'next/headers';
import { z } from 'zod';
import { copyCookieName } from '@/auth/copy-cookie';
import { actionUser } from '@/auth/guard';
import { pressForm } from '@/auth/press';
import { Refusal } from '@/domain/refusal';
import { clock } from '@/lib/clock';
import { isHttps, webEnv } from '@/lib/env';
import { paths } from '@/lib/paths';
import { codeIn, fieldsIn, refusalOf, textIn, type FormState } from '@/lib/form-state';
import { agreeToBreakGlass, askToBreakGlass, readBrokenGlass } from './commands';
import { breakGlassSchema } from './schema';

/** Off unless the operator of the server turned it on; the worker asks the same for itself. */
function assertOn(): void {
  if (!webEnv().BREAK_GLASS) throw new Refusal('actor.forbidden');
}

/** The key of the copy stays with the browser that asked. */
async function keepSecret(copyId: string, secret: string): Promise<void> {
  (await cookies()).set(copyCookieName(copyId), secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure: isHttps(),
    path: '/',
    maxAge: 25 * 3600,
  });
}

export async function askToBreakGlassAction(before: FormState, form: FormData): Promise<FormState> {
  assertOn();
  return pressForm(before, form, {
    back: paths.confidentiality(codeIn(form)),
    schema: breakGlassSchema,
    input: fieldsIn(form, 'cycleId', 'reference', 'reason'),
    command: async (user, input, now) => {
      const { copyId, copySecret } = await askToBreakGlass(user, input, now);
      await keepSecret(copyId, copySecret);
    },
    onward: () => paths.confidentiality(codeIn(form), '?asked=1'),
  });
}

export async function agreeToBreakGlassAction(before: FormState, form: FormData): Promise<FormState> {
  assertOn();
  return pressForm(before, form, {
    back: paths.confidentiality(codeIn(form)),
    schema: z.string(),
    input: textIn(form, 'copyId'),
    command: agreeToBreakGlass,
    onward: () => paths.confidentiality(codeIn(form), '?agreed=1'),
  });
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
