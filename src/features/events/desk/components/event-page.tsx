import type { GuardedCycle } from '@/auth/guard';
import { eventStand } from '@/domain/event';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { Done } from '@/ui/staff/parts';
import { Tag } from '@/ui/static/shapes';
import { AttendanceForm } from '../../attending/components/attendance-form';
import { cancelEventAction, inviteAllAction } from '../actions';
import type { DeskEvent } from '../queries';
import { AttendeeTable } from './attendee-table';
import { EventFacts } from './event-facts';
import { ANSWER_LABELS, KIND_LABELS, STAND_LABELS } from './event-labels';

type Props = { cycle: GuardedCycle; event: DeskEvent; done: string; count: string; now: Date };

const SAID: Readonly<Record<string, string>> = {
  saved: 'The event is saved. With another time or place, everybody who said yes was written to.',
  cancelled: 'The event is cancelled, and everybody who said yes was written to.',
  came: 'Who came is kept.',
  limit: 'You took many files in a short time. Wait a moment, then take this one.',
};

const said = (done: string, count: string): string =>
  done === 'invited'
    ? `${count === '1' ? 'One invitation is' : `${count} invitations are`} on the way.`
    : (SAID[done] ?? '');

const Head = ({ cycle, event, now }: Pick<Props, 'cycle' | 'event' | 'now'>) => {
  const { text, tone } = STAND_LABELS[eventStand(event, now)];
  return (
    <header className="stack-s">
      <p className="crumbs">
        <a href={paths.events(cycle.code)}>Events</a>
      </p>
      <h1>{event.title}</h1>
      <p className="row-s">
        <span className="soft">{KIND_LABELS[event.kind]}</span>
        <Tag tone={tone}>{text}</Tag>
      </p>
    </header>
  );
};

/** Invitations for who has none yet. */
function Invite({ cycle, event }: Pick<Props, 'cycle' | 'event'>) {
  const { uninvited, id, version } = event;
  return (
    <section className="card stack-s" aria-labelledby="invite">
      <h2 id="invite">Invitations</h2>
      {uninvited === 0 ? (
        <p>Everybody who is invited has an invitation or answered. Whoever joins later is counted here.</p>
      ) : (
        <>
          <p>
            {uninvited === 1 ? 'One person has' : `${uninvited} people have`} no invitation by mail yet. They see the
            event on their own pages already.
          </p>
          <ActionForm
            action={inviteAllAction}
            fields={{ cycle: cycle.code, eventId: id, version }}
            label="Mail the invitations"
            tone="primary"
          />
        </>
      )}
    </section>
  );
}

const Cancel = ({ cycle, event }: Pick<Props, 'cycle' | 'event'>) => (
  <details>
    <summary>Call it off</summary>
    <div className="stack-s">
      <p>It stays listed as cancelled, and everybody who said yes is written to at once.</p>
      <ActionForm
        action={cancelEventAction}
        fields={{ cycle: cycle.code, eventId: event.id, version: event.version }}
        label="Cancel the event"
        tone="danger"
      />
    </div>
  </details>
);

function Steps({ cycle, event, now }: Pick<Props, 'cycle' | 'event' | 'now'>) {
  const stand = eventStand(event, now);
  return (
    <div className="stack">
      {stand === 'cancelled' ? null : (
        <p>
          <a className="button" href={paths.eventEdit(cycle.code, event.id)}>
            {stand === 'over' ? 'Add recording and note' : 'Change the event'}
          </a>
        </p>
      )}
      {stand === 'open' ? <Invite cycle={cycle} event={event} /> : null}
      <form method="post" action={paths.eventList(cycle.code, event.id)}>
        <button className="button" type="submit">
          Take the list as CSV
        </button>
      </form>
      {stand === 'open' || stand === 'closed' ? <Cancel cycle={cycle} event={event} /> : null}
    </div>
  );
}

function Attendance({ cycle, event }: Pick<Props, 'cycle' | 'event'>) {
  const people = event.attendees.map(({ personId, name, state, came }) => ({
    personId,
    name,
    about: ANSWER_LABELS[state].text,
    came: came === true,
  }));
  return (
    <section className="card stack-s" aria-labelledby="attendance">
      <h2 id="attendance">Attendance</h2>
      <AttendanceForm
        key={people.map(({ came }) => (came ? 1 : 0)).join('')}
        place={{ cycle: cycle.code, eventId: event.id }}
        people={people}
        coming={event.coming}
      />
    </section>
  );
}

/** One event: what it is, who comes, and what can be done. Who leads the committee reads; staff write. */
export function EventPage({ cycle, event, done, count, now }: Props) {
  const over = eventStand(event, now) === 'over';
  const words = said(done, count);
  return (
    <div className="stack-l">
      {words ? <Done>{words}</Done> : null}
      <Head cycle={cycle} event={event} now={now} />
      {over && event.edits && event.attendees.length > 0 ? (
        <div className="two">
          <Attendance cycle={cycle} event={event} />
          <div className="stack">
            <EventFacts cycle={cycle} event={event} />
            <Steps cycle={cycle} event={event} now={now} />
          </div>
        </div>
      ) : (
        <div className="two">
          <EventFacts cycle={cycle} event={event} />
          {event.edits ? <Steps cycle={cycle} event={event} now={now} /> : null}
        </div>
      )}
      <AttendeeTable attendees={event.attendees} edits={event.edits} over={over} />
    </div>
  );
}
