import type { GuardedCycle } from '@/auth/guard';
import type { RosterReading } from '@/domain/roster';
import { paths } from '@/lib/paths';
import { Document } from '@/ui/static/document';
import { Notice } from '@/ui/static/notice';

type Props = { cycle: GuardedCycle } & ({ fault: string } | { reading: RosterReading; trial: boolean });

const MOST_SHOWN = 100;

function Refused({ refused }: Pick<RosterReading, 'refused'>) {
  if (refused.length === 0) return null;
  return (
    <Notice tone="warning" heading={`${refused.length} ${refused.length === 1 ? 'line was' : 'lines were'} refused`}>
      <ul className="bullets">
        {refused.slice(0, MOST_SHOWN).map(({ line, reason }) => (
          <li key={line}>
            Line {line}: {reason}
          </li>
        ))}
        {refused.length > MOST_SHOWN ? <li>And {refused.length - MOST_SHOWN} more.</li> : null}
      </ul>
    </Notice>
  );
}

/** What became of a roster that was handed in. */
export function RosterPage(props: Props) {
  const { cycle } = props;
  const { program } = cycle;
  return (
    <Document
      title={'fault' in props ? 'Error: Roster' : 'Roster'}
      program={{ name: program.name, href: paths.cycleHome(cycle.code) }}
      aside={cycle.name}
      contact={{ name: program.contactName, email: program.contactEmail, phone: program.contactPhone }}
    >
      <div className="stack-l reading">
        <h1>Roster of members</h1>
        {'fault' in props ? (
          <Notice tone="bad" heading="The file was not taken">
            <p>{props.fault}</p>
          </Notice>
        ) : (
          <>
            <Notice
              tone="good"
              heading={`${props.reading.members.length} members ${props.trial ? 'would be' : 'are'} taken`}
            >
              <p>{props.trial ? 'This was a trial; nothing was changed.' : 'Their memberships count from now on.'}</p>
            </Notice>
            <Refused refused={props.reading.refused} />
          </>
        )}
        <p>
          <a href={paths.eligibility(cycle.code)}>Back to who can take part</a>
        </p>
      </div>
    </Document>
  );
}
