import { eventStand } from '@/domain/event';
import type { OwnEvent } from '@/features/events/queries';
import { paths } from '@/lib/paths';
import { formatInstant } from '@/lib/words/dates';
import { say } from '@/lib/words/say';

type Props = { events: readonly OwnEvent[]; now: Date };

/** Events to come, and the way to the private calendar. */
export function Events({ events, now }: Props) {
  const coming = events.filter((event) => ['open', 'closed'].includes(eventStand(event, now)));
  if (events.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="events">
      <h2 id="events">{say('events.events')}</h2>
      {coming.length === 0 ? <p>{say('events.noneToCome')}</p> : null}
      {coming.map(({ id, title, startsAt, cycle, reply }) => (
        <p key={id}>
          <a href={paths.event(id)}>{title}</a>
          <span className="small soft block">{formatInstant(startsAt, cycle.timeZone)}</span>
          {reply?.state === 'yes' || reply?.state === 'no' || reply?.state === 'waiting' ? (
            <span className="small block">{say(`events.stand_${reply.state}`)}</span>
          ) : null}
        </p>
      ))}
      <p className="small">
        <a href={paths.feed()}>{say('events.feed')}</a>
      </p>
    </section>
  );
}
