import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { EmptyState, Notice } from '@/ui/static/notice';
import { joinAction, leaveAction, tableAction } from '../../actions';
import { ResultTag } from '../../components/words';
import { pairName } from '../../voting/components/match-card';
import type { Meeting } from '../queries';
import { OnTable, Steps, type Seat } from './on-table';

type Props = { meeting: Meeting; seat: Seat };

/** The meeting: one match, everybody who is there, and what is still to come. */
export function MeetingView({ meeting, seat }: Props) {
  const { ballot, joined, shut } = meeting;
  if (ballot.state !== 'meeting') return <NotNow meeting={meeting} code={seat.code} />;
  if (!joined) return <Join meeting={meeting} code={seat.code} />;
  return (
    <div className="two">
      <div className="stack-l">
        {shut > 0 ? <LeftOut count={shut} /> : null}
        {meeting.table ? (
          <OnTable meeting={meeting} item={meeting.table} seat={seat} />
        ) : (
          <NothingThere meeting={meeting} seat={seat} />
        )}
      </div>
      <div className="stack-l">
        <Present meeting={meeting} seat={seat} />
        <Agenda meeting={meeting} seat={seat} />
      </div>
    </div>
  );
}

const NotNow = ({ meeting: { ballot }, code }: { meeting: Meeting; code: string }) => (
  <EmptyState heading={ballot.state === 'open' ? 'The meeting has not begun' : 'The meeting is over'}>
    <p>
      {ballot.state === 'open'
        ? 'The chair begins it on the page of the ballot. Until then everybody votes there.'
        : 'What it decided is in the minutes.'}
    </p>
    <p>
      <a href={paths.ballot(code, ballot.number)}>To ballot {ballot.number}</a>
    </p>
  </EmptyState>
);

const Join = ({ meeting: { ballot, present }, code }: { meeting: Meeting; code: string }) => (
  <Notice heading="The meeting is on">
    <p>
      {present.length === 0 ? 'Nobody is in it yet.' : `In it: ${present.map(({ name }) => name).join(', ')}.`} The
      minutes will name you as present. While you are in, matches that you must not see are left out for everybody.
    </p>
    <ActionForm
      action={joinAction}
      fields={{ cycle: code, number: ballot.number, page: 'meeting', ballotId: ballot.id }}
      label="Join the meeting"
      tone="primary"
    />
  </Notice>
);

const LeftOut = ({ count }: { count: number }) => (
  <p className="notice warning">
    {count === 1 ? 'One match is' : `${count} matches are`} left out while somebody who must not see{' '}
    {count === 1 ? 'it' : 'them'} is in the meeting.
  </p>
);

const NothingThere = ({ meeting, seat }: Props) => (
  <EmptyState heading="No match is on the table">
    <p>
      {meeting.agenda.length === 0
        ? 'Nothing is left to take up. The chair can end the meeting on the page of the ballot.'
        : 'The chair takes the next one up.'}
    </p>
    {seat.leads ? <Steps meeting={meeting} seat={seat} /> : null}
  </EmptyState>
);

/** Who is there; leaving is one press. */
function Present({ meeting: { present, ballot }, seat }: Props) {
  const fields = { cycle: seat.code, number: ballot.number, page: 'meeting', ballotId: ballot.id };
  return (
    <section className="stack-s" aria-labelledby="present-head">
      <h2 id="present-head">In the meeting</h2>
      <ul className="plain stack-s">
        {present.map(({ userId, name }) => (
          <li key={userId} className="between">
            <span>{userId === seat.userId ? `${name} (you)` : name}</span>
            {userId === seat.userId || seat.leads ? (
              <ActionForm
                action={leaveAction}
                fields={{ ...fields, userId }}
                label={userId === seat.userId ? 'Leave' : 'Has left'}
                about={userId === seat.userId ? 'the meeting' : name}
                tone="quiet"
              />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

const tableFields = ({ id, number, version }: Meeting['ballot'], code: string) => ({
  cycle: code,
  number,
  page: 'meeting',
  ballotId: id,
  version,
});

/** What the meeting goes through, with what is decided. */
function Agenda({ meeting: { agenda, ballot }, seat }: Props) {
  return (
    <section className="stack-s" aria-labelledby="agenda-head">
      <h2 id="agenda-head">To talk about</h2>
      {agenda.length === 0 ? <p>Nothing.</p> : null}
      <ol className="plain agenda">
        {agenda.map((item) => (
          <li key={item.id} aria-current={item.onTable ? 'true' : undefined}>
            <span>
              {pairName(item)} {item.result ? <ResultTag result={item.result} /> : null}
            </span>
            {seat.leads && !item.onTable ? (
              <ActionForm
                action={tableAction}
                fields={{ ...tableFields(ballot, seat.code), itemId: item.id }}
                label="Take up"
                about={pairName(item)}
                tone="quiet"
              />
            ) : null}
          </li>
        ))}
      </ol>
      <p className="small">
        <a href={paths.ballotConsent(seat.code, ballot.number)}>{ballot.figures.consent} on the consent agenda</a>
      </p>
    </section>
  );
}
