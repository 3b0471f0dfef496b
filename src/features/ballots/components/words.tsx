import {
  BALLOT_STATE_LABELS,
  RESULT_LABELS,
  VOTE_LABELS,
  type BallotState,
  type Result,
  type Tally,
  type Vote,
} from '@/domain/ballot';
import { Done } from '@/ui/staff/parts';
import { Tag } from '@/ui/static/shapes';

const DONE: Readonly<Record<string, string>> = {
  opened: 'The ballot is open. Members find it on their first page.',
  extended: 'Votes are taken again until the new day.',
  closed: 'Voting is over. What everybody approved is carried.',
  dropped: 'The ballot is given up. The plan is as free as before; the votes stay in the minutes.',
  approved: 'Approved with what was carried. Nobody is told before the announcement.',
  rest: 'Approved: every match you had not voted on.',
  'taken-up': 'Taken up again: the match waits for the meeting.',
  left: 'Recorded: gone from the meeting.',
  vetoed: 'Ruled out. It holds in every run from now on.',
  locked: 'Locked. It holds in every run from now on.',
};

/** What was just done, by the word in the address; anything else says nothing. */
export const DoneNote = ({ done }: { done: string }) => (DONE[done] ? <Done>{DONE[done]}</Done> : null);

const STATE_TONES = { open: 'match', meeting: 'match', closed: 'wait', approved: 'good', dropped: 'plain' } as const;

export const StateTag = ({ state }: { state: BallotState }) => (
  <Tag tone={STATE_TONES[state]}>{BALLOT_STATE_LABELS[state]}</Tag>
);

const RESULT_TONES = { carried: 'good', not_carried: 'bad', later: 'wait' } as const;

export const ResultTag = ({ result, byConsent = false }: { result: Result; byConsent?: boolean }) => (
  <Tag tone={RESULT_TONES[result]}>
    {RESULT_LABELS[result]}
    {byConsent ? ' by consent' : ''}
  </Tag>
);

const VOTE_TONES = { approve: 'good', discuss: 'wait', object: 'bad', recuse: 'plain' } as const;

export const VoteTag = ({ vote }: { vote: Vote }) => <Tag tone={VOTE_TONES[vote]}>{VOTE_LABELS[vote]}</Tag>;

/** "3 approve, 1 discuss, 1 object; 1 recused" */
export function tallyInWords({ approve, discuss, object, recused }: Tally): string {
  const parts = [
    `${approve} approve`,
    ...(discuss > 0 ? [`${discuss} discuss`] : []),
    ...(object > 0 ? [`${object} object`] : []),
  ];
  return `${parts.join(', ')}${recused > 0 ? `; ${recused} recused` : ''}`;
}

/** Said to a member to whom an application of this cycle is closed. */
export const FencedNote = () => (
  <p className="notice small">
    Somebody of this cycle is closed to you: yourself, or a person you must not judge. They and whoever is paired with
    them are not shown to you here, and no figure counts them. By elimination a member may still guess.
  </p>
);
