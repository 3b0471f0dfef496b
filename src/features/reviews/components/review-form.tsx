'use client';

import { useActionState } from 'react';
import { CRITERIA, type Ratings } from '@/domain/review';
import type { Role } from '@/domain/mentoring';
import { saveReviewAction } from '../actions';
import { ProblemBox } from '@/ui/staff/action-form';
import { WordedScale } from '@/ui/staff/worded-scale';
import { FRESH } from '@/lib/form-state';
import { PlaceFields, type Place } from './form-parts';

type Mine = { version: number; ratings: Ratings; abstained: boolean; comment: string };
type Props = { place: Place; role: Role; mine: Mine | null };

/** My review: worded criteria, a comment, or abstaining. What was typed stays when something is wrong. */
export function ReviewForm({ place, role, mine }: Props) {
  const [state, action, pending] = useActionState(saveReviewAction, FRESH);
  const again = state.tries > 0;
  const chosen = (key: string) => (again ? Number(state.typed[`rating_${key}`]) : mine?.ratings[key]);
  return (
    <form action={action} key={state.tries}>
      <PlaceFields place={place} />
      <input type="hidden" name="version" value={mine?.version ?? 0} />
      <ProblemBox problem={state.problem} />
      {CRITERIA[role].map((criterion) => (
        <WordedScale key={criterion.key} criterion={criterion} chosen={chosen(criterion.key)} />
      ))}
      <div className="field">
        <label className="label" htmlFor="comment">
          Comment <span className="soft">(optional)</span>
        </label>
        <span className="hint" id="comment-hint">
          The committee and staff read it, the applicant never.
        </span>
        <textarea
          className="textarea control"
          id="comment"
          name="comment"
          aria-describedby="comment-hint"
          defaultValue={again ? state.typed.comment : (mine?.comment ?? '')}
        />
      </div>
      <label className="choice mt-3">
        <input
          type="checkbox"
          name="abstain"
          value="yes"
          defaultChecked={again ? state.typed.abstain === 'yes' : (mine?.abstained ?? false)}
        />
        <span>I abstain: I know this person, or cannot judge</span>
      </label>
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

/** For a chair who decides without rating: one press, and the others' reviews are open. */
export function AbstainForm({ place }: { place: Place }) {
  const [state, action] = useActionState(saveReviewAction, FRESH);
  return (
    <form action={action} className="mt-3">
      <PlaceFields place={place} />
      <input type="hidden" name="version" value="0" />
      <input type="hidden" name="abstain" value="yes" />
      <ProblemBox problem={state.problem} />
      <button className="button" type="submit" name="then" value="stay">
        Abstain and read them
      </button>
    </form>
  );
}
