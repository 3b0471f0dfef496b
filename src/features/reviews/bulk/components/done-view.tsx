import { formatInstant } from '@/domain/dates';
import type { BulkMove } from '@/domain/bulk';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { Done } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import { Reference } from '@/ui/static/shapes';
import { undoTogetherAction } from '../actions';
import type { Together } from '../queries';

type Props = {
  code: string;
  timeZone: string;
  presses: readonly Together[];
  /** What was pressed or undone just now. */
  moved: string;
  undone: string;
  /** Whether this viewer may undo such a press, while nothing is released. */
  mayUndo: (move: BulkMove) => boolean;
};

const applications = (count: number) => (count === 1 ? '1 application' : `${count} applications`);
const SAID: Record<BulkMove, (count: number) => string> = {
  accept: (count) => `accepted ${applications(count)}`,
  hold: (count) => `put ${applications(count)} on hold`,
  reconsider: (count) => `took ${count === 1 ? '1 decision' : `${count} decisions`} back`,
  discuss: (count) => `marked ${applications(count)} for discussion`,
};

/** What was done to several applications with one press: who, when, how many, and the way back. */
export function DoneView({ code, timeZone, presses, moved, undone, mayUndo }: Props) {
  const [justMoved, justUndone] = [presses.find(({ id }) => id === moved), presses.find(({ id }) => id === undone)];
  if (presses.length === 0)
    return (
      <EmptyState heading="Nothing was done to several at once yet">
        <p>Tick applications in the list, and choose what to do with them.</p>
        <p>
          <a className="button" href={paths.inbox(code, '?mine=all')}>
            Show all applications
          </a>
        </p>
      </EmptyState>
    );
  return (
    <>
      {justMoved && !justMoved.undoneAt ? (
        <Done>Done: you {SAID[justMoved.move](justMoved.count)}. Nothing was mailed, and it can be undone below.</Done>
      ) : null}
      {justUndone?.undoneAt ? <Done>Undone, where nobody had touched it since.</Done> : null}
      <ol className="plain stack">
        {presses.map((press) => (
          <li key={press.id} className="card stack-s">
            <p>
              <strong>{press.who}</strong> {SAID[press.move](press.count)}.
              <span className="small quiet block">{formatInstant(press.at, timeZone)}</span>
            </p>
            {press.undoneAt ? <Undone press={press} code={code} timeZone={timeZone} /> : null}
            {!press.undoneAt && mayUndo(press.move) ? (
              <ActionForm
                action={undoTogetherAction}
                fields={{ cycle: code, actionId: press.id }}
                label="Undo"
                about={`what ${press.who} did at ${formatInstant(press.at, timeZone)}`}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </>
  );
}

const Undone = ({
  press: { undoneAt, undoneBy, left },
  code,
  timeZone,
}: {
  press: Together;
  code: string;
  timeZone: string;
}) => (
  <>
    <p>
      Undone by <strong>{undoneBy}</strong>
      {undoneAt ? <span className="small quiet block">{formatInstant(undoneAt, timeZone)}</span> : null}
    </p>
    {left.length > 0 ? (
      <>
        <p>Left as they were, because somebody had touched them since:</p>
        <ul className="plain">
          {left.map(({ id, name, reference }) => (
            <li key={id}>
              <a href={paths.application(code, id)}>{name}</a> <Reference>{reference}</Reference>
            </li>
          ))}
        </ul>
      </>
    ) : null}
  </>
);
