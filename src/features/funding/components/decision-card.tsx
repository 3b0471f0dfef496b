import {
  canMoveFunding,
  FUNDING_DECISIONS,
  STAGED_LABELS,
  type FundingDecision,
  type Slots,
  type Standing,
} from '@/domain/funding';
import { ActionForm } from '@/ui/staff/action-form';
import { stageFundingAction } from '../actions';

type Props = { code: string; slots: Slots; request: Standing & { id: string; version: number; applied: boolean } };

const why = (decision: FundingDecision, { applied, staged }: Props['request'], free: number): string => {
  if (decision !== 'award' || staged === 'award') return '';
  if (!applied) return 'Award is not possible: the application for mentoring is withdrawn.';
  return free === 0 ? 'Award is not possible now: every membership is taken.' : '';
};

/** Award, waitlist, decline, and taking it back; what cannot be chosen now stands there with its reason. */
export function DecisionCard({ code, slots, request }: Props) {
  const { id, version, staged, state } = request;
  const fields = { cycle: code, requestId: id, version };
  const possible = FUNDING_DECISIONS.filter((decision) => decision !== staged && canMoveFunding(state, decision));
  const reasons = possible.map((decision) => why(decision, request, slots.free)).filter(Boolean);
  return (
    <div className="stack-s">
      <p className="soft small">
        Staged: nothing is mailed, and the person sees nothing before the decisions are told. {slots.free} of{' '}
        {slots.all} memberships {slots.free === 1 ? 'is' : 'are'} free.
      </p>
      {staged ? (
        <div className="row">
          <p>
            <strong>{STAGED_LABELS[staged]}</strong> is staged.
          </p>
          <ActionForm
            action={stageFundingAction}
            fields={{ ...fields, decision: 'undo' }}
            label="Take it back"
            tone="quiet"
          />
        </div>
      ) : null}
      <div className="row">
        {possible
          .filter((decision) => why(decision, request, slots.free) === '')
          .map((decision) => (
            <ActionForm
              key={decision}
              action={stageFundingAction}
              fields={{ ...fields, decision }}
              label={STAGED_LABELS[decision]}
            />
          ))}
      </div>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </div>
  );
}
