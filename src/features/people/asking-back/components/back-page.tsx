import type { GuardedCycle } from '@/auth/guard';
import { BACK_GROUPS, BACK_STANDINGS, type BackGroup } from '@/domain/asking-back';
import { closingFor, isOpenFor } from '@/domain/cycle';
import { formatDay } from '@/domain/dates';
import { Done } from '@/ui/staff/parts';
import { Tag } from '@/ui/static/shapes';
import type { FormerMember } from '../queries';
import { BackForm } from './back-form';

type Props = { cycle: GuardedCycle; former: readonly FormerMember[]; asked: string; now: Date };

const countOf = (former: readonly FormerMember[], group: BackGroup) =>
  former.filter((one) => one.group === group && one.standing === 'ask').length;

/** People of earlier cycles who could mentor in this one: a mentee of last year often is the best mentor of this one. */
export const BackPage = ({ cycle, former, asked, now }: Props) => (
  <div className="stack-l">
    {asked ? <Done>{asked === '1' ? 'One mail is' : `${asked} mails are`} on the way.</Done> : null}
    <header className="stack-s">
      <h1>Ask people back</h1>
      <p className="soft reading">
        Whoever took part in an earlier cycle to its end knows what it is like. Each is asked at most once in a cycle,
        in their language, with a link that ends such mails.
      </p>
    </header>
    <Asking cycle={cycle} former={former} now={now} />
    {former.length === 0 ? (
      <p>Nobody has taken part in an earlier cycle of {cycle.program.name} to its end yet.</p>
    ) : (
      (['mentee', 'mentor'] as const).map((group) => <Group key={group} group={group} former={former} />)
    )}
  </div>
);

function Asking({ cycle, former, now }: Omit<Props, 'asked'>) {
  const [mentees, mentors] = [countOf(former, 'mentee'), countOf(former, 'mentor')];
  if (mentees + mentors === 0) return null;
  const day = (at: Date) => formatDay(at, cycle.timeZone);
  if (now < cycle.opensAt)
    return <p className="reading">People can be asked once applications open, on {day(cycle.opensAt)}.</p>;
  if (!isOpenFor(cycle, 'mentor', now))
    return (
      <p className="reading">
        Mentors could apply until {day(closingFor(cycle, 'mentor'))}, so nobody is asked in this cycle any more.
      </p>
    );
  const place = { cycle: cycle.code, cycleId: cycle.id, count: mentees + mentors };
  return (
    <section className="card stack-s" aria-labelledby="ask">
      <h2 id="ask">Who is asked</h2>
      <BackForm place={place} mentees={mentees} mentors={mentors} />
    </section>
  );
}

function Group({ group, former }: { group: BackGroup; former: readonly FormerMember[] }) {
  const rows = former.filter((one) => one.group === group);
  if (rows.length === 0) return null;
  return (
    <section className="stack-s" aria-labelledby={`${group}-head`}>
      <h2 id={`${group}-head`}>{BACK_GROUPS[group]}</h2>
      <div className="table-wrap">
        <table className="table cards">
          <caption className="hidden-visually">{BACK_GROUPS[group]}</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Last took part</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ personId, name, cycleName, standing }) => (
              <tr key={personId}>
                <th scope="row">{name}</th>
                <td data-label="Last took part">{cycleName}</td>
                <td data-label="Now">
                  <Tag tone={standing === 'ask' ? 'good' : standing === 'refused' ? 'wait' : 'plain'}>
                    {BACK_STANDINGS[standing]}
                  </Tag>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
