import type { GuardedCycle } from '@/auth/guard';
import { paths } from '@/lib/paths';
import { Done, FilterSelect } from '@/ui/staff/parts';
import { EmptyState } from '@/ui/static/notice';
import { Reference } from '@/ui/static/shapes';
import type { Reading } from '../queries';
import { TicksForm } from './ticks-form';

type Props = { cycle: GuardedCycle; reading: Reading; reviewerId: string; saved: boolean };

/** By hand: one reviewer, and ticks for what they are asked to read. */
export function ListPage({ cycle, reading, reviewerId, saved }: Props) {
  const members = reading.members.filter(({ inForce }) => inForce);
  const chosen = members.find(({ id }) => id === reviewerId);
  return (
    <div className="stack-l">
      {saved ? <Done>Saved. Nobody was written to.</Done> : null}
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.coverage(cycle.code)}>Coverage</a>
        </p>
        <h1>Assign by hand</h1>
      </header>
      <form className="filters" method="get" action={paths.assignList(cycle.code)} aria-label="Choose a reviewer">
        <FilterSelect
          name="reviewer"
          label="Reviewer"
          value={reviewerId}
          options={[
            { value: '', label: 'Choose a reviewer' },
            ...members.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <button className="button" type="submit">
          Show
        </button>
      </form>
      {chosen ? <Chosen cycle={cycle} reading={reading} member={chosen} /> : null}
    </div>
  );
}

function Chosen({
  cycle,
  reading,
  member: { id, name, closed },
}: {
  cycle: GuardedCycle;
  reading: Reading;
  member: Reading['members'][number];
}) {
  const { applications, wantedCount } = reading;
  const open = applications.filter(
    ({ personId, reviews }) => !closed.includes(personId) && reviews.every(({ reviewerId }) => reviewerId !== id),
  );
  const read = applications.filter(({ reviews }) => reviews.some(({ reviewerId }) => reviewerId === id)).length;
  if (open.length === 0)
    return (
      <EmptyState heading={`Nothing is left for ${name}`}>
        <p>They have reviewed everything that they may judge.</p>
      </EmptyState>
    );
  const choices = open.map((application) => ({
    id: application.id,
    ticked: application.waiting.includes(id),
    words: (
      <>
        <strong>{application.name}</strong> <Reference>{application.reference}</Reference>
        <span className="small soft block">
          {application.role}, {application.done.length} of {wantedCount} reviews, {application.waiting.length} asked
        </span>
      </>
    ),
  }));
  return (
    <section className="stack" aria-labelledby="chosen">
      <h2 id="chosen">What {name} is asked to read</h2>
      <p className="soft reading">
        Not in this list: what they have reviewed ({read}), and people whom they must not judge.
      </p>
      <TicksForm
        key={choices.map(({ ticked }) => (ticked ? 1 : 0)).join('')}
        fields={{ cycle: cycle.code, cycleId: cycle.id, of: 'reviewer', id }}
        legend={`Applications that ${name} is asked to read`}
        choices={choices}
        columns
        label="Save the ticked ones"
      />
    </section>
  );
}
