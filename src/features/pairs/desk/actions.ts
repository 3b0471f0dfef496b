'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { closeTask, movePair } from './commands';
import { closeTaskSchema, movePairSchema } from './schema';

/** The page that the form stood on: of the pair, for the office or its liaison; or of all concerns. */
function pageOf(form: FormData, query = ''): string {
  const [code, typed, on] = [codeIn(form), textIn(form, 'pair'), textIn(form, 'on')];
  if (on === 'concerns') return paths.concerns(code, query);
  const id = isId(typed) ? typed : '';
  return on === 'own' ? paths.ownPair(code, id, query) : paths.pairDesk(code, id, query);
}

export const movePairAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: movePairSchema,
    input: { ...fieldsIn(form, 'version', 'move', 'reason', 'tell'), matchId: textIn(form, 'pair') },
    command: movePair,
    onward: () => pageOf(form, '?done=moved'),
  });

export const closeTaskAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: closeTaskSchema,
    input: fieldsIn(form, 'taskId', 'note'),
    command: closeTask,
    onward: () => pageOf(form, '?done=closed'),
  });
