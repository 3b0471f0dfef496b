'use server';

import { redirect } from 'next/navigation';
import { actionUser } from '@/auth/guard';
import { Refusal } from '@/domain/refusal';
import { findNextToReview } from '@/features/applications/inbox/queries';
import { readFilter, writeFilter } from '@/features/applications/inbox/schema';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { codeIn, failedForm as failed, refusalOf, textIn as text, type FormState } from '@/ui/staff/form-state';
import { saveReview, setLater, stageDecision } from './commands';
import { decisionSchema, laterSchema, reviewSchema } from './schema';

/** Where the form stands: the address of its page, without trusting what it says of itself. */
const placeOf = (form: FormData) => {
  return {
    code: codeIn(form),
    id: text(form, 'applicationId'),
    filter: readFilter(new URLSearchParams(text(form, 'filter')), true),
  };
};

const ratingsIn = (form: FormData) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (name.startsWith('rating_') ? [[name.slice('rating_'.length), value]] : [])),
  );

/** Saves my review; "Save and next" then goes to the fewest-reviewed of the same filter. */
export async function saveReviewAction(before: FormState, form: FormData): Promise<FormState> {
  const { code, id, filter } = placeOf(form);
  const now = clock.now();
  const user = await actionUser(paths.application(code, id, writeFilter(filter)), now);
  const input = reviewSchema.safeParse({
    applicationId: id,
    version: text(form, 'version'),
    abstain: text(form, 'abstain') === 'yes',
    ratings: ratingsIn(form),
    comment: text(form, 'comment'),
  });
  if (!input.success) return failed(before, form, input.error.issues[0]?.message ?? 'Look at what you typed.');
  const saved = await saveReview(user, input.data, now).catch(refusalOf);
  if (saved instanceof Refusal) return failed(before, form, saved.message);
  if (text(form, 'then') !== 'next') redirect(paths.application(code, id, `${writeFilter(filter)}&saved=review`));
  const next = await findNextToReview(
    saved.cycleId,
    { userId: user.userId, personId: user.personId, reviews: true },
    filter,
    id,
  );
  redirect(
    next
      ? paths.application(code, next, `${writeFilter(filter)}&saved=next`)
      : paths.inbox(code, `${writeFilter(filter)}&saved=all`),
  );
}

/** Stages or takes back a decision. */
export async function decideAction(before: FormState, form: FormData): Promise<FormState> {
  const { code, id, filter } = placeOf(form);
  const now = clock.now();
  const user = await actionUser(paths.application(code, id, writeFilter(filter)), now);
  const ownWords = text(form, 'own_rule').trim();
  const input = decisionSchema.safeParse({
    applicationId: id,
    version: text(form, 'version'),
    decision: text(form, 'decision'),
    note: text(form, 'note'),
    unmetRule: ownWords || text(form, 'rule'),
  });
  if (!input.success) return failed(before, form, 'Choose accept, hold or decline.');
  const refusal = await stageDecision(user, input.data, now).catch(refusalOf);
  return refusal
    ? failed(before, form, refusal.message)
    : redirect(
        paths.application(
          code,
          id,
          `${writeFilter(filter)}&saved=${input.data.decision === 'reconsider' ? 'undone' : 'decision'}`,
        ),
      );
}

/** Sets or takes back "later, by DATE". */
export async function laterAction(before: FormState, form: FormData): Promise<FormState> {
  const { code, id, filter } = placeOf(form);
  const now = clock.now();
  const user = await actionUser(paths.application(code, id, writeFilter(filter)), now);
  const input = laterSchema.safeParse({ applicationId: id, version: text(form, 'version'), day: text(form, 'day') });
  if (!input.success) return failed(before, form, 'Choose a day.');
  const refusal = await setLater(user, input.data, now).catch(refusalOf);
  return refusal
    ? failed(before, form, refusal.message)
    : redirect(paths.application(code, id, `${writeFilter(filter)}&saved=later`));
}
