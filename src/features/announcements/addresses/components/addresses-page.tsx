import type { GuardedCycle } from '@/auth/guard';
import type { UserActor } from '@/domain/actor';
import { formatInstant } from '@/domain/dates';
import { may } from '@/domain/permissions';
import { causeOf, CAUSE_WORDS } from '@/domain/smtp-reply';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import { listSuppressed, type Suppressed } from '../queries';
import { CorrectForm, TryAgainForm } from './address-forms';

const SAVED: Partial<Record<string, string>> = {
  again: 'Mail goes to this address again. A letter that stayed is sent from the delivery log.',
  corrected: 'The address is corrected.',
};

type Props = { user: UserActor; cycle: GuardedCycle; now: Date; saved: string };

/** Addresses of a cycle to which nothing is sent, and what can be done about each. */
export async function AddressesPage({ user, cycle, now, saved }: Props) {
  const rows = await listSuppressed(cycle, user);
  const mayMend = may(user, 'delivery.mend', { programId: cycle.programId }, now);
  return (
    <div className="stack-l">
      {SAVED[saved] ? <Done>{SAVED[saved]}</Done> : null}
      <header className="stack-s reading">
        <p className="crumbs">
          <a href={paths.deliveries(cycle.code)}>Delivery log</a>
        </p>
        <h1>Bad addresses</h1>
        <p className="soft">
          Mail to these was refused or came back for good, so nothing more is sent to them but codes that somebody asks
          for. A release waits until each of its addresses is settled.
        </p>
      </header>
      {rows.length === 0 ? (
        <EmptyState heading="Every address takes mail">
          <p>An address appears here by itself when mail to it comes back.</p>
        </EmptyState>
      ) : (
        <div className="table-wrap">
          <table className="table cards">
            <caption className="hidden-visually">Addresses to which nothing is sent</caption>
            <thead>
              <tr>
                <th scope="col">Person</th>
                <th scope="col">What was said</th>
                {mayMend ? <th scope="col">What to do</th> : null}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} cycle={cycle} mayMend={mayMend} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Row({ row, cycle, mayMend }: { row: Suppressed; cycle: GuardedCycle; mayMend: boolean }) {
  const cause = causeOf(row.reply);
  return (
    <tr>
      <th scope="row">
        {row.person?.name || 'Somebody with a form that was not sent'}
        <br />
        <span className="small soft font-normal">{row.address}</span>
      </th>
      <td data-label="What was said">
        {row.reply}
        {cause ? <div className="small soft">{CAUSE_WORDS[cause]}</div> : null}
        <div className="small soft">Since {formatInstant(row.since, cycle.timeZone)}</div>
        {row.letters > 0 ? (
          <div className="small">{row.letters === 1 ? 'One letter' : `${row.letters} letters`} did not arrive.</div>
        ) : null}
      </td>
      {mayMend ? (
        <td data-label="What to do">
          <WhatToDo row={row} cycle={cycle} />
        </td>
      ) : null}
    </tr>
  );
}

function WhatToDo({ row: { id, version, person, letters, address }, cycle }: { row: Suppressed; cycle: GuardedCycle }) {
  const about = { code: cycle.code, cycleId: cycle.id, suppressionId: id, version };
  const who = <span className="hidden-visually"> {address}</span>;
  return (
    <div className="stack-s">
      {person && !person.signsIn ? (
        <details>
          <summary>Correct the address{who}</summary>
          <CorrectForm {...about} letters={letters} />
        </details>
      ) : null}
      {person?.signsIn ? (
        <p className="small">They sign in with this address: an administrator changes it under Roles.</p>
      ) : null}
      <details>
        <summary>Try it again{who}</summary>
        <TryAgainForm {...about} />
      </details>
    </div>
  );
}
