'use server';

import { pressForm } from '@/auth/press';
import { codeIn, textIn, type FormState } from '@/lib/form-state';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { freeEnded, keepProposal, setReaders } from './commands';
import { freeSchema, keepSchema, setReadersSchema } from './schema';

const idsIn = (form: FormData, name: string) => form.getAll(name).filter((value) => typeof value === 'string');

export async function setReadersAction(before: FormState, form: FormData): Promise<FormState> {
  const [code, of, id] = [codeIn(form), textIn(form, 'of'), textIn(form, 'id')];
  const back = (query: string) =>
    of === 'application' && isId(id)
      ? paths.application(code, id, query && '?saved=readers')
      : paths.assignList(code, `?reviewer=${isId(id) ? id : ''}${query}`);
  return pressForm(before, form, {
    back: back(''),
    schema: setReadersSchema,
    input: {
      cycleId: textIn(form, 'cycleId'),
      of,
      id,
      before: textIn(form, 'before').split(' ').filter(Boolean),
      after: idsIn(form, 'ids'),
    },
    command: setReaders,
    onward: () => back('&saved=list'),
  });
}

export const keepProposalAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.assign(codeIn(form)),
    schema: keepSchema,
    input: {
      cycleId: textIn(form, 'cycleId'),
      who: textIn(form, 'who').split(' ').filter(Boolean),
      anew: textIn(form, 'anew') === 'yes',
      sign: textIn(form, 'sign'),
    },
    command: keepProposal,
    onward: () => paths.coverage(codeIn(form), '?saved=assigned'),
  });

export const freeEndedAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.coverage(codeIn(form)),
    schema: freeSchema,
    input: { cycleId: textIn(form, 'cycleId'), reviewerId: textIn(form, 'reviewerId') },
    command: freeEnded,
    onward: () => paths.coverage(codeIn(form), '?saved=freed'),
  });
