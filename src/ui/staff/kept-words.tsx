import type { FormState } from '@/lib/form-state';
import { typedWords } from '@/lib/typed-words';

/** Words of a form that is not there any more: to be copied, and saved nowhere. */
const KeptWords = ({ form }: { form: FormState }) => (
  <>
    {typedWords(form.typed).map(({ name, label, words }) => (
      <div className="field" key={name}>
        <label className="label" htmlFor={`kept-${name}`}>
          {label}
        </label>
        <textarea
          className="textarea control"
          id={`kept-${name}`}
          rows={Math.min(14, 2 + words.split('\n').length + Math.floor(words.length / 70))}
          readOnly
          defaultValue={words}
        />
      </div>
    ))}
  </>
);

/** Instead of a page that is closed to whoever posted: why that was not saved, and what they typed; nothing of the page itself. */
export const GivenBack = ({ form }: { form: FormState }) => (
  <>
    <h1>Not saved</h1>
    <div className="error-summary" role="alert">
      <p>
        <strong>Error:</strong> {form.problem}
      </p>
    </div>
    {typedWords(form.typed).length > 0 ? <p>What you typed is below for you to copy. It is saved nowhere.</p> : null}
    <KeptWords form={form} />
  </>
);

/** On top of a page that answers a form which was not saved: why, and what was typed; the form may be on it no longer. */
export const KeptNote = ({ form }: { form: FormState }) => (
  <div className="error-summary" role="alert">
    <p>
      <strong>Not saved:</strong> {form.problem}
    </p>
    {typedWords(form.typed).length > 0 ? (
      <details>
        <summary>What you typed, to copy</summary>
        <KeptWords form={form} />
      </details>
    ) : null}
  </div>
);
