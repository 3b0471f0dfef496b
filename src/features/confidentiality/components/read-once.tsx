'use client';

import { useActionState } from 'react';
import { ProblemBox } from '@/ui/staff/action-form';
import { readBrokenGlassAction, type ReadState } from '../actions';

const NOTHING: ReadState = { problem: '', lines: null };

/** The button that shows an opened record once; what it shows is in this answer only. */
export function ReadOnce({ cycle, copyId, over }: { cycle: string; copyId: string; over: boolean }) {
  const [state, submit, pending] = useActionState(readBrokenGlassAction, NOTHING);
  if (state.lines)
    return (
      <dl className="summary-list" aria-live="polite">
        {state.lines.map(({ label, words }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    );
  if (over) return null;
  return (
    <form action={submit} className="stack-s">
      <input type="hidden" name="cycle" value={cycle} />
      <input type="hidden" name="copyId" value={copyId} />
      <ProblemBox problem={state.problem} />
      <button className="button danger" type="submit" aria-disabled={pending}>
        Show the answers once
      </button>
    </form>
  );
}
