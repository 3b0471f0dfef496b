import { say } from '@/lib/words/say';
import { Field, describedBy, fieldId } from '@/ui/static/field';

type Props = { value: string; problem?: string | undefined };

/** The sentence of the goal. A plain one will do; what makes it easier to reach is said beside it. */
export function GoalWords(props: Props) {
  const field = { name: 'words', label: say('pair.goal'), hint: say('pair.goalHint'), required: true, ...props };
  return (
    <>
      <Field {...field}>
        <textarea
          className="textarea"
          id={fieldId(field.name)}
          name={field.name}
          rows={3}
          maxLength={600}
          defaultValue={props.value}
          aria-describedby={describedBy(field)}
          aria-invalid={props.problem ? true : undefined}
        />
      </Field>
      <details className="field">
        <summary>{say('pair.smart')}</summary>
        <ul className="list-disc pl-6">
          {(['smartS', 'smartM', 'smartA', 'smartR', 'smartT'] as const).map((key) => (
            <li key={key}>{say(`pair.${key}`)}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
