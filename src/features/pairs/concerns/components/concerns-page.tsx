import type { GuardedCycle } from '@/auth/guard';
import { formatInstant } from '@/domain/dates';
import { concernDue } from '@/domain/pair-task';
import { Done } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import { Reference, Tag } from '@/ui/static/shapes';
import { CloseTaskForm } from '../../desk/components/pair-forms';
import type { Concern, listConcerns } from '../queries';

type Props = {
  cycle: GuardedCycle;
  concerns: Awaited<ReturnType<typeof listConcerns>>;
  done: string;
  now: Date;
};

/** Who told it, and of whom. */
function sidesOf({ raisedBy, match: { mentor, mentee } }: Concern) {
  const named = (side: typeof mentor) => side.name || side.reference || '';
  return raisedBy === 'mentor'
    ? { role: 'mentor', teller: mentor, told: named(mentor), of: named(mentee) }
    : { role: 'mentee', teller: mentee, told: named(mentee), of: named(mentor) };
}

function OpenConcern({ concern, cycle, now }: { concern: Concern } & Pick<Props, 'cycle' | 'now'>) {
  const { role, teller, told, of } = sidesOf(concern);
  const { openedAt, words, match } = concern;
  const due = concernDue(openedAt);
  const email = teller.person?.email ?? '';
  return (
    <li className="card stack-s">
      <div className="row-s">
        <Tag tone={now > due ? 'bad' : 'wait'}>{now > due ? 'Late' : 'Waits'}</Tag>
        <Reference>{match.reference}</Reference>
      </div>
      <h3>
        {told}, about {of}
      </h3>
      <p className="small soft">
        Told by the {role} on {formatInstant(openedAt, cycle.timeZone)}.{' '}
        <strong>They were told that it is read by {formatInstant(due, cycle.timeZone)}.</strong>
      </p>
      <p className="whitespace-pre-line">
        {words ? `“${words}”` : 'The words were deleted with what one of the two gave.'}
      </p>
      {match.contactStoppedAt ? (
        <p>
          <strong>Contact is stopped:</strong> neither sees how to reach the other. Staff let the pair go on when you
          ask them to, and need not know why.
        </p>
      ) : null}
      {email ? (
        <p>
          Write to {told}: <a href={`mailto:${email}`}>{email}</a>
        </p>
      ) : null}
      <CloseTaskForm
        place={{ cycle: cycle.code, pair: match.id, on: 'concerns' }}
        taskId={concern.id}
        about={`${told}, about ${of}`}
      />
    </li>
  );
}

const Closed = ({ concerns, timeZone }: { concerns: readonly Concern[]; timeZone: string }) => (
  <details>
    <summary>{concerns.length === 1 ? 'One is closed' : `${concerns.length} are closed`}</summary>
    <ul className="plain stack-s">
      {concerns.map((concern) => {
        const { told, of } = sidesOf(concern);
        return (
          <li key={concern.id}>
            <strong>
              {told}, about {of}
            </strong>
            . Closed by {concern.closedBy?.name ?? 'nobody'},{' '}
            {concern.closedAt ? formatInstant(concern.closedAt, timeZone) : ''}:{' '}
            <span className="soft">“{concern.note}”</span>
          </li>
        );
      })}
    </ul>
  </details>
);

/** What people of pairs told the officers for concerns, and nobody else. */
export const ConcernsPage = ({ cycle, concerns: { open, closed }, done, now }: Props) => (
  <div className="stack-l reading">
    {done === 'closed' ? <Done>It is closed, and your note is kept.</Done> : null}
    <header className="stack-s">
      <h1>Concerns</h1>
      <p className="soft">
        Told in confidence to the officers for concerns. Staff, chair and liaisons do not read this page. The person
        whom a concern is about never learns of it from us: what you write to them must not tell.
      </p>
    </header>
    {open.length === 0 ? (
      <EmptyState heading="Nothing waits">
        <p>When somebody writes to you in confidence, a mail calls you, and it stands here.</p>
      </EmptyState>
    ) : (
      <ul className="plain stack" aria-label="What waits">
        {open.map((concern) => (
          <OpenConcern key={concern.id} concern={concern} cycle={cycle} now={now} />
        ))}
      </ul>
    )}
    {closed.length > 0 ? <Closed concerns={closed} timeZone={cycle.timeZone} /> : null}
  </div>
);
