import { LETTER_KINDS, LETTER_LABELS, type LetterKind, type LetterText } from '@/domain/letters/defaults';
import { unknownFields } from '@/domain/letters/template';
import { paths } from '@/lib/paths';
import { Tag } from '@/ui/static/shapes';

type Props = {
  code: string;
  templates: Record<LetterKind, LetterText>;
  counts: ReadonlyMap<LetterKind, number>;
  mayEdit: boolean;
};

/** The kinds of letter, how many of each would go out, and where to change the words. */
export function TemplatesList({ code, templates, counts, mayEdit }: Props) {
  return (
    <ul className="tasks plain">
      {LETTER_KINDS.map((kind) => (
        <li key={kind}>
          <span>
            <a href={paths.template(code, kind)}>
              {mayEdit ? 'Edit' : 'Read'}: {LETTER_LABELS[kind]}
            </a>
            <br />
            <span className="small soft">“{templates[kind].subject}”</span>
          </span>
          <span className="row-s">
            {unknownFields(templates[kind]).length > 0 ? <Tag tone="bad">Unknown field</Tag> : null}
            <span className="mono">{counts.get(kind) ?? 0}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
