'use client';

import { useActionState } from 'react';
import { ProblemBox } from '@/ui/staff/action-form';
import { FRESH } from '@/lib/form-state';
import { saveSectionAction } from '../actions';
import { TextField } from '@/ui/staff/fields';
import { RolesField } from './roles-field';

type Props = {
  edit: { cycle: string; cycleId: string; version: number };
  section: { key: string; title: string; minutes: number; intro: string; roles: string };
};

/** Title, time and introduction of one page of the form. */
export function SectionForm({ edit, section }: Props) {
  const [state, action, pending] = useActionState(saveSectionAction, FRESH);
  const typed: Record<string, string> =
    state.tries > 0 ? state.typed : { ...section, minutes: String(section.minutes) };
  return (
    <form action={action} key={state.tries} className="form-column">
      {Object.entries({ ...edit, key: section.key }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProblemBox problem={state.problem} />
      <TextField name="title" label="Title" value={typed.title} />
      <TextField name="minutes" label="Minutes it takes" value={typed.minutes} short />
      <TextField
        name="intro"
        label="Introduction"
        value={typed.intro}
        rows={4}
        hint="Say who reads this page: applicants look for it here."
      />
      <RolesField value={typed.roles} />
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={pending}>
          Save section
        </button>
      </div>
    </form>
  );
}
