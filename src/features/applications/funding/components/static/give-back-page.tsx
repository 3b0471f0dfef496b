import type { OwnRequest } from '@/features/funding/asking/queries';
import type { CycleView } from '@/features/programs/queries';
import { paths } from '@/lib/paths';
import { FormFrame } from '../../../components/static/form-frame';

/** Asks once before a request is taken back: what was written about oneself is deleted with it. */
export function GiveBackPage({ cycle, request }: { cycle: CycleView; request: OwnRequest }) {
  const title = request.state === 'awarded' ? 'Give the membership back?' : 'Take your request back?';
  return (
    <FormFrame cycle={cycle} title={title}>
      <div className="form-column stack-l">
        <div className="stack">
          <h1>{title}</h1>
          <p>
            Your application for mentoring stays as it is. What you wrote about yourself is deleted. You can ask again
            only while requests are open. Nobody will hold it against you.
          </p>
        </div>
        <form method="post">
          <div className="actions">
            <button className="button danger" type="submit">
              {request.state === 'awarded' ? 'Give the membership back' : 'Take my request back'}
            </button>
            <a href={paths.statusFunding(cycle.code)}>Keep it</a>
          </div>
        </form>
      </div>
    </FormFrame>
  );
}
