'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { remindByHand } from '../reminding/commands';
import { remindSchema } from '../reminding/schema';
import { setOpening } from './commands';
import { openingSchema } from './schema';

const TICK = 'who_';

/** The ticked rows, each a field of its own, so that a refusal keeps the ticks. */
const tickedIn = (form: FormData): string[] =>
  [...form.keys()].flatMap((name) => (name.startsWith(TICK) ? [name.slice(TICK.length)] : []));

export const remindByHandAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.closing(codeIn(form)),
    schema: remindSchema,
    input: { cycleId: textIn(form, 'cycleId'), applicationIds: [...new Set(tickedIn(form))] },
    command: remindByHand,
    onward: (mails) => paths.closing(codeIn(form), `?mails=${mails}`),
  });

export const setOpeningAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.closing(codeIn(form)),
    schema: openingSchema,
    input: { ...fieldsIn(form, 'cycleId', 'day'), before: textIn(form, 'before') },
    command: setOpening,
    onward: () => paths.closing(codeIn(form), '?done=opening'),
  });
