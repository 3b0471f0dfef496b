import { STATE_LABELS, type ApplicationState } from '@/domain/application';
import { Tag } from '@/ui/static/shapes';

export const TONES = {
  draft: 'plain',
  submitted: 'plain',
  needs_information: 'wait',
  accepted: 'good',
  hold: 'wait',
  declined: 'bad',
  withdrawn: 'plain',
} as const satisfies Record<ApplicationState, string>;

/** Where an application stands, in a word. */
export const StateTag = ({ state }: { state: ApplicationState }) => (
  <Tag tone={TONES[state]}>{STATE_LABELS[state]}</Tag>
);
