'use client';

import { AUDIENCES, EVENT_KINDS } from '@/domain/event';
import type { FormState, Wrong } from '@/lib/form-state';
import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField } from '@/ui/staff/fields';
import { saveEventAction } from '../actions';
import { AUDIENCE_LABELS, KIND_LABELS } from './event-labels';

type Props = {
  place: { cycle: string; cycleId: string; eventId: string; version: number };
  standing: FormState['typed'];
  audience: readonly string[];
  /** The name of the cycle's zone, in which times are typed. */
  zone: string;
};

const KINDS = EVENT_KINDS.map((value) => ({ value, label: KIND_LABELS[value] }));

const Audience = ({ chosen, problem }: { chosen: readonly string[]; problem: string | undefined }) => (
  <fieldset className={problem ? 'field has-problem' : 'field'}>
    <legend className="label">Who is invited?</legend>
    <span className="hint" id="audience-hint">
      People of pairs that both know of, and members of the committee.
    </span>
    {problem ? <span className="problem">Error: {problem}</span> : null}
    <div className="row">
      {AUDIENCES.map((value) => (
        <label className="choice" key={value}>
          <input type="checkbox" name="audience" value={value} defaultChecked={chosen.includes(value)} />
          <span>{AUDIENCE_LABELS[value]}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

type PartProps = { typed: FormState['typed']; wrong: Wrong };

const When = ({ typed, wrong, zone }: PartProps & { zone: string }) => (
  <>
    <TextField
      name="startsAt"
      type="datetime-local"
      label="Begins"
      hint={`In the cycle’s zone: ${zone}.`}
      value={typed.startsAt}
      problem={wrong.startsAt}
    />
    <TextField
      name="minutes"
      type="number"
      short
      label="Takes, in minutes"
      value={typed.minutes}
      problem={wrong.minutes}
    />
    <TextField
      name="answerOn"
      type="date"
      short
      label="Answers until"
      hint="The last day to say yes or no; on the day itself, until it begins."
      value={typed.answerOn}
      problem={wrong.answerOn}
    />
  </>
);

const Where = ({ typed, wrong }: PartProps) => (
  <>
    <TextField
      name="link"
      label="Online link"
      hint="Begins with https://. Only those who have a place see it."
      value={typed.link}
      problem={wrong.link}
    />
    <TextField name="place" label="Place" value={typed.place} problem={wrong.place} />
    <TextField
      name="capacity"
      type="number"
      short
      label="How many can come"
      hint="Leave empty for any number. Whoever comes after is on the waitlist, and gets a place as soon as one is free."
      value={typed.capacity}
      problem={wrong.capacity}
    />
    <TextField
      name="arranged"
      label="What is arranged for everybody"
      hint="Captions, accessible documents, a way without a phone: read by everybody who is invited."
      rows={2}
      value={typed.arranged}
      problem={wrong.arranged}
    />
  </>
);

const Afterwards = ({ typed, wrong }: PartProps) => (
  <details open={Boolean(typed.recording || typed.note || wrong.recording || wrong.note)}>
    <summary>Afterwards: recording and note</summary>
    <TextField
      name="recording"
      label="Link to the recording"
      hint="Begins with https://. Shown to everybody who is invited; nothing is mailed."
      value={typed.recording}
      problem={wrong.recording}
    />
    <TextField name="note" label="Note for those who are invited" rows={4} value={typed.note} problem={wrong.note} />
  </details>
);

/** Everything of an event. What is wrong is said beside its field, and what was typed stays. */
export const EventForm = ({ place, standing, audience, zone }: Props) => (
  <FieldsForm
    action={saveEventAction}
    fields={place}
    standing={standing}
    label={place.eventId ? 'Save the event' : 'Make the event'}
    tone="primary"
    className="form-column"
  >
    {(typed, again, wrong) => (
      <>
        <TextField name="title" label="Title" value={typed.title} problem={wrong.title} />
        <SelectField name="kind" label="Kind" choices={KINDS} value={typed.kind} />
        <Audience chosen={again ? audienceIn(typed) : audience} problem={wrong.audience} />
        <When typed={typed} wrong={wrong} zone={zone} />
        <Where typed={typed} wrong={wrong} />
        <Afterwards typed={typed} wrong={wrong} />
      </>
    )}
  </FieldsForm>
);

/** Ticks that came back with the form: it keeps every one of a name. */
const audienceIn = (typed: FormState['typed']): string[] => (typed.audience ?? '').split('\n');
