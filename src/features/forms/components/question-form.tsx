'use client';

import { useActionState } from 'react';
import { TYPE_NAMES, type StoredType } from '@/domain/forms/stored';
import type { OtherLanguage } from '@/domain/language';
import { ProblemBox } from '@/ui/staff/action-form';
import { FRESH } from '@/lib/form-state';
import { saveQuestionAction } from '../actions';
import { SelectField, TextField, TickField } from '@/ui/staff/fields';
import { RolesField } from './roles-field';
import { KindFields } from './kind-fields';
import { TranslationFields } from './translation-fields';

type Props = {
  edit: { cycle: string; cycleId: string; version: number };
  section: string;
  type: StoredType;
  /** Fields of a question that stands already; with an empty name for a new one. */
  values: Record<string, string>;
  /** Earlier questions and choices that this may depend on. */
  conditions: readonly { value: string; label: string }[];
  /** Of the program, beside English. */
  languages: readonly OtherLanguage[];
  frameworks: readonly { value: string; label: string }[];
};

const READERS = [
  { value: 'committee', label: 'Committee and staff' },
  { value: 'match', label: 'Their match too' },
  { value: 'match_if_ticked', label: 'Their match only if they tick it; staff' },
  { value: 'staff', label: 'Staff only' },
  { value: 'confidential', label: 'Committee and staff, marked as confidential' },
];

/** One question: wording, who is asked, who reads it, and what belongs to its kind. */
export function QuestionForm({ edit, section, type, values, conditions, frameworks, languages }: Props) {
  const [state, action, pending] = useActionState(saveQuestionAction, FRESH);
  const typed = state.tries > 0 ? state.typed : values;
  const answered = type !== 'explanation';
  return (
    <form action={action} key={state.tries} className="form-column">
      {Object.entries({ ...edit, section, type, name: values.name ?? '' }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {answered ? null : <input type="hidden" name="seenBy" value="committee" />}
      <ProblemBox problem={state.problem} />
      <p className="soft">{TYPE_NAMES[type]}</p>
      <TextField name="label" label={answered ? 'Question' : 'Heading'} value={typed.label} />
      <KindFields type={type} typed={typed} frameworks={frameworks} />
      {answered ? (
        <>
          <TextField name="hint" label="Hint" value={typed.hint} rows={2} hint="Stands below the question. Optional." />
          <TickField name="required" label="An answer is required" value={typed.required} />
          <TextField
            name="missing"
            label="What to say when the answer is missing or does not fit"
            value={typed.missing}
            hint="Say how to put it right, such as “Choose at least one topic.” Optional."
          />
          <SelectField name="seenBy" label="Who reads the answer?" value={typed.seenBy} choices={READERS} />
        </>
      ) : null}
      <RolesField value={typed.roles} />
      <SelectField
        name="showIf"
        label="Ask it only of those who answered"
        value={typed.showIf}
        choices={[{ value: '', label: 'Everybody is asked' }, ...conditions]}
      />
      {languages.map((language) => (
        <TranslationFields key={language} language={language} type={type} typed={typed} />
      ))}
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={pending}>
          Save question
        </button>
      </div>
    </form>
  );
}
