import { formatInstant, formatSlipDay } from '@/domain/dates';
import { concernDue } from '@/domain/pair-task';
import { Tag } from '@/ui/static/shapes';
import type { DeskPair, DeskTask } from '../queries';
import { CloseTaskForm, type PairPlace } from './pair-forms';
import { CHECK_IN_LABELS, TASK_LABELS } from './pair-labels';

type Props = { pair: DeskPair; place: PairPlace; timeZone: string; now: Date };

const READERS: Readonly<Record<string, string>> = {
  staff: 'Read by staff alone.',
  chair: 'Read by the chair and deputies alone.',
  officer: 'Read by the officers for concerns alone.',
};

/** Who opened it: one of the two, or a check-in. */
function whence({ raisedBy, about }: DeskTask, { mentor, mentee }: DeskPair): string {
  if (raisedBy) return raisedBy === 'mentor' ? mentor.name || 'the mentor' : mentee.name || 'the mentee';
  return `check-in ${CHECK_IN_LABELS[about] ?? ''}`;
}

function Open({ task, pair, place, timeZone, now }: Props & { task: DeskTask }) {
  const label = TASK_LABELS[task.kind];
  return (
    <li className="card stack-s">
      <h3>
        <Tag tone={task.kind === 'concern' ? 'bad' : 'wait'}>{label}</Tag>
      </h3>
      <p className="small soft">
        <span className="mono">{formatSlipDay(task.openedAt, timeZone, now)}</span> from {whence(task, pair)}.{' '}
        {READERS[task.reader]}
      </p>
      {task.kind === 'concern' ? (
        <p>
          <strong>Read it by {formatInstant(concernDue(task.openedAt), timeZone)}.</strong> The other never learns of it
          here; what you write to them must not tell.
        </p>
      ) : null}
      {task.words ? <p className="whitespace-pre-line">“{task.words}”</p> : null}
      <CloseTaskForm place={place} taskId={task.id} about={label} />
    </li>
  );
}

/** What waits for somebody, and what was settled. */
export function TaskList(props: Props) {
  const { open, closed } = props.pair;
  return (
    <section className="stack-s" aria-labelledby="tasks">
      <h2 id="tasks">
        Tasks <span className="mono">{open.length}</span>
      </h2>
      {open.length === 0 ? <p>Nothing waits.</p> : null}
      <ul className="plain stack-s">
        {open.map((task) => (
          <Open key={task.id} task={task} {...props} />
        ))}
      </ul>
      {closed.length > 0 ? (
        <details>
          <summary>{closed.length === 1 ? 'One closed task' : `${closed.length} closed tasks`}</summary>
          <ul className="plain stack-s">
            {closed.map((task) => (
              <li key={task.id}>
                <strong>{TASK_LABELS[task.kind]}</strong>, from {whence(task, props.pair)}. Closed by{' '}
                {task.closedBy?.name ?? 'nobody'}, {task.closedAt ? formatInstant(task.closedAt, props.timeZone) : ''}:{' '}
                <span className="soft">“{task.note}”</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
