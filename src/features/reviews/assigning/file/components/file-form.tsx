'use client';

import { useActionState } from 'react';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { Notice } from '@/ui/static/notice';
import { assignFileAction, type FileState } from '../actions';

const BEGIN: FileState = { ...FRESH, trial: null };
type Props = { code: string; cycleId: string; example: string };

/** A file or pasted rows: looked at first, then taken as a whole. */
export function FileForm({ code, cycleId, example }: Props) {
  const [state, submit, pending] = useActionState(assignFileAction, BEGIN);
  const { trial } = state;
  return (
    <form action={submit} key={state.tries} className="stack">
      <input type="hidden" name="cycle" value={code} />
      <input type="hidden" name="cycleId" value={cycleId} />
      <ProblemBox problem={state.problem} />
      {trial ? <Found trial={trial} /> : null}
      <div className="field">
        <label className="label" htmlFor="file">
          CSV file
        </label>
        <input className="input control" id="file" name="file" type="file" accept=".csv,text/csv,text/plain" />
      </div>
      <div className="field">
        <label className="label" htmlFor="text">
          Or paste the rows
        </label>
        <textarea
          className="textarea control font-mono"
          id="text"
          name="text"
          rows={10}
          placeholder={example}
          defaultValue={state.typed.text ?? ''}
        />
      </div>
      <div className="actions mt-0!">
        <button
          className={`button ${trial ? '' : 'primary'}`}
          type="submit"
          name="act"
          value="try"
          aria-disabled={pending}
        >
          Look at it
        </button>
        {trial && trial.problems.length === 0 && trial.added > 0 ? (
          <button className="button primary" type="submit" name="act" value="assign" aria-disabled={pending}>
            {trial.added === 1 ? 'Assign 1' : `Assign ${trial.added}`}
          </button>
        ) : null}
      </div>
    </form>
  );
}

function Found({ trial: { problems, added, already } }: { trial: NonNullable<FileState['trial']> }) {
  const also = already > 0 ? ` ${already} ${already === 1 ? 'is' : 'are'} assigned already.` : '';
  if (problems.length === 0)
    return (
      <Notice tone={added > 0 ? 'good' : 'info'} heading="No problem found">
        <p>
          {added} new {added === 1 ? 'assignment' : 'assignments'}.{also} Nothing is saved yet.
        </p>
      </Notice>
    );
  return (
    <div role="alert">
      <Notice
        tone="bad"
        heading={problems.length === 1 ? 'One line has a problem' : `${problems.length} lines have a problem`}
      >
        <p>Nothing was assigned. Put these right and look again:</p>
        <ul className="list-disc pl-5">
          {problems.slice(0, 100).map(({ line, reason }) => (
            <li key={`${line} ${reason}`}>
              Line {line}: {reason}
            </li>
          ))}
        </ul>
        {problems.length > 100 ? <p>And {problems.length - 100} more.</p> : null}
      </Notice>
    </div>
  );
}
