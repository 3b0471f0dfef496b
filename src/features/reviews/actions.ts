'use server';

import { redirect } from 'next/navigation';
import { actionUser } from '@/auth/guard';
import { Refusal } from '@/domain/refusal';
import { findNextToReview } from '@/features/applications/inbox/queries';
import { readFilter, writeFilter } from '@/features/applications/inbox/schema';
import { clock } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { saveReview, setLater, stageDecision } from './commands';
import { decisionSchema, laterSchema, reviewSchema } from './schema';

/** What a form gets back: what is wrong, and every word that was typed. `tries` counts, so that the page notices. */
export type FormState = { problem: string; typed: Record<string, string>; tries: number };

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
};

const typedOf = (form: FormData) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' && !name.startsWith('$') ? [[name, value]] : [])),
  );

/** Where the form stands: the address of its page, without trusting what it says of itself. */
const placeOf = (form: FormData) => {
  const code = text(form, 'cycle').replace(/[^A-Za-z0-9-]/g, '');
  return { code, id: text(form, 'applicationId'), filter: readFilter(new URLSearchParams(text(form, 'filter')), true) };
};

const ratingsIn = (form: FormData) =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (name.startsWith('rating_') ? [[name.slice('rating_'.length), value]] : [])),
  );

/** For `.catch`: an expected "no" is shown on the page; a bug stays a bug. */
const refusalOf = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  throw error;
};

const failed = (before: FormState, form: FormData, problem: string): FormState => ({
  problem,
  typed: typedOf(form),
  tries: before.tries + 1,
});

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
