'use client';

import type { OtherLanguage } from '@/domain/language';
import { FieldsForm } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { saveAttestationAction } from '../actions';
import type { Edit } from './sections-view';
import { TextsIn } from './translation-fields';

type Props = {
  edit: Edit;
  attestation: string;
  /** Of the program, beside English. */
  languages: readonly OtherLanguage[];
  /** By field, such as `attestation.es`. */
  translated: Record<string, string>;
};

const TEXTS = [{ name: 'attestation', label: 'Statement', rows: 3 }] as const;

/** What applicants put their name to when they send. */
export const AttestationForm = ({ edit, attestation, languages, translated }: Props) => (
  <section className="stack-s" aria-labelledby="attestation">
    <h2 id="attestation">What applicants put their name to</h2>
    <FieldsForm
      action={saveAttestationAction}
      fields={edit}
      label="Save statement"
      className="reading"
      standing={{ attestation, ...translated }}
    >
      {(typed) => (
        <>
          <TextField within="statement" name="attestation" label="Statement" rows={3} value={typed.attestation} />
          <TextsIn languages={languages} typed={typed} fields={TEXTS} />
        </>
      )}
    </FieldsForm>
  </section>
);
