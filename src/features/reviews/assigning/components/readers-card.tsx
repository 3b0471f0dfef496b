import { paths } from '@/lib/paths';
import type { Reading } from '../queries';
import { TicksForm } from './ticks-form';

type Props = { code: string; cycleId: string; reading: Reading | null; applicationId: string };

/** Who has read one application and who is asked to: for chair and staff. */
export function ReadersCard({ code, cycleId, reading, applicationId }: Props) {
  const application = reading?.applications.find(({ id }) => id === applicationId);
  if (!reading?.open || !application) return null;
  const { personId, reviews, waiting, ended, done } = application;
  const choices = reading.members
    .filter(({ id, inForce, closed }) => (inForce && !closed.includes(personId)) || ended.includes(id))
    .filter(({ id }) => reviews.every(({ reviewerId }) => reviewerId !== id))
    .map(({ id, name }) => ({
      id,
      ticked: waiting.includes(id) || ended.includes(id),
      words: ended.includes(id) ? `${name} (term ended)` : name,
    }));
  return (
    <section className="card stack-s" aria-labelledby="readers">
      <h2 id="readers">Readers</h2>
      <p>
        {done.length} of {reading.wantedCount} reviews.{' '}
        {choices.length > 0 ? 'Tick who should read this:' : 'Everybody who may has read it.'}
      </p>
      {choices.length > 0 ? (
        <TicksForm
          key={choices.map(({ id, ticked }) => `${id}${ticked}`).join('')}
          fields={{ cycle: code, cycleId, of: 'application', id: applicationId }}
          legend="Who should read this"
          choices={choices}
          label="Save readers"
        />
      ) : null}
      <p className="small">
        <a href={paths.coverage(code)}>Coverage of all applications</a>
      </p>
    </section>
  );
}
