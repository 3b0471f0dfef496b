import type { OtherLanguage } from '@/domain/language';
import type { StoredType } from '@/domain/forms/stored';
import { TextField } from '@/ui/staff/fields';

const NAMES = { es: 'Spanish', fr: 'French' } as const satisfies Record<OtherLanguage, string>;

type OwnProps = {
  languages: readonly OtherLanguage[];
  /** Name, label and height of each field in English. */
  fields: readonly { name: string; label: string; rows?: number }[];
  typed: Record<string, string>;
};

/** Texts that stand by themselves, in each language that the program offers. */
export const TextsIn = ({ languages, fields, typed }: OwnProps) =>
  languages.map((language) => (
    <details key={language} open={fields.some(({ name }) => Boolean(typed[`${name}.${language}`]))}>
      <summary>In {NAMES[language]}</summary>
      <p className="small soft">
        Standard wording is translated already. What you reworded is shown as you wrote it until it stands here too.
      </p>
      {fields.map(({ name, label, rows }) => (
        <TextField
          key={name}
          name={`${name}.${language}`}
          label={`${label} in ${NAMES[language]}`}
          value={typed[`${name}.${language}`]}
          {...(rows ? { rows } : {})}
        />
      ))}
    </details>
  ));

type Props = { language: OtherLanguage; type: StoredType; typed: Record<string, string> };

/** The same question in another language that the program offers. */
export function TranslationFields({ language, type, typed }: Props) {
  const [name, of] = [NAMES[language], (field: string) => `${field}.${language}`];
  const value = (field: string) => typed[of(field)];
  return (
    <details open={Boolean(value('label'))}>
      <summary>In {name}</summary>
      <p className="small soft">
        Standard wording is translated already. What you reworded is shown as you wrote it until its question, hint and
        every choice stand here too.
      </p>
      <TextField name={of('label')} label={`Question in ${name}`} value={value('label')} />
      <TextField name={of('hint')} label={`Hint in ${name}`} value={value('hint')} rows={2} />
      {type === 'one' || type === 'many' || type === 'grid' ? (
        <TextField
          name={of('options')}
          label={`${type === 'grid' ? 'Areas' : 'Choices'} in ${name}`}
          value={value('options')}
          rows={7}
          hint="One a line, in the same order."
        />
      ) : null}
      {type === 'consent' || type === 'explanation' ? (
        <TextField name={of('text')} label={`Text in ${name}`} value={value('text')} rows={4} />
      ) : null}
    </details>
  );
}
