'use client';

import type { Language } from '@/domain/language';
import type { LetterKind } from '@/domain/letters/defaults';
import { FieldsForm } from '@/ui/staff/action-form';
import { saveTemplateAction } from '../actions';

type Props = {
  place: { cycle: string; cycleId: string; kind: LetterKind; language: Language; version: number };
  words: { subject: string; body: string };
};

/** The words of one kind of letter in one language; everything typed is kept when something is wrong. */
export const TemplateForm = ({ place, words }: Props) => (
  <FieldsForm action={saveTemplateAction} fields={place} standing={words} label="Save letter" tone="primary">
    {(typed) => (
      <>
        <div className="field">
          <label className="label" htmlFor="subject">
            Subject
          </label>
          <input
            className="input control"
            id="subject"
            name="subject"
            lang={place.language}
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
            lang={place.language}
            defaultValue={typed.body}
            aria-describedby="body-hint"
            required
          />
        </div>
      </>
    )}
  </FieldsForm>
);
