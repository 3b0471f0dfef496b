import type { GuardedCycle } from '@/auth/guard';
import { paths } from '@/lib/paths';
import { ActionForm } from '@/ui/staff/action-form';
import { Notice } from '@/ui/static/notice';
import { Reference } from '@/ui/static/shapes';
import { keepProposalAction } from '../actions';
import { signOf, type Proposal, type Reading } from '../queries';
import { LoadTable } from './load-table';

type Props = { cycle: GuardedCycle; reading: Reading; proposal: Proposal; who: readonly string[]; anew: boolean };

/** Who would be asked to read what, before anything is kept. */
export function AssignPage({ cycle, reading, proposal, who, anew }: Props) {
  const { loads } = proposal;
  const [fresh, gone] = changesOf(proposal);
  const nothing = fresh + gone === 0;
  return (
    <div className="stack-l">
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.coverage(cycle.code)}>Coverage</a>
        </p>
        <h1>Assign evenly</h1>
        <p className="soft reading">
          Every application gets {reading.wantedCount} {reading.wantedCount === 1 ? 'reader' : 'readers'}; reviews that
          are there count. Nobody is asked to read what they must not judge, and nobody gets much more than others: the
          same solver that finds matches proves that the most anybody has could not be lower in any round.
        </p>
      </header>
      <WhoForm code={cycle.code} loads={loads} anew={anew} />
      <section className="stack" aria-labelledby="proposal">
        <h2 id="proposal">What this would do</h2>
        <LoadTable loads={loads} />
        <Short proposal={proposal} reading={reading} />
        {nothing ? (
          <p>Nobody more needs to be asked{who.length === 0 ? ': choose who reads' : ''}.</p>
        ) : (
          <>
            <p>
              {fresh} new {fresh === 1 ? 'assignment' : 'assignments'}
              {gone > 0 ? `, ${gone} taken back` : ''}. Nobody is written to.
            </p>
            <Known proposal={proposal} />
            <Pairs proposal={proposal} reading={reading} />
            <ActionForm
              action={keepProposalAction}
              fields={{
                cycle: cycle.code,
                cycleId: cycle.id,
                who: who.join(' '),
                anew: anew ? 'yes' : '',
                sign: signOf(proposal),
              }}
              label="Keep these assignments"
              tone="primary"
            />
          </>
        )}
      </section>
    </div>
  );
}

/** How many are new, and how many go: what is taken back and given to the same again is neither. */
function changesOf({ asked, dropped }: Proposal): [fresh: number, gone: number] {
  const key = ({ applicationId, reviewerId }: Proposal['asked'][number]) => `${applicationId} ${reviewerId}`;
  const [now, before] = [new Set(asked.map(key)), new Set(dropped.map(key))];
  return [asked.filter((one) => !before.has(key(one))).length, dropped.filter((one) => !now.has(key(one))).length];
}

const WhoForm = ({ code, loads, anew }: { code: string; loads: Proposal['loads']; anew: boolean }) => (
  <form method="get" action={paths.assign(code)} className="card stack" aria-label="Who reads">
    <input type="hidden" name="chosen" value="yes" />
    <fieldset>
      <legend className="legend">Who reads</legend>
      <div className="choices columns">
        {loads.map(({ id, name, reads, chosen }) => (
          <label className="choice" key={id}>
            <input type="checkbox" name="who" value={id} defaultChecked={chosen} />
            <span>
              {name}
              {reads ? '' : ' (leads the committee)'}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
    <label className="choice">
      <input type="checkbox" name="anew" value="yes" defaultChecked={anew} />
      <span>Start anew: take back what is assigned and not read yet</span>
    </label>
    <p>
      <button className="button" type="submit">
        Show what this would do
      </button>
    </p>
  </form>
);

function Short({ proposal, reading }: { proposal: Proposal; reading: Reading }) {
  const { short } = proposal;
  if (short.length === 0) return null;
  const byId = new Map(reading.applications.map((application) => [application.id, application]));
  return (
    <Notice
      tone="warning"
      heading={
        short.length === 1
          ? 'One application stays short of readers'
          : `${short.length} applications stay short of readers`
      }
    >
      <p>Too few of those chosen may read them. Choose more readers, or ask for fewer reviews.</p>
      <p>
        {short.slice(0, 12).map(({ applicationId }) => (
          <span key={applicationId}>
            <Reference>{byId.get(applicationId)?.reference ?? ''}</Reference>{' '}
          </span>
        ))}
        {short.length > 12 ? `and ${short.length - 12} more` : null}
      </p>
    </Notice>
  );
}

/** Whether anybody's knowledge was weighed, and what came of it. */
const Known = ({ proposal: { asked, fitting, told, loads } }: { proposal: Proposal }) => {
  const readers = loads.filter(({ chosen }) => chosen).length;
  if (told === 0)
    return <p className="soft">Nobody who reads has said yet what they know well, so load alone is weighed.</p>;
  return (
    <p>
      {told} of {readers} said what they know well: {fitting} of {asked.length} go to somebody who knows something of
      what the application is about.
    </p>
  );
};

function Pairs({ proposal: { asked, loads }, reading }: { proposal: Proposal; reading: Reading }) {
  const of = (id: string) => {
    const mine = new Set(asked.flatMap((one) => (one.reviewerId === id ? [one.applicationId] : [])));
    return reading.applications.filter((application) => mine.has(application.id));
  };
  const lists = loads.map(({ id, name }) => ({ id, name, applications: of(id) }));
  return (
    <details>
      <summary>Who would read what</summary>
      <dl className="summary-list">
        {lists
          .filter(({ applications }) => applications.length > 0)
          .map(({ id, name, applications }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>{applications.map((application) => `${application.name} ${application.reference}`).join(', ')}</dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
