'use client';

import { useActionState } from 'react';
import { ProblemBox } from '@/ui/staff/action-form';
import type { OtherLanguage } from '@/domain/language';
import { FRESH } from '@/lib/form-state';
import { saveSectionAction } from '../actions';
import { TextField } from '@/ui/staff/fields';
import { RolesField } from './roles-field';
import { TextsIn } from './translation-fields';

type Props = {
  edit: { cycle: string; cycleId: string; version: number };
  section: { key: string; title: string; minutes: number; intro: string; roles: string };
  /** Of the program, beside English. */
  languages: readonly OtherLanguage[];
  /** By field, such as `title.es`. */
  translated: Record<string, string>;
};

const TEXTS = [
  { name: 'title', label: 'Title' },
  { name: 'intro', label: 'Introduction', rows: 4 },
] as const;

/** Title, time and introduction of one page of the form. */
export function SectionForm({ edit, section, languages, translated }: Props) {
  const [state, action, pending] = useActionState(saveSectionAction, FRESH);
  const typed: Record<string, string> =
    state.tries > 0 ? state.typed : { ...section, ...translated, minutes: String(section.minutes) };
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
      <TextsIn languages={languages} typed={typed} fields={TEXTS} />
      <div className="actions">
        <button className="button primary" type="submit" aria-disabled={pending}>
          Save section
        </button>
      </div>
    </form>
  );
}
