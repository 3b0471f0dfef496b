import type { Difference } from '@/domain/forms/difference';
import { Tag } from '@/ui/static/shapes';

const TONES = { added: 'good', removed: 'bad', changed: 'wait', moved: 'plain' } as const;

/** What is different between two versions, with the words before and after. */
export function DifferenceView({ differences }: { differences: readonly Difference[] }) {
  if (differences.length === 0) return <p className="soft">Nothing is different.</p>;
  return (
    <ul className="plain stack">
      {differences.map(({ what, title, lines }) => (
        <li key={`${what} ${title}`} className="stack-s">
          <p>
            <Tag tone={TONES[what]}>{what}</Tag> <strong>{title}</strong>
          </p>
          {lines.length > 0 ? <Lines lines={lines} what={what} /> : null}
        </li>
      ))}
    </ul>
  );
}

const Lines = ({ lines, what }: Pick<Difference, 'lines' | 'what'>) => (
  <dl className="summary-list">
    {lines.map(({ label, before, after }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>
          {what === 'changed' ? (
            <>
              <del>{before || 'nothing'}</del>
              <br />
              <ins>{after || 'nothing'}</ins>
            </>
          ) : (
            after
          )}
        </dd>
      </div>
    ))}
  </dl>
);
