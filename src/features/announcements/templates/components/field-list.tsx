import { LETTER_FIELDS, type LetterField, type LetterKind, type LetterText } from '@/domain/letters/defaults';
import type { PlannedLetter, ReleaseInput } from '@/domain/letters/release-plan';
import { fieldsIn } from '@/domain/letters/template';
import { letterValues } from '@/domain/letters/values';
import { plainText } from '@/mail/compose';
import { previewConfirmUrl } from '../../queries';

type Props = { kind: LetterKind; text: LetterText; example: PlannedLetter | undefined; input: ReleaseInput };

const FIELDS = Object.keys(LETTER_FIELDS).filter((name): name is LetterField => name in LETTER_FIELDS);

/** Every field with what stands there, for a real recipient where there is one; those the letter uses, then the others. */
export function FieldList({ kind, text, example, input }: Props) {
  const used = fieldsIn(text);
  const part = example?.parts.find((one) => one.kind === kind);
  const { application } = part ?? {};
  const words =
    application?.language && application.language !== 'en' ? input.others[application.language]?.words : null;
  const values =
    part && letterValues(part, { input, confirmUrl: previewConfirmUrl(part), words: words ?? input.words });
  const list = (names: readonly LetterField[]) => (
    <dl className="small stack-s">
      {names.map((name) => (
        <div key={name}>
          <dt className="mono">{`{{${name}}}`}</dt>
          <dd>
            <span className="soft">{LETTER_FIELDS[name]}</span>
            {values ? <Sample value={values[name]} isUsed={used.includes(name)} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <section className="card stack-s" aria-labelledby="fields">
      <h2 id="fields">Fields</h2>
      {example ? <p className="small soft">With what {example.name} would read there.</p> : null}
      {list(FIELDS.filter((name) => used.includes(name)))}
      <details>
        <summary>Fields that this letter does not use</summary>
        {list(FIELDS.filter((name) => !used.includes(name)))}
      </details>
    </section>
  );
}

const Sample = ({ value, isUsed }: { value: string | undefined; isUsed: boolean }) => {
  if (value) return <span className="block">“{plainText(value)}”</span>;
  if (value === '') return <span className="block">nothing, and no empty line</span>;
  return isUsed ? <strong className="block">has no value: it would hold the release up</strong> : null;
};
