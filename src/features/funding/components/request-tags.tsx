import { FUNDING_LABELS, STAGED_LABELS, type FundingState, type Standing } from '@/domain/funding';
import { Tag } from '@/ui/static/shapes';

const TONES = {
  requested: 'plain',
  awarded: 'good',
  waitlisted: 'wait',
  declined: 'plain',
  withdrawn: 'plain',
  bought: 'good',
  returned: 'plain',
} as const satisfies Record<FundingState, string>;

/** Where a request stands, and what is decided and not told yet. */
export const RequestTags = ({ state, staged }: Standing) => (
  <span className="inline-flex flex-wrap gap-2">
    <Tag tone={TONES[state]}>{FUNDING_LABELS[state]}</Tag>
    {staged ? <Tag tone="match">Staged: {STAGED_LABELS[staged].toLowerCase()}</Tag> : null}
  </span>
);
