import { planClaim, PLAN_STATE_LABELS, type PlanState } from '@/domain/plan';
import { Done } from '@/ui/staff/parts';
import { Tag } from '@/ui/static/shapes';

const DONE: Readonly<Record<string, string>> = {
  queued: 'The matching is on its way.',
  cancelled: 'Cancelled. Nothing was saved.',
  proposed: 'Proposed. Nobody is told; the plan is now changed by hand.',
  unpaired: 'Unpaired. The plan is now changed by hand.',
  undone: 'Undone. The plan is as it was before that change.',
  locked: 'Locked. It holds in every run from now on.',
  vetoed: 'Ruled out. It holds in every run from now on.',
  removed: 'Removed. The next run goes without it.',
  approved: 'Approved. Nobody is told before the announcement.',
  repaired: 'In force. What was told stays; prepare the letters for those whose match changed.',
  reopened: 'Reopened. The plan can be changed again.',
  settings: 'Saved. The next run goes by it; plans that are there keep theirs.',
};

/** What was just done, by the word in the address; anything else says nothing. */
export const DoneNote = ({ done }: { done: string }) => (DONE[done] ? <Done>{DONE[done]}</Done> : null);

const TONES = { proposed: 'plain', approved: 'good', superseded: 'wait' } as const;

export const PlanTag = ({ state }: { state: PlanState }) => <Tag tone={TONES[state]}>{PLAN_STATE_LABELS[state]}</Tag>;

/** What this plan claims to be. */
export const Claim = (standing: Parameters<typeof planClaim>[0]) => <>{planClaim(standing)}</>;

/** Said to a member to whom somebody of this cycle is closed; not why, because a conflict that was found names nobody. */
export const FencedNote = () => (
  <p className="notice small">
    You applied in this cycle, or have a conflict of interest with somebody who did. Those applications and whoever is
    paired with them are not shown to you, and no figure here counts them. By elimination a member may still guess.
  </p>
);
