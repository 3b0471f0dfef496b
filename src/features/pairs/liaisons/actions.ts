'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { setLiaison, spreadLiaisons } from './commands';
import { setLiaisonSchema, spreadSchema } from './schema';

export async function setLiaisonAction(before: FormState, form: FormData): Promise<FormState> {
  const [code, matchId] = [codeIn(form), textIn(form, 'pair')];
  const back = paths.pairDesk(code, isId(matchId) ? matchId : '');
  return pressForm(before, form, {
    back,
    schema: setLiaisonSchema,
    input: { ...fieldsIn(form, 'before', 'userId'), matchId },
    command: setLiaison,
    onward: () => `${back}?done=liaison`,
  });
}

export const spreadLiaisonsAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.pairsDesk(codeIn(form)),
    schema: spreadSchema,
    input: fieldsIn(form, 'cycleId', 'from'),
    command: spreadLiaisons,
    onward: (count) => paths.pairsDesk(codeIn(form), `?spread=${count}`),
  });
