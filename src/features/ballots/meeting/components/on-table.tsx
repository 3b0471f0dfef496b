import { ActionForm } from '@/ui/staff/action-form';
import { tableAction, takeUpAction } from '../../actions';
import { MyVote, Pair, pairName, Reasons, VotesOn } from '../../voting/components/match-card';
import type { SeenItem } from '../../voting/queries';
import type { Meeting } from '../queries';
import { ResolveForm } from './resolve-form';

/** Who looks: the chair leads. */
export type Seat = { code: string; userId: string; leads: boolean };
type Props = { meeting: Meeting; item: SeenItem; seat: Seat };

const ballotFields = ({ ballot }: Meeting, code: string) => ({
  cycle: code,
  number: ballot.number,
  page: 'meeting',
  ballotId: ballot.id,
  version: ballot.version,
});

/** The match that everybody looks at. */
export function OnTable({ meeting, item, seat }: Props) {
  const place = { cycle: seat.code, number: meeting.ballot.number, page: 'meeting' } as const;
  return (
    <article className="on-table stack" aria-labelledby="table-head">
      <div className="between">
        <h2 id="table-head">On the table</h2>
        <p className="mono">{Math.round(item.fit / 1000)} points</p>
      </div>
      <Pair item={item} />
      <Reasons item={item} />
      <div aria-live="polite">
        <VotesOn item={item} />
      </div>
      <MyVote item={item} place={place} />
      {item.result ? <Decided meeting={meeting} item={item} seat={seat} /> : null}
      {seat.leads && !item.result ? (
        <ResolveForm
          key={`${item.id} ${item.version}`}
          fields={{ cycle: place.cycle, number: place.number, page: 'meeting', itemId: item.id, version: item.version }}
          note={item.note}
        />
      ) : null}
      {seat.leads ? <Steps meeting={meeting} seat={seat} /> : null}
    </article>
  );
}

const Decided = ({ meeting, item, seat }: Props) => (
  <div className="stack-s">
    {item.note ? <p className="small">For the minutes: {item.note}</p> : null}
    {seat.leads ? (
      <ActionForm
        action={takeUpAction}
        fields={{ ...ballotFields(meeting, seat.code), itemId: item.id, version: item.version }}
        label="Take it up again"
        about={pairName(item)}
      />
    ) : null}
  </div>
);

/** One match back, one on. */
export function Steps({ meeting, seat }: Omit<Props, 'item'>) {
  const step = (itemId: string | null, label: string) =>
    itemId ? (
      <ActionForm action={tableAction} fields={{ ...ballotFields(meeting, seat.code), itemId }} label={label} />
    ) : null;
  if (!meeting.previous && !meeting.next) return null;
  return (
    <div className="row steps">
      {step(meeting.previous, 'Previous match')}
      {step(meeting.next, 'Next match')}
    </div>
  );
}
