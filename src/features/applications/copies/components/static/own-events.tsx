import type { CopiedReply } from '@/features/events/copies/queries';
import { formatInstant } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { SummaryList } from '@/ui/static/task-list';

function wordsOf({ startsAt, timeZone, state, arrange, came }: CopiedReply): string {
  const answer = state === 'yes' || state === 'no' || state === 'waiting' ? say(`events.stand_${state}`) : '';
  return [formatInstant(startsAt, timeZone), answer, arrange, came ? say('events.stand_came') : '']
    .filter(Boolean)
    .join('\n');
}

/** What somebody answered to events, what they asked to be arranged, and where they were. */
export const OwnEvents = ({ replies }: { replies: readonly CopiedReply[] }) =>
  replies.length === 0 ? null : (
    <section className="stack-s">
      <h2>{say('events.events')}</h2>
      <SummaryList entries={replies.map((reply) => ({ key: reply.id, label: reply.title, words: wordsOf(reply) }))} />
    </section>
  );
