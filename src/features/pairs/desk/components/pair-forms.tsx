'use client';

import { FieldsForm } from '@/ui/staff/action-form';
import { SelectField, TextField, TickField } from '@/ui/staff/fields';
import { setLiaisonAction } from '../../liaisons/actions';
import { closeTaskAction, movePairAction } from '../actions';

/** The pair and the page that a form stands on. */
export type PairPlace = { cycle: string; pair: string; on: 'desk' | 'own' | 'concerns' };

/** Closes a task with what came of it. */
export const CloseTaskForm = ({ place, taskId, about }: { place: PairPlace; taskId: string; about: string }) => (
  <details>
    <summary>
      Close this task<span className="hidden-visually">: {about}</span>
    </summary>
    <FieldsForm action={closeTaskAction} fields={{ ...place, taskId }} label="Close the task">
      {(typed) => (
        <TextField
          within={taskId}
          name="note"
          rows={3}
          label="What came of it?"
          hint="Read by whoever reads this task, and never by the two."
          value={typed.note}
        />
      )}
    </FieldsForm>
  </details>
);

const MOVES = {
  hold: {
    label: 'Put on hold',
    intro: 'Nothing is asked of the two and no reminder goes out until the pair goes on.',
    tell: 'Write to both, in neutral words and without the reason',
  },
  resume: {
    label: 'Let it go on',
    intro: 'The pair is at work again, and each sees how to reach the other.',
    tell: 'Write to both that they may go on',
  },
  end_early: {
    label: 'End early',
    intro:
      'Without blame. The pair does not come back, and the two are not proposed to each other again in this cycle.',
    tell: 'Write to both, kindly and without the reason',
  },
} as const;

type MoveProps = { place: PairPlace; version: number; move: keyof typeof MOVES };

/** One move of a pair, with its reason for the history. */
export const MoveForm = ({ place, version, move }: MoveProps) => {
  const { label, intro, tell } = MOVES[move];
  return (
    <details>
      <summary>{label}</summary>
      <p className="small soft">{intro}</p>
      <FieldsForm
        action={movePairAction}
        fields={{ ...place, version, move }}
        label={label}
        tone={move === 'end_early' ? 'danger' : 'plain'}
        standing={{ tell: 'yes' }}
      >
        {(typed) => (
          <>
            <TextField
              within={move}
              name="reason"
              label="Why?"
              hint="For the history of the pair; the two do not read it."
              value={typed.reason}
            />
            <TickField name="tell" label={tell} value={typed.tell} />
          </>
        )}
      </FieldsForm>
    </details>
  );
};

type LiaisonProps = {
  place: PairPlace;
  liaisonId: string | null;
  carers: readonly { id: string; name: string; load: number }[];
};

/** Who looks after the pair. */
export const LiaisonForm = ({ place, liaisonId, carers }: LiaisonProps) => (
  <FieldsForm
    action={setLiaisonAction}
    fields={{ ...place, before: liaisonId ?? '' }}
    label="Keep the liaison"
    standing={{ userId: liaisonId ?? '' }}
  >
    {(typed) => (
      <SelectField
        name="userId"
        label="Liaison"
        hint="Reads check-ins and tasks of this pair, and nothing of other pairs."
        value={typed.userId}
        choices={[
          { value: '', label: 'Nobody' },
          ...carers.map(({ id, name, load }) => ({ value: id, label: `${name} (${load} pairs)` })),
        ]}
      />
    )}
  </FieldsForm>
);
