import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { formatDay, formatInstant } from '@/domain/dates';
import { readingsInWords } from '@/domain/readings';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';
import { EmptyState, Notice } from '@/ui/static/notice';
import { getConfidentiality, listBrokenGlass, type Confidentiality } from '../queries';
import { BreakGlassSection } from './break-glass-section';

type Props = { user: UserActor; cycle: GuardedCycle; now: Date; breakGlass: boolean; said: string };

function Deletion({ found, cycle }: { found: Confidentiality; cycle: GuardedCycle }) {
  const { purge, identityDeleteOn } = found;
  if (purge?.keyDestroyedAt)
    return (
      <Notice tone="good" heading="Deleted, and the key destroyed">
        <p>
          On {formatDay(purge.keyDestroyedAt, cycle.timeZone)}, as promised for{' '}
          {formatDay(identityDeleteOn, cycle.timeZone)}.
        </p>
        <p>
          <a className="button primary" href={paths.certificate(cycle.code)}>
            Read the certificate
          </a>
        </p>
      </Notice>
    );
  return (
    <Notice heading={`Deleted on ${formatDay(identityDeleteOn, cycle.timeZone)}`}>
      <p>
        Then the totals of those who agreed to be counted are frozen, the sealed records deleted and their key
        destroyed. The day is printed beside the questions. A matching after that is made without confidential wishes.
      </p>
    </Notice>
  );
}

function Log({ found: { readings, check }, cycle }: { found: Confidentiality; cycle: GuardedCycle }) {
  const lines = readingsInWords(readings, cycle.timeZone);
  return (
    <section className="stack-s">
      <h2>Who has read them</h2>
      {lines.length > 0 ? (
        <ul className="bullets">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p>Nobody and nothing so far.</p>
      )}
      <p className="small soft">
        Of the whole cycle; a single record, opened for its own person or in an emergency, is in that person’s list.
      </p>
      {check ? (
        <p className={check.whole ? 'small soft' : ''}>
          {check.whole
            ? `The log was checked on ${formatInstant(check.at, cycle.timeZone)}: every line follows from the one before it.`
            : `The log was checked on ${formatInstant(check.at, cycle.timeZone)} and is broken. Tell whoever operates the server at once.`}
        </p>
      ) : (
        <p className="small soft">The log’s chain is checked every night.</p>
      )}
    </section>
  );
}

/** What is done with a cycle's confidential answers; never what they are, nor who gave any. */
export async function ConfidentialityPage({ user, cycle, now, breakGlass, said }: Props) {
  const found = await getConfidentiality(cycle.id);
  if (!found.hasIdentity)
    return (
      <EmptyState heading="This cycle asks nothing confidential">
        <p>Its form has no confidential page, so there is nothing to read or to delete.</p>
      </EmptyState>
    );
  return (
    <div className="stack-l reading">
      {said ? <Done>{said}</Done> : null}
      <header className="stack-s">
        <h1>Confidentiality</h1>
        <p className="soft">
          What applicants gave on the confidential page is sealed for the matching service. Nobody here can read it.
        </p>
      </header>
      <Deletion found={found} cycle={cycle} />
      <Log found={found} cycle={cycle} />
      {breakGlass && found.keyId ? (
        <BreakGlassSection user={user} cycle={cycle} now={now} requests={await listBrokenGlass(cycle.id, user)} />
      ) : null}
    </div>
  );
}
