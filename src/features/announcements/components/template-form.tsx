'use client';

import { useActionState } from 'react';
import type { LetterKind } from '@/domain/letters/defaults';
import { ProblemBox } from '@/ui/staff/action-form';
import { FRESH } from '@/lib/form-state';
import { saveTemplateAction } from '../templates/actions';

type Props = { code: string; cycleId: string; kind: LetterKind; version: number; subject: string; body: string };

/** The words of one kind of letter; everything typed is kept when something is wrong. */
export function TemplateForm({ code, cycleId, kind, version, subject, body }: Props) {
  const [state, action, pending] = useActionState(saveTemplateAction, FRESH);
  const typed = state.tries > 0 ? state.typed : { subject, body };
  return (
    <form action={action} key={state.tries}>
      <input type="hidden" name="cycle" value={code} />
      <input type="hidden" name="cycleId" value={cycleId} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="version" value={version} />
      <ProblemBox problem={state.problem} />
      <div className="field">
        <label className="label" htmlFor="subject">
          Subject
        </label>
        <input
          className="input control"
          id="subject"
          name="subject"
          defaultValue={typed.subject}
          required
          maxLength={150}
        />
      </div>
      <div className="field">
        <label className="label" htmlFor="body">
          Letter
        </label>
        <span className="hint" id="body-hint">
          Markdown: **bold**, lists with “- ”, [words](https://…). Fields stand in double braces. The greeting and the
          signature are added.
        </span>
        <textarea
          className="textarea control min-h-96!"
          id="body"
          name="body"
          defaultValue={typed.body}
          aria-describedby="body-hint"
          required
        />
      </div>
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={pending}>
          Save letter
        </button>
      </div>
    </form>
  );
}
