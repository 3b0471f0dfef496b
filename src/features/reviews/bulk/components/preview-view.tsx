import { STATE_LABELS } from '@/domain/application';
import { BULK_LABELS, MOST_TOGETHER, type BulkMove } from '@/domain/bulk';
import { paths } from '@/lib/paths';
import { TextField } from '@/ui/staff/fields';
import { EmptyState } from '@/ui/static/notice';
import { Reference, RoleTag } from '@/ui/static/shapes';
import type { Preview, PreviewRow } from '../queries';
import { PreviewForm } from './preview-form';

type Props = { code: string; cycleId: string; move: BulkMove; preview: Preview; backHref: string };

const applications = (count: number) => (count === 1 ? '1 application' : `${count} applications`);

const PRESS: Record<BulkMove, (count: number) => string> = {
  accept: (count) => `Accept ${applications(count)}`,
  hold: (count) => `Put ${applications(count)} on hold`,
  reconsider: (count) => `Take ${count === 1 ? '1 decision' : `${count} decisions`} back`,
  discuss: (count) => `Mark ${applications(count)} for discussion`,
};

/** Every row that would change, and each that would not with its reason; then one press. */
export function PreviewView({ code, cycleId, move, preview, backHref }: Props) {
  const { changes, stays, tooMany } = preview;
  if (tooMany)
    return (
      <EmptyState heading={`More than ${MOST_TOGETHER} at once`}>
        <p>
          One press moves at most {MOST_TOGETHER} applications, so that somebody can read who they are. Filter further.
        </p>
        <Back href={backHref} />
      </EmptyState>
    );
  if (changes.length === 0)
    return (
      <>
        <EmptyState heading={stays.length === 0 ? 'No application was chosen' : 'Nothing would change'}>
          <p>
            {stays.length === 0
              ? 'Tick applications in the list, or choose all of a filter.'
              : 'Below is why each of them stays as it is.'}
          </p>
          <Back href={backHref} />
        </EmptyState>
        <Stays rows={stays} code={code} />
      </>
    );
  return (
    <>
      <PreviewForm fields={{ cycle: code, cycleId, move }} label={PRESS[move](changes.length)}>
        <fieldset>
          <legend className="legend">These change ({changes.length})</legend>
          <ul className="tasks plain">
            {changes.map((row) => (
              <li key={row.id}>
                <label className="choice">
                  <input type="checkbox" name="rows" value={`${row.id}:${row.version}`} defaultChecked />
                  <Who row={row} />
                </label>
                <Facts row={row} code={code} />
              </li>
            ))}
          </ul>
        </fieldset>
        {move === 'reconsider' ? null : (
          <TextField
            name="reason"
            label={move === 'discuss' ? 'Why should the committee talk about them?' : 'Note (optional)'}
            hint="For the history and the committee. Not in any letter."
            value=""
            rows={2}
          />
        )}
      </PreviewForm>
      <Stays rows={stays} code={code} />
    </>
  );
}

const Back = ({ href }: { href: string }) => (
  <p>
    <a className="button" href={href}>
      Back to the list
    </a>
  </p>
);

const Who = ({ row: { name, role, reference } }: { row: PreviewRow }) => (
  <span className="row-s">
    <strong>{name}</strong> <RoleTag shape={role} /> <Reference>{reference}</Reference>
  </span>
);

const readBy = (count: number) => (count === 0 ? 'not read yet' : count === 1 ? '1 review' : `${count} reviews`);

const Facts = ({ row: { id, name, state, reviewCount }, code }: { row: PreviewRow; code: string }) => (
  <span className="row-s small">
    <span className="soft">{STATE_LABELS[state]}</span>
    <span className={reviewCount === 0 ? 'tag wait' : 'soft'}>{readBy(reviewCount)}</span>
    <a href={paths.application(code, id)}>
      Read<span className="hidden-visually"> the application of {name}</span>
    </a>
  </span>
);

const Stays = ({ rows, code }: { rows: readonly PreviewRow[]; code: string }) =>
  rows.length === 0 ? null : (
    <section className="stack-s" aria-labelledby="stays">
      <h2 id="stays">These stay as they are ({rows.length})</h2>
      <ul className="tasks plain">
        {rows.map((row) => (
          <li key={row.id}>
            <Who row={row} />
            <span className="row-s small">
              <span className="soft">{row.why}</span>
              <a href={paths.application(code, row.id)}>
                Read<span className="hidden-visually"> the application of {row.name}</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );

/** The choice of what to do, as links: the preview is read anew for each. */
export const MoveTabs = ({
  moves,
  current,
  href,
}: {
  moves: readonly BulkMove[];
  current: BulkMove;
  href: (move: BulkMove) => string;
}) => (
  <nav className="tabs" aria-label="What to do">
    {moves.map((move) => (
      <a key={move} href={href(move)} aria-current={move === current ? 'page' : undefined}>
        {BULK_LABELS[move]}
      </a>
    ))}
  </nav>
);
