import type { ReactNode } from 'react';
import { Group, fieldId, type FieldProps } from './field';

type Props = FieldProps & {
  value: string;
  ends: readonly [string, string];
  /** Stands under the tiles, such as "I want help with this". */
  children?: ReactNode;
};

const STEPS = ['1', '2', '3', '4', '5'] as const;

/** Five large tiles; number and end label are in the accessible name. */
export function Rating({ value, ends, children, ...field }: Props) {
  const endOf = (step: string) => (step === '1' ? ends[0] : step === '5' ? ends[1] : '');
  return (
    <Group {...field} big>
      <div className="rating">
        {STEPS.map((step) => (
          <label className="tile" key={step}>
            <input
              type="radio"
              name={field.name}
              id={step === '1' ? fieldId(field.name) : `${fieldId(field.name)}-${step}`}
              value={step}
              defaultChecked={step === value}
            />
            <span>{step}</span>
            {endOf(step) ? <span className="end"> {endOf(step)}</span> : null}
          </label>
        ))}
      </div>
      {children}
    </Group>
  );
}
