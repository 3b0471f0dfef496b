import { rich } from './rich';
import { say } from '@/lib/words/say';
import { Field, describedBy, fieldId, type FieldProps } from './field';

type InputProps = FieldProps & {
  value: string;
  type?: 'text' | 'tel' | 'email' | 'date';
  autocomplete?: string | undefined;
  maxLength?: number;
  inputMode?: 'numeric';
  className?: string;
};

export function TextInput({
  value,
  type = 'text',
  autocomplete,
  maxLength,
  inputMode,
  className = 'input',
  ...field
}: InputProps) {
  return (
    <Field {...field}>
      <input
        className={className}
        id={fieldId(field.name)}
        name={field.name}
        type={type}
        defaultValue={value}
        maxLength={maxLength}
        inputMode={inputMode}
        autoComplete={autocomplete}
        aria-describedby={describedBy(field)}
        aria-invalid={field.problem ? true : undefined}
        spellCheck={type === 'text' ? undefined : false}
      />
    </Field>
  );
}

/** A mailed code: phones offer it from the mail, and spaces may be pasted with it. */
export const CodeInput = ({ problem }: { problem?: string | undefined }) => (
  <TextInput
    name="code"
    label={say('code.code')}
    hint={say('code.codeHint')}
    required
    autocomplete="one-time-code"
    value=""
    className="input code"
    problem={problem}
  />
);

/** A longer answer; the words are counted for those who have our script, and the limit is said to all. */
export function LongInput({ value, words, ...given }: FieldProps & { value: string; words: number }) {
  const field = { ...given, hint: [given.hint, say('common.upToWords', { words })].filter(Boolean).join(' ') };
  return (
    <Field {...field}>
      <textarea
        className="textarea"
        id={fieldId(field.name)}
        name={field.name}
        rows={5}
        data-words={words}
        defaultValue={value}
        aria-describedby={describedBy(field)}
        aria-invalid={field.problem ? true : undefined}
      />
    </Field>
  );
}

type Choice = { readonly value: string; readonly label: string };
type SelectProps = FieldProps & {
  value: string;
  autocomplete?: string | undefined;
  groups: readonly { label: string; options: readonly Choice[] }[];
};

export function Select({ value, groups, ...field }: SelectProps) {
  return (
    <Field {...field}>
      <select
        className="select"
        id={fieldId(field.name)}
        name={field.name}
        defaultValue={value}
        aria-describedby={describedBy(field)}
        aria-invalid={field.problem ? true : undefined}
      >
        <option value="">{say('common.choose')}</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </Field>
  );
}

type FileProps = FieldProps & { /** What was handed in before. */ kept: { name: string; href: string } | null };

/** A file to hand in. A browser never shows the last one again, so the page does, with a tick to take it back. */
export function FileInput({ kept, ...field }: FileProps) {
  return (
    <Field {...field}>
      {kept ? (
        <p className="stack-s">
          {rich('common.fileKept', { file: () => <a href={kept.href}>{kept.name}</a> })}
          <label className="choice">
            <input type="checkbox" name={`${field.name}_remove`} value="yes" />
            <span>{say('common.takeItBack')}</span>
          </label>
        </p>
      ) : null}
      <input
        className="input"
        type="file"
        id={fieldId(field.name)}
        name={field.name}
        accept=".pdf,.docx,.odt,.rtf,.txt"
        aria-describedby={describedBy(field)}
        aria-invalid={field.problem ? true : undefined}
      />
    </Field>
  );
}
