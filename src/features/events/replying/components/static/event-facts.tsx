import { formatInstant } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import type { Invitation } from '../../../queries';

const Away = ({ href }: { href: string }) => (
  <a href={href} rel="noreferrer">
    {href}
  </a>
);

/** When, where and what is arranged. How to come in is shown to those who have a place. */
export function EventFacts({ event, reply }: Pick<Invitation, 'event' | 'reply'>) {
  const { startsAt, minutes, place, link, arranged, recording, note, cycle } = event;
  const facts = [
    {
      label: say('events.when'),
      words: say('events.whenTakes', { when: formatInstant(startsAt, cycle.timeZone), minutes }),
    },
    { label: say('events.where'), words: place },
    {
      label: say('events.link'),
      words: link ? reply?.state === 'yes' ? <Away href={link} /> : say('events.linkLater') : '',
    },
    { label: say('events.arranged'), words: arranged },
    { label: say('events.recording'), words: recording ? <Away href={recording} /> : '' },
    { label: say('events.note'), words: note },
  ].filter(({ words }) => words !== '');
  return (
    <dl className="stack-s">
      {facts.map(({ label, words }) => (
        <div key={label}>
          <dt className="small soft">{label}</dt>
          <dd className="m-0 whitespace-pre-line">{words}</dd>
        </div>
      ))}
    </dl>
  );
}
