import { Group, fieldId, type FieldProps } from './field';

type Choice = { readonly value: string; readonly label: string };

type RadioProps = FieldProps & {
  value: string;
  options: readonly Choice[];
  /** Adds a last choice with the value '', so that an optional answer can be taken back. */
  none?: string | undefined;
};

const idAt = (name: string, index: number) => (index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`);

/** One of several. An optional group ends in a choice that takes the answer back. */
export function RadioGroup({ value, options, none, ...field }: RadioProps) {
  const all = none === undefined ? options : [...options, { value: '', label: none }];
  return (
    <Group {...field}>
      <div className="choices" lang={field.lang}>
        {all.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              name={field.name}
              id={idAt(field.name, index)}
              value={option.value}
              defaultChecked={none === undefined && option.value === '' ? false : option.value === value}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </Group>
  );
}

type CheckboxProps = FieldProps & { values: readonly string[]; options: readonly Choice[] };

/** Any of several. */
export function CheckboxGroup({ values, options, ...field }: CheckboxProps) {
  return (
    <Group {...field}>
      <div className={options.length > 4 ? 'choices columns' : 'choices'} lang={field.lang}>
        {options.map((option, index) => (
          <label className="choice" key={option.value}>
            <input
              type="checkbox"
              name={field.name}
              id={idAt(field.name, index)}
              value={option.value}
              defaultChecked={values.includes(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </Group>
  );
}

type TickProps = {
  name: string;
  value: string;
  id?: string;
  checked: boolean;
  label: string;
  lang?: string | undefined;
};

/** One box with its sentence. */
export const Tick = ({ name, value, id, checked, label, lang }: TickProps) => (
  <label className="choice">
    <input type="checkbox" name={name} id={id} value={value} defaultChecked={checked} />
    <span lang={lang}>{label}</span>
  </label>
);
