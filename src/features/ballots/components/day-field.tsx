type Props = { id: string; name: string; label: string; hint: string; value: string };

/** A day in a form. */
export const DayField = ({ id, name, label, hint, value }: Props) => (
  <div className="field">
    <label className="label" htmlFor={id}>
      {label}
    </label>
    <span className="hint" id={`${id}-hint`}>
      {hint}
    </span>
    <input
      className="input short control"
      type="date"
      id={id}
      name={name}
      defaultValue={value}
      min={value}
      aria-describedby={`${id}-hint`}
    />
  </div>
);
