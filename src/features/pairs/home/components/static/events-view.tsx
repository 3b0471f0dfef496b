import { eventStand } from '@/domain/event';
import type { OwnEvent } from '@/features/events/queries';
import { paths } from '@/lib/paths';
import { formatInstant } from '@/lib/words/dates';
import { say } from '@/lib/words/say';

type Props = { events: readonly OwnEvent[]; now: Date };

/** Where somebody stands with an event, in a few words; after it, whether they were there. */
function standOf({ reply, ...event }: OwnEvent, now: Date): string {
  const stand = eventStand(event, now);
  if (stand === 'cancelled') return say('events.stand_cancelled');
  if (stand === 'over')
    return reply?.came ? say('events.stand_came') : event.recording ? say('events.stand_recording') : '';
  if (reply?.state === 'yes' || reply?.state === 'no' || reply?.state === 'waiting')
    return say(`events.stand_${reply.state}`);
  return stand === 'open' ? say('events.stand_open') : say('events.stand_closed');
}

/** The events this person is invited to: those to come, and those that were. */
export function EventsView({ events, now }: Props) {
  if (events.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby="events">
      <h2 id="events">{say('events.events')}</h2>
      <ul className="plain stack-s">
        {events.map((event) => (
          <li key={event.id}>
            <a href={paths.event(event.id)}>{event.title}</a>
            <span className="small soft block">{formatInstant(event.startsAt, event.cycle.timeZone)}</span>
            <span className="small block">{standOf(event, now)}</span>
          </li>
        ))}
      </ul>
      <p className="small">
        <a href={paths.feed()}>{say('events.feed')}</a>
      </p>
    </section>
  );
}
