'use client';

import { useActionState } from 'react';
import { DECISIONS, type ApplicationState, type Decision } from '@/domain/application';
import { decideAction, laterAction } from '../actions';
import { ProblemBox } from '@/ui/staff/action-form';
import { FRESH } from '@/lib/form-state';
import { PlaceFields, type Place } from './form-parts';

const WORDS: Record<Decision, { label: string; hint: string; state: ApplicationState }> = {
  accept: { label: 'Accept', hint: 'Goes into the matching.', state: 'accepted' },
  hold: { label: 'Hold', hint: 'Waits; may still be accepted.', state: 'hold' },
  decline: { label: 'Decline', hint: 'A rule is not met. The letter names it.', state: 'declined' },
};

type Standing = { state: ApplicationState; version: number; note: string; unmetRule: string };
type Props = { place: Place; standing: Standing; rules: readonly string[] };

/** The chair's decision, staged: nothing is mailed and nobody outside sees it before the release. */
export function DecisionForm({ place, standing, rules }: Props) {
  const [form, action, pending] = useActionState(decideAction, FRESH);
  const again = form.tries > 0;
  const chosen = again ? form.typed.decision : DECISIONS.find((decision) => WORDS[decision].state === standing.state);
  return (
    <form action={action} key={form.tries}>
      <PlaceFields place={place} />
      <input type="hidden" name="version" value={standing.version} />
      <ProblemBox problem={form.problem} />
      <fieldset>
        <legend className="hidden-visually">Decision</legend>
        {DECISIONS.map((decision) => (
          <label className="choice" key={decision}>
            <input type="radio" name="decision" value={decision} defaultChecked={chosen === decision} />
            <strong>{WORDS[decision].label}</strong>
            <span className="soft">{WORDS[decision].hint}</span>
          </label>
        ))}
      </fieldset>
      <UnmetRule
        rules={rules}
        rule={again ? (form.typed.rule ?? '') : standing.unmetRule}
        own={again ? (form.typed.own_rule ?? '') : ''}
      />
      <div className="field mt-4!">
        <label className="label" htmlFor="note">
          Note <span className="soft">(optional)</span>
        </label>
        <span className="hint" id="note-hint">
          For the history. Not in any letter.
        </span>
        <textarea
          className="textarea control min-h-20!"
          id="note"
          name="note"
          aria-describedby="note-hint"
          defaultValue={again ? form.typed.note : standing.note}
        />
      </div>
      <div className="actions mt-4!">
        <button className="button" type="submit" aria-disabled={pending}>
          Stage decision
        </button>
      </div>
    </form>
  );
}

function UnmetRule({ rules, rule, own }: { rules: readonly string[]; rule: string; own: string }) {
  const known = rules.includes(rule);
  return (
    <details open={rule !== '' || own !== ''} className="mt-2">
      <summary>If you decline: the rule that is not met</summary>
      <div className="field mt-2!">
        <label className="label" htmlFor="rule">
          Rule of the program
        </label>
        <select className="select control" id="rule" name="rule" defaultValue={known ? rule : ''}>
          <option value="">Choose a rule</option>
          {rules.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </div>
      <div className="field mt-3!">
        <label className="label" htmlFor="own_rule">
          Or in your own words
        </label>
        <span className="hint" id="own-rule-hint">
          The applicant reads this sentence in the letter.
        </span>
        <textarea
          className="textarea control min-h-16!"
          id="own_rule"
          name="own_rule"
          aria-describedby="own-rule-hint"
          defaultValue={own || (known ? '' : rule)}
        />
      </div>
    </details>
  );
}

/** Takes a staged decision back; possible until the release. */
export function UndoForm({ place, version }: { place: Place; version: number }) {
  const [form, action] = useActionState(decideAction, FRESH);
  return (
    <form action={action}>
      <PlaceFields place={place} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="decision" value="reconsider" />
      <ProblemBox problem={form.problem} />
      <button className="button" type="submit">
        Undo the decision
      </button>
    </form>
  );
}

type LaterProps = { place: Place; version: number; day: string; min: string };

/** "Later, by DATE": for an application that cannot be decided before the letters go out. */
export function LaterForm({ place, version, day, min }: LaterProps) {
  const [form, action] = useActionState(laterAction, FRESH);
  return (
    <form action={action} key={form.tries}>
      <PlaceFields place={place} />
      <input type="hidden" name="version" value={version} />
      <ProblemBox problem={form.problem} />
      <div className="field">
        <label className="label" htmlFor="day">
          Decide later, by
        </label>
        <span className="hint" id="day-hint">
          The letter then says that we write by this day. Leave empty for none.
        </span>
        <input
          className="input short control"
          id="day"
          name="day"
          type="date"
          min={min}
          aria-describedby="day-hint"
          defaultValue={form.tries > 0 ? form.typed.day : day}
        />
      </div>
      <button className="button mt-3" type="submit">
        {day ? 'Change the day' : 'Set the day'}
      </button>
    </form>
  );
}
