import type { GuardedCycle } from '@/auth/guard';
import { dayOf, zoneName } from '@/domain/dates';
import { momentTyped } from '@/lib/days';
import { paths } from '@/lib/paths';
import type { DeskEvent } from '../queries';
import { EventForm } from './event-form';

type Props = { cycle: GuardedCycle; event: DeskEvent | null; now: Date };

const standingOf = (event: DeskEvent, timeZone: string) => ({
  title: event.title,
  kind: event.kind,
  startsAt: momentTyped(event.startsAt, timeZone),
  minutes: String(event.minutes),
  link: event.link,
  place: event.place,
  capacity: event.capacity === null ? '' : String(event.capacity),
  answerOn: dayOf(event.answerBy, timeZone),
  arranged: event.arranged,
  recording: event.recording,
  note: event.note,
});

/** Plans an event, or changes one. */
export function EditEventPage({ cycle, event, now }: Props) {
  const { code, id: cycleId, timeZone } = cycle;
  const place = { cycle: code, cycleId, eventId: event?.id ?? '', version: event?.version ?? 0 };
  return (
    <div className="stack-l">
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.events(code)}>Events</a>
          {event ? (
            <>
              {' '}
              › <a href={paths.eventDesk(code, event.id)}>{event.title}</a>
            </>
          ) : null}
        </p>
        <h1>{event ? 'Change the event' : 'Plan an event'}</h1>
        {event ? (
          <p className="soft reading">With another time or place, everybody who said yes is written to, once.</p>
        ) : null}
      </header>
      <EventForm
        key={event?.version ?? 0}
        place={place}
        standing={event ? standingOf(event, timeZone) : { kind: 'orientation', minutes: '60' }}
        audience={event?.audience ?? ['pairs']}
        zone={zoneName(event?.startsAt ?? now, timeZone)}
      />
    </div>
  );
}
