import { askAction } from '../../actions';
import { Press } from '../../components/press';
import { WeightFields } from '../../weights/components/weight-fields';
import type { MatchingSettings } from '../../weights/queries';
import type { ReportDesk } from './unmatched-list';

/** Other weights, tried before they are kept. */
export const TryWeights = ({ desk, settings }: { desk: ReportDesk; settings: MatchingSettings }) => (
  <section className="card stack-s" aria-labelledby="try">
    <h2 id="try">Try other weights</h2>
    <p className="small soft">Shows who would change. Nothing is saved before you keep it.</p>
    <Press
      action={askAction}
      fields={{ code: desk.code, number: desk.number, planId: desk.planId, kind: 'weights' }}
      label="Show the difference"
    >
      <WeightFields settings={settings} />
    </Press>
  </section>
);
