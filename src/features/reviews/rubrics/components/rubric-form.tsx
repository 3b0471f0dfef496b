'use client';

import { useActionState, useEffect } from 'react';
import { ROLES, type Role } from '@/domain/mentoring';
import { FRESH } from '@/lib/form-state';
import { ProblemBox } from '@/ui/staff/action-form';
import { rubricAction } from '../actions';
import { fieldName, readTyped, rubricOf, type TypedRubric } from '../schema';
import { Act, CriterionFields } from './criterion-fields';
import { RubricPreview } from './rubric-preview';

type Props = { code: string; cycleId: string; base: number; current: TypedRubric };

const HEADINGS: Record<Role, string> = { mentor: 'For mentors', mentee: 'For mentees' };

/** Which field or button goes on from what was just pressed. */
function focusAfter(act: string, rubric: TypedRubric): string {
  const [what = '', whose = '', where = '0'] = act.split(':');
  const role = ROLES.find((one) => one === whose);
  if (!role) return '';
  const last = rubric[role].length - 1;
  if (what === 'add') return fieldName(role, last, 'label');
  const index = what === 'up' ? Number(where) - 1 : what === 'down' ? Number(where) + 1 : Number(where);
  return fieldName(role, Math.max(0, Math.min(index, last)), 'label');
}

/** The criteria as fields. Adding, moving and removing save nothing; the last button does. */
export function RubricForm({ code, cycleId, base, current }: Props) {
  const [state, submit, pending] = useActionState(rubricAction, FRESH);
  const again = state.tries > 0;
  const rubric = again ? readTyped(state.typed) : current;
  const act = again ? (state.typed.act ?? '') : '';
  useEffect(() => {
    if (act === 'preview') document.getElementById('preview')?.focus();
    else if (act) document.getElementById(focusAfter(act, readTyped(state.typed)))?.focus();
  }, [state, act]);
  return (
    <div className="stack-l">
      {act === 'preview' ? <RubricPreview rubric={rubricOf(rubric)} /> : null}
      <form action={submit} key={state.tries} className="stack-l">
        <input type="hidden" name="cycle" value={code} />
        <input type="hidden" name="cycleId" value={cycleId} />
        <input type="hidden" name="base" value={state.typed.base ?? base} />
        {/* What the return key presses: it must not move or remove anything. */}
        <button type="submit" name="act" value="preview" className="hidden-visually" tabIndex={-1} aria-hidden="true">
          Preview
        </button>
        <ProblemBox problem={state.problem} />
        {ROLES.map((role) => (
          <section key={role} className="stack" aria-labelledby={`of-${role}`}>
            <h3 id={`of-${role}`}>{HEADINGS[role]}</h3>
            <input type="hidden" name={`${role}.count`} value={rubric[role].length} />
            {rubric[role].map((typed, index) => (
              <CriterionFields
                key={`${typed.key} ${index}`}
                role={role}
                index={index}
                count={rubric[role].length}
                typed={typed}
              />
            ))}
            <p>
              <Act act={`add:${role}`} label={`Add a criterion for ${role}s`} />
            </p>
          </section>
        ))}
        <div className="actions mt-0!">
          <button className="button primary" type="submit" name="act" value="save" aria-disabled={pending}>
            Save as a new version
          </button>
          <button className="button" type="submit" name="act" value="preview" aria-disabled={pending}>
            See what reviewers will see
          </button>
        </div>
      </form>
    </div>
  );
}
