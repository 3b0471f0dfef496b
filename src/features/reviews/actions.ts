'use server';

import { pressForm } from '@/auth/press';
import type { UserActor } from '@/domain/actor';
import { findNextToReview } from '@/features/applications/inbox/queries';
import { readFilter, writeFilter } from '@/features/applications/inbox/schema';
import { codeIn, textIn as text, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { setLater, stageDecision } from './commands';
import { powersOf, viewerOf } from './queries';
import { saveReview } from './writing/commands';
import { VERDICTS } from '@/domain/rubric';
import { decisionSchema, laterSchema, reviewSchema, type ReviewInput } from './schema';

/** Where the form stands: the address of its page, without trusting what it says of itself. */
function placeOf(form: FormData) {
  const [code, id] = [codeIn(form), text(form, 'applicationId')];
  const filter = readFilter(new URLSearchParams(text(form, 'filter')), true);
  const back = (saved = '') => paths.application(code, id, `${writeFilter(filter)}${saved && `&saved=${saved}`}`);
  return { code, id, filter, back };
}

const ratingsIn = (form: FormData) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (name.startsWith('rating_') ? [[name.slice('rating_'.length), value]] : [])),
  );

/** "Save and next" goes to the fewest-reviewed of the same filter. */
async function saveAndFindNext(form: FormData, user: UserActor, input: ReviewInput, now: Date): Promise<string> {
  const { code, id, filter, back } = placeOf(form);
  const { cycleId, cycle } = await saveReview(user, input, now);
  if (text(form, 'then') !== 'next') return back('review');
  const next = await findNextToReview(cycleId, viewerOf(user, powersOf(user, cycle, now)), filter, id);
  return next
    ? paths.application(code, next, `${writeFilter(filter)}&saved=next`)
    : paths.inbox(code, `${writeFilter(filter)}&saved=all`);
}

export async function saveReviewAction(before: FormState, form: FormData): Promise<FormState> {
  const { id, back } = placeOf(form);
  return pressForm(before, form, {
    back: back(),
    schema: reviewSchema,
    input: {
      applicationId: id,
      version: text(form, 'version'),
      form: text(form, 'form'),
      abstain: text(form, 'abstain') === 'yes',
      ratings: ratingsIn(form),
      verdict: VERDICTS.find((verdict) => verdict === text(form, 'verdict')) ?? null,
      comment: text(form, 'comment'),
      forApplicant: text(form, 'forApplicant'),
    },
    // The page is read anew with the form as it is now; what was typed into the old one stays in it.
    renewOn: 'review.form_changed',
    keepsWords: true,
    command: (user, input, now) => saveAndFindNext(form, user, input, now),
    onward: (next) => next,
  });
}

/** Stages or takes back a decision. */
export async function decideAction(before: FormState, form: FormData): Promise<FormState> {
  const { id, back } = placeOf(form);
  return pressForm(before, form, {
    back: back(),
    schema: decisionSchema,
    input: {
      applicationId: id,
      version: text(form, 'version'),
      decision: text(form, 'decision'),
      note: text(form, 'note'),
      unmetRule: text(form, 'own_rule').trim() || text(form, 'rule'),
    },
    command: stageDecision,
    keepsWords: true,
    onward: (_, { decision }) => back(decision === 'reconsider' ? 'undone' : 'decision'),
  });
}

/** Sets or takes back "later, by DATE". */
export async function laterAction(before: FormState, form: FormData): Promise<FormState> {
  const { id, back } = placeOf(form);
  return pressForm(before, form, {
    back: back(),
    schema: laterSchema,
    input: { applicationId: id, version: text(form, 'version'), day: text(form, 'day') },
    command: setLater,
    onward: () => back('later'),
  });
}
