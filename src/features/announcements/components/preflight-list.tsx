import type { PreflightPoint } from '@/domain/letters/preflight';
import { paths } from '@/lib/paths';
import { Tag } from '@/ui/static/shapes';

const SHOWN = 5;

/** Every point of the pre-flight, in order or with what is wrong. */
export function PreflightList({ code, points }: { code: string; points: readonly PreflightPoint[] }) {
  return (
    <ul className="tasks plain">
      {points.map(({ key, title, faults }) => (
        <li key={key} className="block!">
          <div className="between">
            <span>{title}</span>
            {faults.length === 0 ? <Tag tone="good">In order</Tag> : <Tag tone="bad">{faults.length} open</Tag>}
          </div>
          {faults.length > 0 ? <Faults faults={faults} /> : null}
          {key === 'addresses' && faults.length > 0 ? <a href={paths.badAddresses(code)}>See bad addresses</a> : null}
        </li>
      ))}
    </ul>
  );
}

function Faults({ faults }: { faults: readonly string[] }) {
  return (
    <ul className="bullets small">
      {faults.slice(0, SHOWN).map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
      {faults.length > SHOWN ? <li>And {faults.length - SHOWN} more.</li> : null}
    </ul>
  );
}
