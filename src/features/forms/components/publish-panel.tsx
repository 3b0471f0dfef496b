import type { ReactNode } from 'react';
import { Notice } from '@/ui/static/notice';
import { ActionForm } from '@/ui/staff/action-form';
import { discardFormAction, publishFormAction } from '../actions';
import type { Edit } from './sections-view';

type Props = Edit & {
  number: number;
  faults: readonly string[];
  /** What is different from the form in use. */ children: ReactNode;
};

/** What would change, what still keeps it from being used, and the two ways out. */
export function PublishPanel({ number, faults, children, ...edit }: Props) {
  return (
    <section className="card stack" aria-labelledby="publish">
      <h2 id="publish">Publish version {number}</h2>
      {children}
      {faults.length > 0 ? (
        <Notice tone="warning" heading="Before it can be published" level={3}>
          <ul className="bullets">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <ActionForm action={publishFormAction} fields={edit} label={`Publish version ${number}`} tone="primary">
          <div className="field">
            <label className="label" htmlFor="note">
              What did you change, and why?
            </label>
            <span className="hint" id="note-hint">
              One sentence for the list of versions.
            </span>
            <input className="input control" id="note" name="note" maxLength={300} aria-describedby="note-hint" />
          </div>
        </ActionForm>
      )}
      <ActionForm action={discardFormAction} fields={edit} label={`Throw version ${number} away`} tone="danger" />
    </section>
  );
}
