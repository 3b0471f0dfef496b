'use client';

import type { OtherLanguage } from '@/domain/language';
import { FieldsForm } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { saveSectionAction } from '../actions';
import { RolesField } from './roles-field';
import type { Edit } from './sections-view';
import { TextsIn } from './translation-fields';

type Props = {
  edit: Edit;
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
export const SectionForm = ({ edit, section: { key, minutes, ...texts }, languages, translated }: Props) => (
  <FieldsForm
    action={saveSectionAction}
    fields={{ ...edit, key }}
    label="Save section"
    tone="primary"
    className="form-column"
    standing={{ ...texts, ...translated, minutes: String(minutes) }}
  >
    {(typed) => (
      <>
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
      </>
    )}
  </FieldsForm>
);
