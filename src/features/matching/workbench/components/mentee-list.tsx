import { paths } from '@/lib/paths';
import { ShapeIcon } from '@/ui/static/shape-icon';
import { RoleTag } from '@/ui/static/shapes';
import { counted, wholePoints } from '../../components/fits';
import type { MenteeEntry } from '../queries';

type Props = { code: string; number: number; mentees: readonly MenteeEntry[]; chosenId: string };

/** Few enough to be looked at first. */
const FEW = 3;

/** Mentees, those with the fewest options on top. */
export const MenteeList = ({ code, number, mentees, chosenId }: Props) => (
  <nav className="people" aria-label="Mentees, fewest options first">
    <ul className="plain">
      {mentees.map((mentee) => (
        <li key={mentee.id}>
          <a
            href={paths.plan(code, number, `?mentee=${mentee.id}#candidates`)}
            aria-current={mentee.id === chosenId ? 'true' : undefined}
          >
            <Entry mentee={mentee} chosen={mentee.id === chosenId} />
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

const Entry = ({
  mentee: { name, reference, place, options, waits, partner },
  chosen,
}: {
  mentee: MenteeEntry;
  chosen: boolean;
}) => (
  <>
    {chosen ? <RoleTag shape="mentee" /> : null}
    <strong>{name}</strong>
    <span className="mono entry-line">
      {[reference, place].filter((part) => part !== '').join(' · ')} ·{' '}
      <span className={options <= FEW ? 'few' : ''}>{counted(options, 'option', 'options')}</span>
      {waits > 0 ? ` · waited ${waits === 1 ? 'once' : counted(waits, 'time', 'times')} before` : ''}
    </span>
    {partner ? (
      <span className="partner">
        <ShapeIcon shape="match" />
        <span>
          {partner.name}, {wholePoints(partner.fit)} points
          {partner.lock ? ', locked' : ''}
          {partner.handMade ? ', by hand' : ''}
        </span>
      </span>
    ) : (
      <span className="partner alone">Unmatched</span>
    )}
  </>
);
