'use client';

import { useActionState } from 'react';
import { ProblemBox } from '@/ui/staff/action-form';
import type { OtherLanguage } from '@/domain/language';
import { FRESH } from '@/lib/form-state';
import { saveAttestationAction } from '../actions';
import { TextsIn } from './translation-fields';

type Props = {
  cycle: string;
  cycleId: string;
  version: number;
  attestation: string;
  /** Of the program, beside English. */
  languages: readonly OtherLanguage[];
  /** By field, such as `attestation.es`. */
  translated: Record<string, string>;
};

const TEXTS = [{ name: 'attestation', label: 'Statement', rows: 3 }] as const;

/** What applicants put their name to when they send. */
export function AttestationForm({ cycle, cycleId, version, attestation, languages, translated }: Props) {
  const [state, action, pending] = useActionState(saveAttestationAction, FRESH);
  return (
    <section className="stack-s" aria-labelledby="attestation">
      <h2 id="attestation">What applicants put their name to</h2>
      <form action={action} key={state.tries} className="reading">
        <input type="hidden" name="cycle" value={cycle} />
        <input type="hidden" name="cycleId" value={cycleId} />
        <input type="hidden" name="version" value={version} />
        <ProblemBox problem={state.problem} />
        <div className="field">
          <label className="label" htmlFor="attestation-text">
            Statement
          </label>
          <textarea
            className="textarea control"
            id="attestation-text"
            name="attestation"
            rows={3}
            defaultValue={state.tries > 0 ? state.typed.attestation : attestation}
          />
        </div>
        <TextsIn languages={languages} typed={state.tries > 0 ? state.typed : translated} fields={TEXTS} />
        <div className="actions">
          <button className="button" type="submit" aria-disabled={pending}>
            Save statement
          </button>
        </div>
      </form>
    </section>
  );
}
