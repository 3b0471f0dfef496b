'use server';

import { pressForm } from '@/auth/press';
import { codeIn, fieldsIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { saveOffer } from './commands';
import { offerSchema } from './schema';

const FIELDS = ['cycleId', 'version', 'name', 'slots', 'opensOn', 'closesOn', 'decideOn', 'waitlistOn'] as const;

export const saveOfferAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.fundingOffer(codeIn(form)),
    schema: offerSchema,
    input: fieldsIn(form, ...FIELDS, 'criteria', 'obligations'),
    command: saveOffer,
    onward: () => paths.fundingOffer(codeIn(form), '?done=saved'),
  });
