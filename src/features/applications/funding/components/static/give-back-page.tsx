import type { OwnRequest } from '@/features/funding/asking/queries';
import type { CycleView } from '@/features/programs/queries';
import { paths } from '@/lib/paths';
import { say } from '@/lib/words/say';
import { FormFrame } from '../../../components/static/form-frame';

/** Asks once before a request is taken back: what was written about oneself is deleted with it. */
export function GiveBackPage({ cycle, request }: { cycle: CycleView; request: OwnRequest }) {
  const { state } = request;
  const title = say('funding.giveBackTitle', { state });
  return (
    <FormFrame cycle={cycle} title={title}>
      <div className="form-column stack-l">
        <div className="stack">
          <h1>{title}</h1>
          <p>{say('funding.giveBackWhat')}</p>
        </div>
        <form method="post">
          <div className="actions">
            <button className="button danger" type="submit">
              {say('funding.giveBack', { state })}
            </button>
            <a href={paths.statusFunding(cycle.code)}>{say('funding.keepIt')}</a>
          </div>
        </form>
      </div>
    </FormFrame>
  );
}
