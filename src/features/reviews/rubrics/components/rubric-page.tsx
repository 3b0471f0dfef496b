import type { GuardedCycle } from '@/auth/guard';
import { formatInstant } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Done } from '@/ui/staff/parts';
import { Notice } from '@/ui/static/notice';
import { VerdictField } from '../../components/verdict-field';
import type { RubricDesk } from '../queries';
import { typedOf } from '../schema';
import { RubricForm } from './rubric-form';
import { RubricPreview } from './rubric-preview';
import { SettingsForm } from './settings-form';

const SAVED: Record<string, string> = {
  criteria: 'Saved as a new version. Reviewers see it from now on.',
  settings: 'Saved. It holds from now on.',
};

type Props = { cycle: GuardedCycle; desk: RubricDesk; saved: string };

const reviewsIn = (count: number) => (count === 1 ? '1 review' : `${count} reviews`);

/** How a cycle is reviewed: the style, the criteria, and what a change does to reviews that there are. */
export function RubricPage({ cycle, desk, saved }: Props) {
  const said = SAVED[saved];
  return (
    <div className="stack-xl">
      {said ? <Done>{said}</Done> : null}
      <header className="stack-s">
        <p className="crumbs">
          <a href={paths.inbox(cycle.code)}>Applications</a>
        </p>
        <h1>How we review</h1>
        <p className="soft reading">
          For all applications of {cycle.name}. Chair and staff set it; a change holds at once.
        </p>
      </header>
      {desk.open ? null : (
        <Notice tone="info" heading="No longer changed">
          <p>The outcomes of this cycle have been released, so that this stays as it is.</p>
        </Notice>
      )}
      {desk.open ? (
        <SettingsForm
          key={desk.version}
          fields={{ cycle: cycle.code, cycleId: cycle.id, version: desk.version }}
          style={desk.style}
          wanted={desk.wanted}
          blind={desk.blind}
        />
      ) : null}
      {desk.style === 'light' ? <LightForm ratedBefore={desk.rated} /> : null}
      <section className="stack" aria-labelledby="criteria">
        <h2 id="criteria">{desk.style === 'light' ? 'Criteria, if you use the rubric' : 'Criteria'}</h2>
        {desk.open ? <Effect desk={desk} /> : <RubricPreview rubric={desk.rubric} saved />}
        {desk.open ? (
          <RubricForm
            key={desk.number}
            code={cycle.code}
            cycleId={cycle.id}
            base={desk.number}
            current={typedOf(desk.rubric)}
          />
        ) : null}
      </section>
      <Versions desk={desk} timeZone={cycle.timeZone} />
    </div>
  );
}

const LightForm = ({ ratedBefore }: { ratedBefore: number }) => (
  <section className="stack" aria-labelledby="light">
    <h2 id="light">What reviewers see now</h2>
    {ratedBefore > 0 ? (
      <p className="reading">
        {reviewsIn(ratedBefore)} with ratings {ratedBefore === 1 ? 'was' : 'were'} given before: they keep their words
        and their mean.
      </p>
    ) : null}
    <div className="card reading">
      <VerdictField chosen={undefined} within="preview-" />
      <p className="small soft mt-3">With a note, and words for the applicant if there are any.</p>
    </div>
  </section>
);

/** Said before anything is saved: what becomes of reviews that there are. */
const Effect = ({ desk: { rated, light } }: { desk: RubricDesk }) => (
  <div className="reading stack-s">
    <p>
      A review’s mean is the mean of its ratings, each counted as often as its weight says; weight 0 is read and not
      counted. An optional criterion that was left open takes no part.
    </p>
    {rated > 0 ? (
      <p>
        <strong>
          {reviewsIn(rated)} {rated === 1 ? 'is' : 'are'} there.
        </strong>{' '}
        Saving makes a new version and changes none of them: each is shown in the words it was given to and counted with
        the weights of its version. Reviewers who open theirs again find what still reads the same, and rate what is
        new.
      </p>
    ) : null}
    {light > 0 ? (
      <p>{reviewsIn(light)} in one word, from the light review: they count as reviews and have no mean.</p>
    ) : null}
  </div>
);

const Versions = ({ desk, timeZone }: { desk: RubricDesk; timeZone: string }) =>
  desk.versions.length < 2 ? null : (
    <section className="stack-s" aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <ul className="plain tasks">
        {desk.versions.map(({ number, savedAt, who, reviews }) => (
          <li key={number}>
            <span>
              <strong>{number === 0 ? 'What every cycle begins with' : `Version ${number}`}</strong>
              {number === desk.number ? ', in use' : null}
              {savedAt ? (
                <span className="small soft block">{`${who}, ${formatInstant(savedAt, timeZone)}`}</span>
              ) : null}
            </span>
            <span>{reviewsIn(reviews)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
