import type { StoredType } from '@/domain/forms/stored';
import { SelectField, TextField, TickField } from '@/ui/staff/fields';

type Props = {
  type: StoredType;
  typed: Record<string, string>;
  frameworks: readonly { value: string; label: string }[];
};

const INPUTS = [
  { value: 'text', label: 'Any text' },
  { value: 'email', label: 'An email address' },
  { value: 'tel', label: 'A phone number' },
];
const LISTS = [
  { value: 'countries', label: 'Countries' },
  { value: 'subdivisions', label: 'States and provinces' },
  { value: 'time-zones', label: 'Time zones' },
];

const Options = ({ typed }: Pick<Props, 'typed'>) => (
  <TextField
    name="options"
    label="Choices"
    value={typed.options}
    rows={7}
    hint="One a line. A choice that you only reword keeps the answers that were given to it."
  />
);

/** What belongs to the kind of a question. */
export function KindFields({ type, typed, frameworks }: Props) {
  if (type === 'text')
    return (
      <>
        <SelectField name="input" label="What is typed" value={typed.input} choices={INPUTS} />
        <TextField name="maxLength" label="Longest answer, in characters" value={typed.maxLength} short />
      </>
    );
  if (type === 'long') return <TextField name="words" label="Most words" value={typed.words} short />;
  if (type === 'number')
    return (
      <div className="row">
        <TextField name="from" label="Lowest" value={typed.from} short />
        <TextField name="to" label="Highest" value={typed.to} short />
      </div>
    );
  if (type === 'one')
    return (
      <>
        <Options typed={typed} />
        <TickField name="noAnswer" label="End with “No answer”, so that it can be taken back" value={typed.noAnswer} />
      </>
    );
  if (type === 'many') return <Options typed={typed} />;
  if (type === 'place') return <SelectField name="list" label="List" value={typed.list} choices={LISTS} />;
  if (type === 'grid')
    return (
      <>
        <SelectField
          name="framework"
          label="Framework"
          value={typed.framework}
          choices={frameworks}
          hint="Each area is rated from 1 (uncomfortable) to 5 (comfortable). Ratings of another framework, given before, no longer count in matching."
        />
        <TickField name="help" label="Mentees may tick “I want help with this” for each area" value={typed.help} />
      </>
    );
  if (type === 'consent')
    return (
      <TextField
        name="text"
        label="What people tick"
        value={typed.text}
        rows={3}
        hint="A sentence that begins with “I”."
      />
    );
  if (type === 'explanation')
    return (
      <TextField name="text" label="Text" value={typed.text} rows={6} hint="An empty line begins a new paragraph." />
    );
  return null;
}
