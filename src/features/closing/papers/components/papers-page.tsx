import type { GuardedCycle } from '@/auth/guard';
import { paths } from '@/lib/paths';
import { PAPERS } from '@/lib/words/papers';
import { Reference, RoleTag } from '@/ui/static/shapes';
import { ClosingTabs } from '../../components/closing-tabs';
import type { Holder } from '../queries';

const NAMES = { certificate: 'Certificate', letter: 'Letter of service' } as const;

const inHours = (minutes: number): string => `${Math.floor(minutes / 60)} h ${minutes % 60} min`;

function Line({ cycle, holder }: { cycle: GuardedCycle; holder: Holder }) {
  const { applicationId, facts, role, number, checkable } = holder;
  const kinds = PAPERS.filter((kind) => kind === 'certificate' || role === 'mentor');
  return (
    <tr>
      <th scope="row">{facts.name}</th>
      <td data-label="Role">
        <RoleTag shape={role} />
      </td>
      <td data-label="Time written down">
        {inHours(facts.minutes)}
        {facts.eventMinutes > 0 ? (
          <span className="block small soft">and {inHours(facts.eventMinutes)} at events</span>
        ) : null}
      </td>
      <td data-label="Number">
        <Reference>{number}</Reference>
        {checkable ? <span className="block small soft">may be checked</span> : null}
      </td>
      <td data-label="Papers">
        {kinds.map((kind) => (
          <span key={kind} className="block">
            <a className="inline-block py-1" href={paths.closingPapersFile(cycle.code, `${applicationId}-${kind}`)}>
              {NAMES[kind]}
              <span className="hidden-visually"> of {facts.name}</span>
            </a>
          </span>
        ))}
      </td>
    </tr>
  );
}

/** Certificates of everybody whose pair was completed, and letters of service of mentors: one by one, or all in a ZIP. */
export const PapersPage = ({ cycle, holders }: { cycle: GuardedCycle; holders: readonly Holder[] }) => (
  <div className="stack-l">
    <header className="stack-s">
      <h1>Certificates and letters of service</h1>
      <p className="soft reading">
        For everybody whose pair was completed, in the language they applied in. They find their own on the page of
        their pair. Where our typeface lacks a letter of a name, the paper is a page to print instead of a PDF.
      </p>
    </header>
    <ClosingTabs code={cycle.code} at="papers" />
    {holders.length === 0 ? (
      <p>There are none yet: pairs are completed when the program ends.</p>
    ) : (
      <>
        <p>
          <a className="button" href={paths.closingPapersFile(cycle.code, 'all.zip')}>
            Download all as a ZIP
          </a>
        </p>
        <div className="table-wrap">
          <table className="table cards">
            <caption className="hidden-visually">Certificates and letters</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Role</th>
                <th scope="col">Time written down</th>
                <th scope="col">Number</th>
                <th scope="col">Papers</th>
              </tr>
            </thead>
            <tbody>
              {holders.map((holder) => (
                <Line key={holder.applicationId} cycle={cycle} holder={holder} />
              ))}
            </tbody>
          </table>
        </div>
      </>
    )}
  </div>
);
