import { formatInstant, formatSlipDay } from '@/domain/dates';
import type { ReadApplication } from '../queries';

type Event = ReadApplication['history'][number];

const SENTENCES: Record<string, string> = {
  'application.submitted': 'sent the application.',
  'application.edited': 'changed the application.',
  'application.withdrawn': 'withdrew.',
  'application.asked': 'asked the applicant a question.',
  'application.answered': 'answered the question.',
  'application.sent_for': 'sent it for the applicant.',
  'application.changed_for': 'changed answers for the applicant.',
  'application.reinstated': 'put it back.',
  'application.accept': 'staged: accepted.',
  'application.hold': 'staged: on hold.',
  'application.decline': 'staged: declined.',
  'application.reconsider': 'took the decision back.',
  'application.undone': 'undid what was done.',
  'application.discuss': 'marked it for discussion.',
  'application.discussed': 'took the mark for discussion away.',
};

function sentenceOf({ action, laterBy }: Event, timeZone: string, now: Date): string {
  if (action !== 'application.later') return SENTENCES[action] ?? action;
  return laterBy
    ? `set: decided later, by ${formatSlipDay(new Date(laterBy), timeZone, now)}.`
    : 'took the later day back.';
}

const others = (count: number) => (count === 1 ? 'another one' : `${count} others`);

/** Who did what, when and why, newest first. */
export function HistoryView({ events, timeZone, now }: { events: readonly Event[]; timeZone: string; now: Date }) {
  return (
    <ol className="plain history pl-4!">
      {events.map((event) => (
        <li key={event.id}>
          <strong>{event.who}</strong> {sentenceOf(event, timeZone, now)}
          {event.together > 1 ? ` Together with ${others(event.together - 1)}.` : null}
          {event.unmetRule ? <> Not met: “{event.unmetRule}”</> : null}
          {event.reason ? <> Note: “{event.reason}”</> : null}
          <span className="small quiet block">{formatInstant(event.at, timeZone)}</span>
        </li>
      ))}
    </ol>
  );
}
