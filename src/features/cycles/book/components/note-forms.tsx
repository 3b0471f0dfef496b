'use client';

import { ActionForm, FieldsForm } from '@/ui/staff/action-form';
import { TextField } from '@/ui/staff/fields';
import { addNoteAction, changeNoteAction, removeNoteAction } from '../actions';

type Place = { cycle: string; cycleId: string };

/** Something for the next cycle. */
export const AddNoteForm = ({ place }: { place: Place }) => (
  <FieldsForm action={addNoteAction} fields={place} label="Note it" className="stack-s">
    {(typed) => (
      <TextField
        name="words"
        rows={3}
        label="What should the next cycle know?"
        hint="What went well, what broke, what to do otherwise. No names of applicants: this is kept as long as the cycle."
        value={typed.words}
      />
    )}
  </FieldsForm>
);

type NoteProps = { place: Place; note: { id: string; version: number; words: string } };

/** Other words for a note, or none. */
export const ChangeNoteForm = ({ place, note: { id, version, words } }: NoteProps) => {
  const fields = { ...place, noteId: id, version };
  const begins = words.slice(0, 40);
  return (
    <details className="no-print">
      <summary>
        Change or remove<span className="hidden-visually">: {begins}</span>
      </summary>
      <div className="stack-s">
        <FieldsForm action={changeNoteAction} fields={fields} label="Save" standing={{ words }} className="stack-s">
          {(typed) => <TextField within={id} name="words" rows={3} label="The note" value={typed.words} />}
        </FieldsForm>
        <ActionForm action={removeNoteAction} fields={fields} label="Remove this note" tone="danger" />
      </div>
    </details>
  );
};
