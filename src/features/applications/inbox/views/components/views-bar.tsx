import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { WordsForm } from '@/ui/staff/words-form';
import { writeFilter, type InboxFilter } from '../../schema';
import { deleteViewAction, renameViewAction, saveViewAction, startWithViewAction } from '../actions';
import type { View } from '../queries';

type Props = { cycle: { id: string; code: string }; filter: InboxFilter; views: readonly View[] };

/** The views a member keeps, as links above the list; keeping this filter, and changing what is kept. */
export function ViewsBar({ cycle, filter, views }: Props) {
  const query = writeFilter(filter);
  const isKept = views.some((view) => view.query === query);
  const fields = { cycle: cycle.code, filter: query };
  return (
    <section className="views" aria-label="My views">
      {views.map(({ id, name, query: kept, isStart }) => (
        <a
          key={id}
          className="chip"
          href={paths.inbox(cycle.code, kept)}
          aria-current={kept === query ? 'true' : undefined}
        >
          {name}
          {isStart ? <span className="soft"> (my start)</span> : null}
        </a>
      ))}
      {isKept ? null : (
        <details>
          <summary>Save this filter as a view</summary>
          <div className="card fold">
            <WordsForm
              action={saveViewAction}
              fields={{ ...fields, cycleId: cycle.id }}
              label="Save view"
              field={{ name: 'name', label: 'Name of the view', within: 'new-view' }}
            />
          </div>
        </details>
      )}
      {views.length > 0 ? (
        <details>
          <summary>Change my views</summary>
          <ul className="plain card fold stack">
            {views.map((view) => (
              <OneView key={view.id} view={view} fields={{ ...fields, id: view.id }} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

const OneView = ({ view: { id, name, isStart }, fields }: { view: View; fields: Record<string, string> }) => (
  <li className="one-view">
    <WordsForm
      action={renameViewAction}
      fields={fields}
      label="Rename"
      about={name}
      inline
      field={{ name: 'name', label: `New name of “${name}”`, value: name, within: id }}
    />
    <ActionForm
      action={startWithViewAction}
      fields={fields}
      label={isStart ? 'Begin as before' : 'Begin with it'}
      about={name}
    />
    <ActionForm action={deleteViewAction} fields={fields} label="Delete" about={name} />
  </li>
);
