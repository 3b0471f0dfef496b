import type { GuardedCycle } from '@/auth/guard';
import { formatInstant } from '@/domain/dates';
import { MEMBERSHIPS } from '@/domain/eligibility';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';
import { Reference, RoleTag, Tag } from '@/ui/static/shapes';
import type { EligibilityDesk, MembershipRow } from '../queries';
import { RosterForm } from './roster-form';
import { RulesForm } from './rules-form';
import { WaiverForm } from './waiver-form';
import { Waivers } from './waivers';

const DONE: Record<string, string> = {
  rules: 'The rules are saved. The program page and the form say them from now on.',
  waived: 'This person may apply although the rule is not met.',
  late: 'The mail with the late link is on its way.',
  ended: 'The rule holds for this person again.',
};

type Props = { cycle: GuardedCycle; desk: EligibilityDesk; mayEdit: boolean; done: string };

/** Who can take part: the rules in words, the roster, people to look at, and rules that somebody is let off. */
export function EligibilityPage({ cycle, desk, mayEdit, done }: Props) {
  const place = { cycle: cycle.code, cycleId: cycle.id };
  const said = DONE[done];
  return (
    <div className="stack-xl">
      {said ? <Done>{said}</Done> : null}
      <header className="stack-s">
        <h1>Who can take part</h1>
        <p className="soft reading">
          A “must” stops the form with its words and says what can be done; a “should” informs and never blocks. Nobody
          is blocked because the roster does not know them.
        </p>
        <p>
          <a href={paths.twins(cycle.code)}>Has somebody applied from two addresses?</a>
        </p>
      </header>
      {mayEdit ? (
        <div className="grid gap-8 lg:grid-cols-2">
          <RulesForm {...place} of="mentor" rules={desk.eligibility.mentor} />
          <RulesForm {...place} of="mentee" rules={desk.eligibility.mentee} />
        </div>
      ) : null}
      <section className="stack" aria-labelledby="roster">
        <h2 id="roster">Roster of members</h2>
        <p>
          {desk.roster.importedAt
            ? `${desk.roster.count} members, last read on ${formatInstant(desk.roster.importedAt, cycle.timeZone)}.`
            : 'No roster yet.'}{' '}
          Of the applications for which membership is a must, {desk.counts.verified} are on it, for {desk.counts.lapsed}{' '}
          it has ended, and {desk.counts.unknown} are not on it.
        </p>
        {mayEdit ? <RosterForm action={paths.rosterImport(cycle.code)} /> : null}
        {desk.toLookAt.some(({ pending }) => pending) ? (
          <p className="reading">
            <strong>Membership pending funding</strong>: these people are no members and say that they will ask for a
            funded membership. Before the matching runs, read a roster they are on, or let them off the rule.
          </p>
        ) : null}
        {desk.roster.count > 0 || desk.toLookAt.some(({ pending }) => pending) ? (
          <ToLookAt code={cycle.code} rows={desk.toLookAt} />
        ) : null}
      </section>
      {mayEdit ? (
        <section className="stack" aria-labelledby="waivers">
          <h2 id="waivers">Let somebody off a rule</h2>
          <WaiverForm cycle={cycle.code} cycleId={cycle.id} />
          <Waivers cycle={cycle.code} cycleId={cycle.id} waivers={desk.waivers} />
        </section>
      ) : null}
    </div>
  );
}

function ToLookAt({ code, rows }: { code: string; rows: readonly MembershipRow[] }) {
  if (rows.length === 0) return <p className="soft">Nobody needs to be looked at.</p>;
  return (
    <div className="table-wrap">
      <table className="table">
        <caption className="text-left font-bold">To look at: {rows.length}</caption>
        <thead>
          <tr>
            <th scope="col">Applicant</th>
            <th scope="col">Role</th>
            <th scope="col">Roster</th>
            <th scope="col">The form</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, reference, name, email, role, membership, validUntil, said, pending }) => (
            <tr key={id}>
              <th scope="row">
                <a href={paths.application(code, id)}>{name}</a> <Reference>{reference}</Reference>
                <span className="small quiet block font-normal">{email}</span>
              </th>
              <td data-label="Role">
                <RoleTag shape={role === 'mentor' ? 'mentor' : 'mentee'} />
              </td>
              <td data-label="Roster">
                <Tag tone={membership === 'lapsed' ? 'bad' : 'wait'}>{MEMBERSHIPS[membership]}</Tag>
                {validUntil ? <span className="mono small"> {validUntil.toISOString().slice(0, 10)}</span> : null}
              </td>
              <td data-label="The form">{pending ? <Tag tone="match">Membership pending funding</Tag> : said}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
