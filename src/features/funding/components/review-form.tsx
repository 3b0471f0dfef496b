'use client';

import { useActionState } from 'react';
import type { Criterion, Ratings } from '@/domain/review';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { TextField, TickField } from '@/ui/staff/fields';
import { WordedScale } from '@/ui/staff/worded-scale';
import { saveFundingReviewAction } from '../actions';

type Mine = { version: number; ratings: Ratings; abstained: boolean; comment: string };
type Props = { code: string; requestId: string; criteria: readonly Criterion[]; mine: Mine | null };

/** My review by the offer's own criteria. What was typed stays when something is wrong. */
export function FundingReviewForm({ code, requestId, criteria, mine }: Props) {
  const [state, action, pending] = useActionState(saveFundingReviewAction, FRESH);
  const again = state.tries > 0;
  const chosen = (key: string) => (again ? Number(state.typed[`rating_${key}`]) : mine?.ratings[key]);
  return (
    <form action={action} key={state.tries}>
      {Object.entries({ cycle: code, requestId, version: mine?.version ?? 0 }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemBox problem={state.problem} />
      {criteria.map((criterion) => (
        <WordedScale key={criterion.key} criterion={criterion} chosen={chosen(criterion.key)} />
      ))}
      <TextField
        rows={4}
        name="comment"
        label="Comment (optional)"
        hint="Funding reviewers read it, nobody else."
        value={again ? state.typed.comment : mine?.comment}
      />
      <TickField
        name="abstain"
        label="I abstain: I know this person, or cannot judge"
        value={again ? state.typed.abstain : mine?.abstained ? 'yes' : undefined}
      />
      <div className="actions mt-4!">
        <button className="button primary" type="submit" aria-disabled={pending}>
          Save my review
        </button>
      </div>
    </form>
  );
}
