'use server';

import { OLD_PAGE, pressForm } from '@/auth/press';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { saveFundingReview, stageFunding } from './commands';
import { markBought, releaseFunding, settleObligation, takeBack } from './deciding/commands';
import {
  boughtSchema,
  fundingDecisionSchema,
  fundingReleaseSchema,
  fundingReviewSchema,
  obligationSchema,
  takeBackSchema,
} from './schema';

/** The page of the request that a form stands on, or the list. */
const pageOf = (form: FormData, said = '') => {
  const [code, id] = [codeIn(form), textIn(form, 'requestId').replace(/[^0-9a-f-]/g, '')];
  const query = said && `?done=${said}`;
  return textIn(form, 'from') === 'list' ? paths.funding(code, query) : paths.fundingRequest(code, id, query);
};

const ratingsIn = (form: FormData) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (name.startsWith('rating_') ? [[name.slice('rating_'.length), value]] : [])),
  );

export const saveFundingReviewAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: fundingReviewSchema,
    input: {
      requestId: textIn(form, 'requestId'),
      version: textIn(form, 'version'),
      abstain: textIn(form, 'abstain') === 'yes',
      ratings: ratingsIn(form),
      comment: textIn(form, 'comment'),
    },
    command: saveFundingReview,
    keepsWords: true,
    onward: () => pageOf(form, 'review'),
  });

export const stageFundingAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: fundingDecisionSchema,
    input: fieldsIn(form, 'requestId', 'version', 'decision'),
    command: stageFunding,
    onward: (_, { decision }) => pageOf(form, decision === 'undo' ? 'undone' : 'staged'),
  });

export const releaseFundingAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.fundingRelease(codeIn(form)),
    schema: fundingReleaseSchema,
    input: fieldsIn(form, 'offerId', 'expected'),
    unreadable: OLD_PAGE,
    command: releaseFunding,
    onward: () => paths.funding(codeIn(form), '?done=told'),
  });

export const markBoughtAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: boughtSchema,
    input: fieldsIn(form, 'requestId', 'version'),
    unreadable: OLD_PAGE,
    command: markBought,
    onward: () => pageOf(form, 'bought'),
  });

export const takeBackAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: takeBackSchema,
    input: fieldsIn(form, 'requestId', 'version', 'reason'),
    command: takeBack,
    keepsWords: true,
    onward: () => pageOf(form, 'back'),
  });

export const settleObligationAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: pageOf(form),
    schema: obligationSchema,
    input: fieldsIn(form, 'obligationId', 'met'),
    unreadable: OLD_PAGE,
    command: settleObligation,
    onward: () => pageOf(form, 'obligation'),
  });
