import type { Role } from '@/domain/mentoring';
import { MOST_WEIGHT } from '@/domain/rubric';
import { TextField } from '@/ui/staff/fields';
import { fieldName, type TypedCriterion } from '../schema';

type Props = { role: Role; index: number; count: number; typed: TypedCriterion };

const ANCHORS = ['one', 'two', 'three', 'four'] as const;

/** One criterion: its words, its weight, and its place among the others. */
export function CriterionFields({ role, index, count, typed }: Props) {
  const name = (field: keyof TypedCriterion) => fieldName(role, index, field);
  const called = typed.label || `criterion ${index + 1}`;
  return (
    <fieldset className="card" id={`${role}.${index}`}>
      <legend className="hidden-visually">
        {role === 'mentor' ? 'Mentors' : 'Mentees'}, criterion {index + 1} of {count}: {typed.label}
      </legend>
      <input type="hidden" name={name('key')} value={typed.key} />
      <div className="criterion">
        <TextField name={name('label')} label={`${index + 1}. Name`} value={typed.label} />
        <TextField name={name('question')} label="What the reviewer asks" value={typed.question} />
        {ANCHORS.map((anchor, place) => (
          <TextField key={anchor} name={name(anchor)} label={`${place + 1} means`} value={typed[anchor]} />
        ))}
        <TextField name={name('weight')} label={`Weight, 0 to ${MOST_WEIGHT}`} value={typed.weight} short />
        <label className="choice self-end">
          <input type="checkbox" name={name('optional')} value="yes" defaultChecked={typed.optional === 'yes'} />
          <span>Optional: may be left open</span>
        </label>
      </div>
      <div className="row-s mt-3">
        {index > 0 ? <Act act={`up:${role}:${index}`} label="Move up" about={called} /> : null}
        {index < count - 1 ? <Act act={`down:${role}:${index}`} label="Move down" about={called} /> : null}
        <Act act={`remove:${role}:${index}`} label="Remove" about={called} />
      </div>
    </fieldset>
  );
}

export const Act = ({ act, label, about = '' }: { act: string; label: string; about?: string }) => (
  <button className="button quiet" type="submit" name="act" value={act} id={act}>
    {label}
    {about ? <span className="hidden-visually"> {about}</span> : null}
  </button>
);
