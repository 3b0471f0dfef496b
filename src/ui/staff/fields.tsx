type FieldProps = {
  name: string;
  label: string;
  value: string | undefined;
  hint?: string;
  /** Sets the ids apart where two forms of a page have a field of this name. */
  within?: string;
};

type TextProps = FieldProps & {
  rows?: number;
  short?: boolean;
  type?: 'text' | 'email' | 'date' | 'datetime-local' | 'number';
};

const idOf = (name: string, within?: string) => (within ? `${within}-${name}` : name);

const Label = ({ id, label, hint }: { id: string; label: string; hint: string | undefined }) => (
  <>
    <label className="label" htmlFor={id}>
      {label}
    </label>
    {hint ? (
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
    ) : null}
  </>
);

/** One text of a form of staff. */
export function TextField({ name, label, value = '', hint, within, rows, short = false, type = 'text' }: TextProps) {
  const id = idOf(name, within);
  const shared = { id, name, defaultValue: value, 'aria-describedby': hint ? `${id}-hint` : undefined };
  return (
    <div className="field">
      <Label id={id} label={label} hint={hint} />
      {rows ? (
        <textarea className="textarea control" rows={rows} {...shared} />
      ) : (
        <input type={type} className={short ? 'input short control' : 'input control'} {...shared} />
      )}
    </div>
  );
}

type Choice = { value: string; label: string };

export function SelectField({
  name,
  label,
  value = '',
  choices,
  hint,
  within,
}: FieldProps & { choices: readonly Choice[] }) {
  const id = idOf(name, within);
  return (
    <div className="field">
      <Label id={id} label={label} hint={hint} />
      <select
        className="select control"
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export const TickField = ({ name, label, value }: { name: string; label: string; value: string | undefined }) => (
  <label className="choice mt-3">
    <input type="checkbox" name={name} value="yes" defaultChecked={value === 'yes'} />
    <span>{label}</span>
  </label>
);
