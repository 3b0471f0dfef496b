type TextProps = {
  name: string;
  label: string;
  value: string | undefined;
  hint?: string;
  rows?: number;
  short?: boolean;
};

/** One text of a form of staff. */
export function TextField({ name, label, value = '', hint, rows, short = false }: TextProps) {
  const shared = { id: name, name, defaultValue: value, 'aria-describedby': hint ? `${name}-hint` : undefined };
  return (
    <div className="field">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      {hint ? (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      ) : null}
      {rows ? (
        <textarea className="textarea control" rows={rows} {...shared} />
      ) : (
        <input className={short ? 'input short control' : 'input control'} {...shared} />
      )}
    </div>
  );
}

type Choice = { value: string; label: string };
type SelectProps = {
  name: string;
  label: string;
  value: string | undefined;
  choices: readonly Choice[];
  hint?: string;
};

export const SelectField = ({ name, label, value = '', choices, hint }: SelectProps) => (
  <div className="field">
    <label className="label" htmlFor={name}>
      {label}
    </label>
    {hint ? (
      <span className="hint" id={`${name}-hint`}>
        {hint}
      </span>
    ) : null}
    <select
      className="select control"
      id={name}
      name={name}
      defaultValue={value}
      aria-describedby={hint ? `${name}-hint` : undefined}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </div>
);

export const TickField = ({ name, label, value }: { name: string; label: string; value: string | undefined }) => (
  <label className="choice mt-3">
    <input type="checkbox" name={name} value="yes" defaultChecked={value === 'yes'} />
    <span>{label}</span>
  </label>
);

export const RolesField = ({ value }: { value: string | undefined }) => (
  <SelectField
    name="roles"
    label="Asked of"
    value={value ?? 'both'}
    choices={[
      { value: 'both', label: 'Mentors and mentees' },
      { value: 'mentor', label: 'Mentors only' },
      { value: 'mentee', label: 'Mentees only' },
    ]}
  />
);
