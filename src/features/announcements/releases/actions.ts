'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import type { UserActor } from '@/domain/actor';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { probeAgain } from '../probing/commands';
import { confirmRelease, pauseRelease, requestRelease, stopRelease } from './commands';
import { releaseStepSchema, requestReleaseSchema, type ReleaseStep } from './schema';

export const requestReleaseAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.release(codeIn(form)),
    schema: requestReleaseSchema,
    input: fieldsIn(form, 'cycleId', 'letterCount', 'holdMinutes', 'beginsAt'),
    unreadable: OLD_PAGE,
    command: requestRelease,
  });

type Step = (user: UserActor, step: ReleaseStep, now: Date) => Promise<void>;

const takeStep = (before: FormState, form: FormData, command: Step): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.release(codeIn(form)),
    schema: releaseStepSchema,
    input: fieldsIn(form, 'releaseId', 'version'),
    unreadable: OLD_PAGE,
    command,
  });

export const confirmReleaseAction = async (before: FormState, form: FormData): Promise<FormState> =>
  takeStep(before, form, confirmRelease);

export const stopReleaseAction = async (before: FormState, form: FormData): Promise<FormState> =>
  takeStep(before, form, stopRelease);

export const probeAgainAction = async (before: FormState, form: FormData): Promise<FormState> =>
  takeStep(before, form, probeAgain);

export const pauseReleaseAction = async (before: FormState, form: FormData): Promise<FormState> =>
  takeStep(before, form, (user, step, now) => pauseRelease(user, step, textIn(form, 'pause') === 'yes', now));
