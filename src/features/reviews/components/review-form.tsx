'use client';

import { useActionState } from 'react';
import type { FormState } from '@/lib/form-state';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { TextField, TickField } from '@/ui/staff/fields';
import { WordedScale } from '@/ui/staff/worded-scale';
import { saveReviewAction } from '../actions';
import type { Reviews } from '../reading/queries';
import { PlaceFields, type Place } from './form-parts';
import { VerdictField } from './verdict-field';

type Shape = Reviews['form'];
type Mine = Pick<
  NonNullable<Reviews['mine']>,
  'version' | 'abstained' | 'comment' | 'forApplicant' | 'verdict' | 'earlier'
>;
type Props = { place: Place; form: Shape; mine: Mine | null };

/** What the fields begin with: what was typed when the form comes back, or my review as it is saved. */
function begunWith(state: FormState, { ratings }: Shape, mine: Mine | null) {
  const again = state.tries > 0;
  const { typed } = state;
  return {
    rating: (key: string) => (again ? Number(typed[`rating_${key}`]) : ratings[key]),
    verdict: again ? typed.verdict : (mine?.verdict ?? undefined),
    comment: again ? typed.comment : mine?.comment,
    forApplicant: again ? typed.forApplicant : mine?.forApplicant,
    abstain: again ? typed.abstain : mine?.abstained ? 'yes' : undefined,
  };
}

/** My review: one word or worded criteria, a comment, or abstaining. What was typed stays when something is wrong. */
export function ReviewForm({ place, form, mine }: Props) {
  const [state, action, pending] = useActionState(saveReviewAction, FRESH);
  const begun = begunWith(state, form, mine);
  const light = form.style === 'light';
  return (
    <form action={action} key={state.tries}>
      <PlaceFields place={place} />
      <input type="hidden" name="version" value={mine?.version ?? 0} />
      <input type="hidden" name="form" value={form.name} />
      <ProblemBox problem={state.problem} />
      {mine?.earlier && !light ? (
        <p className="small soft">
          The criteria were changed after your review. It counts as you gave it; if you save again, it is by the words
          below.
        </p>
      ) : null}
      {light ? (
        <VerdictField chosen={begun.verdict} />
      ) : (
        form.criteria.map((criterion) => (
          <WordedScale key={criterion.key} criterion={criterion} chosen={begun.rating(criterion.key)} />
        ))
      )}
      <CommentFields light={light} comment={begun.comment} forApplicant={begun.forApplicant} />
      <TickField name="abstain" label="I abstain: I know this person, or cannot judge" value={begun.abstain} />
      <div className="actions mt-4!">
        <button className="button primary" type="submit" name="then" value="next" aria-disabled={pending}>
          Save and next
        </button>
        <button className="button" type="submit" name="then" value="stay" aria-disabled={pending}>
          Save
        </button>
      </div>
    </form>
  );
}

type CommentProps = { light: boolean; comment: string | undefined; forApplicant: string | undefined };

const CommentFields = ({ light, comment, forApplicant }: CommentProps) => (
  <>
    <TextField
      name="comment"
      label={light ? 'Note' : 'Comment (optional)'}
      rows={4}
      value={comment}
      hint={`The committee and staff read it, the applicant never.${light ? ' Needed with a question or a concern.' : ''}`}
    />
    <TextField
      name="forApplicant"
      label="For the applicant (optional)"
      rows={3}
      value={forApplicant}
      hint="The chair and staff read it and decide what of it the applicant is told, without your name. Nothing is mailed by itself."
    />
  </>
);

/** For a chair who decides without rating: one press, and the others' reviews are open. */
export function AbstainForm({ place, form }: { place: Place; form: string }) {
  const [state, action] = useActionState(saveReviewAction, FRESH);
  return (
    <form action={action} className="mt-3">
      <PlaceFields place={place} />
      <input type="hidden" name="version" value="0" />
      <input type="hidden" name="form" value={form} />
      <input type="hidden" name="abstain" value="yes" />
      <ProblemBox problem={state.problem} />
      <button className="button" type="submit" name="then" value="stay">
        Abstain and read them
      </button>
    </form>
  );
}
