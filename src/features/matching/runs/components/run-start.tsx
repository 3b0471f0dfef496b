import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import { runAction } from '../../actions';
import { counted } from '../../components/fits';
import { Press, Unpressable } from '../../components/press';
import type { PeopleCounts } from '../queries';

type Props = { code: string; cycleId: string; people: PeopleCounts; mayRun: boolean; first: boolean };

/** Who is there to be matched, and the button. */
export const RunStart = ({ code, cycleId, people, mayRun, first }: Props) => (
  <section className="card stack" aria-labelledby="stands-head">
    <h2 id="stands-head">Who is matched</h2>
    <dl className="figures">
      <div>
        <dt>Accepted mentors</dt>
        <dd>
          {people.mentors} <span className="unit">with {counted(people.places, 'place', 'places')}</span>
        </dd>
      </div>
      <div>
        <dt>Accepted mentees</dt>
        <dd>
          {people.mentees} <span className="unit">{scarcity(people)}</span>
        </dd>
      </div>
    </dl>
    {people.undecided > 0 ? <Undecided code={code} people={people} /> : null}
    {mayRun ? (
      <RunForm code={code} cycleId={cycleId} people={people} first={first} />
    ) : (
      <p>The chair runs the matching.</p>
    )}
  </section>
);

const scarcity = ({ mentees, places }: PeopleCounts) =>
  mentees > places
    ? `${mentees - places} more than places`
    : mentees === places
      ? 'as many as places'
      : 'places for all';

const Undecided = ({ code, people: { undecided, onHold } }: { code: string; people: PeopleCounts }) => (
  <Notice tone="warning" heading={`${counted(undecided, 'application is', 'applications are')} left out`} level={3}>
    <p>
      They are not decided yet. <a href={paths.inbox(code, '?mine=all&state=submitted')}>Decide them first</a>, or run
      now and again later.
      {onHold > 0 ? ` ${counted(onHold, 'more is', 'more are')} on hold: waitlisted, never matched.` : ''}
    </p>
  </Notice>
);

function RunForm({ code, cycleId, people, first }: Omit<Props, 'mayRun'>) {
  const label = first ? 'Run the matching' : 'Run the matching again';
  if (people.mentors === 0 || people.mentees === 0)
    return <Unpressable label={label} why="It needs at least one accepted mentor and one accepted mentee." />;
  return (
    <Press action={runAction} fields={{ code, cycleId }} label={label} kind="primary">
      <div className="row">
        <label className="field m-0!">
          <span className="label small">First of all</span>
          <select className="select" name="objective" defaultValue="participation">
            <option value="participation">Match as many mentees as possible</option>
            <option value="quality">Only matches above the minimum score</option>
          </select>
        </label>
        <label className="field m-0!">
          <span className="label small">Then</span>
          <select className="select" name="fairness" defaultValue="balanced">
            <option value="balanced">Balanced: lift the weaker matches</option>
            <option value="none">Highest total fit</option>
            <option value="maximin">The weakest match as good as it can be</option>
            <option value="leximin">Then the second weakest, and so on</option>
          </select>
        </label>
      </div>
    </Press>
  );
}
