import type { GuardedCycle } from '@/auth/guard';
import { formatInstant } from '@/domain/dates';
import { eventStand } from '@/domain/event';
import { paths } from '@/lib/paths';
import { EmptyState } from '@/ui/static/notice';
import { Tag } from '@/ui/static/shapes';
import type { EventRow } from '../queries';
import { KIND_LABELS, STAND_LABELS } from './event-labels';

type Props = { cycle: GuardedCycle; events: readonly EventRow[]; edits: boolean; now: Date };

/** How full it is, or who came. */
function numbersOf({ coming, waiting, came, capacity }: EventRow, over: boolean): string {
  if (over) return `${came} came, ${coming} said yes`;
  const places = capacity === null ? `${coming} coming` : `${coming} of ${capacity} places taken`;
  return waiting > 0 ? `${places}, ${waiting} on the waitlist` : places;
}

function Line({ cycle, event, now }: { cycle: GuardedCycle; event: EventRow; now: Date }) {
  const stand = eventStand(event, now);
  const { text, tone } = STAND_LABELS[stand];
  return (
    <li>
      <span>
        <a href={paths.eventDesk(cycle.code, event.id)}>{event.title}</a>
        <span className="small soft block">
          {KIND_LABELS[event.kind]}, {formatInstant(event.startsAt, cycle.timeZone)}
        </span>
        {stand === 'cancelled' ? null : <span className="small block">{numbersOf(event, stand === 'over')}</span>}
      </span>
      <Tag tone={tone}>{text}</Tag>
    </li>
  );
}

/** The events of a cycle: what comes next first, and what is over. */
export const EventsPage = ({ cycle, events, edits, now }: Props) => (
  <div className="stack-l reading">
    <header className="stack-s">
      <div className="between">
        <h1>Events</h1>
        {edits ? (
          <a className="button primary" href={paths.eventDesk(cycle.code, 'new')}>
            Plan an event
          </a>
        ) : null}
      </div>
      <p className="soft">
        The orientation and whatever else people of this cycle come together for: invitations, answers, waitlist, the
        calendar, who came, and the recording.
      </p>
    </header>
    {events.length === 0 ? (
      <EmptyState heading="No event is planned yet">
        <p>Most programs begin with an orientation in the days before pairs start.</p>
      </EmptyState>
    ) : (
      <ul className="tasks plain">
        {events.map((event) => (
          <Line key={event.id} cycle={cycle} event={event} now={now} />
        ))}
      </ul>
    )}
  </div>
);
