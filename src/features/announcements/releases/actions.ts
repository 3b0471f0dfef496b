'use server';

import { redirect } from 'next/navigation';
import { actionUser } from '@/auth/guard';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { codeIn, failedForm, refusalOf, textIn, type FormState } from '@/ui/staff/form-state';
import { confirmRelease, pauseRelease, requestRelease, stopRelease } from './commands';
import { releaseStepSchema, requestReleaseSchema, type ReleaseStep } from './schema';
import type { UserActor } from '@/domain/actor';

const OLD_PAGE = 'This page is out of date. Reload it and look again.';

export async function requestReleaseAction(before: FormState, form: FormData): Promise<FormState> {
  const code = codeIn(form);
  const now = clock.now();
  const user = await actionUser(paths.release(code), now);
  const input = requestReleaseSchema.safeParse({
    cycleId: textIn(form, 'cycleId'),
    letterCount: textIn(form, 'letterCount'),
    holdMinutes: textIn(form, 'holdMinutes'),
  });
  if (!input.success) return failedForm(before, form, OLD_PAGE);
  const refusal = await requestRelease(user, input.data, now).then(() => null, refusalOf);
  return refusal ? failedForm(before, form, refusal.message) : redirect(paths.release(code));
}

type Step = (user: UserActor, step: ReleaseStep, now: Date) => Promise<void>;

async function takeStep(before: FormState, form: FormData, step: Step): Promise<FormState> {
  const code = codeIn(form);
  const now = clock.now();
  const user = await actionUser(paths.release(code), now);
  const input = releaseStepSchema.safeParse({ releaseId: textIn(form, 'releaseId'), version: textIn(form, 'version') });
  if (!input.success) return failedForm(before, form, OLD_PAGE);
  const refusal = await step(user, input.data, now).then(() => null, refusalOf);
  return refusal ? failedForm(before, form, refusal.message) : redirect(paths.release(code));
}

export const confirmReleaseAction = async (before: FormState, form: FormData): Promise<FormState> =>
  takeStep(before, form, confirmRelease);

export const stopReleaseAction = async (before: FormState, form: FormData): Promise<FormState> =>
  takeStep(before, form, stopRelease);

export const pauseReleaseAction = async (before: FormState, form: FormData): Promise<FormState> =>
  takeStep(before, form, (user, step, now) => pauseRelease(user, step, textIn(form, 'pause') === 'yes', now));
