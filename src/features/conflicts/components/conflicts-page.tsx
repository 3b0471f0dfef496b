import type { GuardedCycle } from '@/auth/guard';
import { formatInstant } from '@/domain/dates';
import { ActionForm } from '@/ui/staff/action-form';
import { Done } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import { Reference, Tag } from '@/ui/static/shapes';
import { settleConflictAction } from '../actions';
import type { ConflictDesk } from '../queries';
import { AboutMeForm } from './about-me-form';
import { SettleReason } from './settle-reason';

const DONE: Record<string, string> = { settled: 'Settled.', about: 'Saved. Conflicts are looked for from it.' };

type Props = {
  cycle: GuardedCycle;
  /** For those who settle; null for other members. */
  desk: ConflictDesk | null;
  me: { employer: string; conflictNames: string[] };
  done: string;
};

/** What I say of myself, and for chair and staff the conflicts that were found and that stand. */
export function ConflictsPage({ cycle, desk, me, done }: Props) {
  const said = DONE[done];
  return (
    <div className="stack-xl">
      {said ? <Done>{said}</Done> : null}
      <header className="stack-s">
        <h1>Conflicts of interest</h1>
        <p className="soft reading">
          Who must not judge somebody sees nothing of them: no name, no count, no pair, no history. Who knows the others
          may still guess by elimination who is missing.
        </p>
      </header>
      {desk ? <Found cycle={cycle} found={desk.found} /> : null}
      {desk && desk.standing.length > 0 ? <Standing cycle={cycle} standing={desk.standing} /> : null}
      <section className="stack-s" aria-labelledby="me">
        <h2 id="me">About me</h2>
        <p className="soft reading">
          If you come upon somebody whom you must not judge, say so on their application: it holds at once.
        </p>
        <AboutMeForm cycle={cycle.code} employer={me.employer} names={me.conflictNames.join('\n')} />
      </section>
    </div>
  );
}

type Row = { userId: string; personId: string; member: string; name: string; reference: string };

const Who = ({ row }: { row: Row }) => (
  <p>
    <strong>{row.member}</strong> and <strong>{row.name}</strong> <Reference>{row.reference}</Reference>
  </p>
);

const fieldsOf = (cycle: GuardedCycle, { userId, personId }: Row, state: 'in_force' | 'none') => ({
  cycle: cycle.code,
  cycleId: cycle.id,
  userId,
  personId,
  state,
});

const Found = ({ cycle, found }: { cycle: GuardedCycle; found: ConflictDesk['found'] }) => (
  <section className="stack-s" aria-labelledby="found">
    <h2 id="found">Found, not settled</h2>
    {found.length === 0 ? (
      <EmptyState heading="Nothing to settle">
        <p>Employers, mail domains and names that members gave are compared whenever this page is opened.</p>
      </EmptyState>
    ) : (
      <ul className="plain stack">
        {found.map((row) => (
          <li key={`${row.userId} ${row.personId}`} className="card stack-s">
            <Who row={row} />
            <p>
              <Tag tone="wait">{row.why}</Tag>
            </p>
            <div className="row">
              <ActionForm
                action={settleConflictAction}
                fields={{ ...fieldsOf(cycle, row, 'in_force'), reason: row.why }}
                label="Close it to them"
                about={`${row.name} to ${row.member}`}
              />
              <ActionForm
                action={settleConflictAction}
                fields={{ ...fieldsOf(cycle, row, 'none'), reason: `Looked at: ${row.why}` }}
                label="No conflict"
                about={`between ${row.member} and ${row.name}`}
                tone="quiet"
              />
            </div>
          </li>
        ))}
      </ul>
    )}
  </section>
);

const Standing = ({ cycle, standing }: { cycle: GuardedCycle; standing: ConflictDesk['standing'] }) => (
  <section className="stack-s" aria-labelledby="standing">
    <h2 id="standing">Settled</h2>
    <ul className="plain stack">
      {standing.map((row) => (
        <li key={`${row.userId} ${row.personId}`} className="card stack-s">
          <Who row={row} />
          <p>
            <Tag tone={row.state === 'in_force' ? 'bad' : 'plain'}>
              {row.state === 'in_force' ? 'Closed to them' : 'No conflict'}
            </Tag>{' '}
            {row.source === 'declared' ? 'Declared' : 'Settled'} {formatInstant(row.settledAt, cycle.timeZone)}: “
            {row.reason}”
          </p>
          <details>
            <summary>Change this</summary>
            <ActionForm
              action={settleConflictAction}
              fields={fieldsOf(cycle, row, row.state === 'in_force' ? 'none' : 'in_force')}
              label={row.state === 'in_force' ? 'Open it to them again' : 'Close it to them'}
              about={`${row.name} to ${row.member}`}
            >
              <SettleReason id={`${row.userId}-${row.personId}`} />
            </ActionForm>
          </details>
        </li>
      ))}
    </ul>
  </section>
);
