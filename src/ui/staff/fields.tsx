type FieldProps = {
  name: string;
  label: string;
  value: string | undefined;
  hint?: string;
  /** Sets the ids apart where two forms of a page have a field of this name. */
  within?: string;
  /** What is wrong with what was typed. */
  problem?: string | undefined;
};

type TextProps = FieldProps & {
  rows?: number;
  short?: boolean;
  type?: 'text' | 'email' | 'date' | 'datetime-local' | 'number';
};

const idOf = (name: string, within?: string) => (within ? `${within}-${name}` : name);

type LabelProps = { id: string; label: string; hint: string | undefined; problem?: string | undefined };

const Label = ({ id, label, hint, problem }: LabelProps) => (
  <>
    <label className="label" htmlFor={id}>
      {label}
    </label>
    {hint ? (
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
    ) : null}
    {problem ? (
      <span className="problem" id={`${id}-problem`}>
        Error: {problem}
      </span>
    ) : null}
  </>
);

const describedBy = (id: string, hint?: string, problem?: string) =>
  [problem ? `${id}-problem` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined;

/** One text of a form of staff. */
export function TextField(props: TextProps) {
  const { name, label, value = '', hint, within, problem, rows, short = false, type = 'text' } = props;
  const id = idOf(name, within);
  const shared = {
    id,
    name,
    defaultValue: value,
    'aria-describedby': describedBy(id, hint, problem),
    'aria-invalid': problem ? true : undefined,
  };
  return (
    <div className={problem ? 'field has-problem' : 'field'}>
      <Label id={id} label={label} hint={hint} problem={problem} />
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
  problem,
}: FieldProps & { choices: readonly Choice[] }) {
  const id = idOf(name, within);
  return (
    <div className={problem ? 'field has-problem' : 'field'}>
      <Label id={id} label={label} hint={hint} problem={problem} />
      <select
        className="select control"
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(id, hint, problem)}
        aria-invalid={problem ? true : undefined}
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
