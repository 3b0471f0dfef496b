import type { GuardedCycle } from '@/auth/guard';
import { formatInstant } from '@/domain/dates';
import type { DeskEvent } from '../queries';
import { AUDIENCE_LABELS } from './event-labels';

type Props = { cycle: GuardedCycle; event: DeskEvent };

const Away = ({ href }: { href: string }) => (
  <a href={href} rel="noreferrer">
    {href}
  </a>
);

/** When, where, for whom, how many. */
export function EventFacts({ cycle, event }: Props) {
  const at = (date: Date) => formatInstant(date, cycle.timeZone);
  const { capacity, coming, waiting } = event;
  const facts = [
    { label: 'When', words: `${at(event.startsAt)}, ${event.minutes} minutes` },
    { label: 'Where', words: event.place },
    { label: 'Link', words: event.link ? <Away href={event.link} /> : '' },
    { label: 'For', words: event.audience.map((one) => AUDIENCE_LABELS[one]).join(', ') },
    {
      label: 'Places',
      words: capacity === null ? `${coming} coming, any number can` : `${coming} of ${capacity} taken`,
    },
    { label: 'Waitlist', words: waiting > 0 ? `${waiting}` : '' },
    { label: 'Answers until', words: at(event.answerBy) },
    { label: 'Arranged for everybody', words: event.arranged },
    { label: 'Recording', words: event.recording ? <Away href={event.recording} /> : '' },
    { label: 'Note', words: event.note },
  ].filter(({ words }) => words !== '');
  return (
    <section className="card stack-s" aria-labelledby="facts">
      <h2 id="facts">The event</h2>
      <dl className="stack-s">
        {facts.map(({ label, words }) => (
          <div key={label}>
            <dt className="small soft">{label}</dt>
            <dd className="m-0">{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
