import type { RunStage } from '@/domain/plan';
import { paths } from '@/lib/paths';
import { RefreshEvery } from '@/ui/staff/refresh';
import { cancelAction } from '../../actions';
import { counted } from '../../components/fits';
import { Press } from '../../components/press';
import type { RunRow } from '../queries';

const STAGES: Record<RunStage, string> = {
  reading: 'Reading the applications',
  scoring: 'Scoring every pair',
  who: 'Finding who is matched',
  'with-whom': 'Finding with whom',
  proving: 'Proving that no better plan exists',
  saving: 'Saving the plan',
};

const SILENT_MS = 20_000;
const MINUTE_MS = 60_000;
/** Millionths. */
const WORTH_SAYING = 100_000;
const TENTH_OF_A_PERCENT = 1000;

function timeLeft({ stepsDone, stepsTotal, startedAt }: RunRow, now: Date): string {
  if (!startedAt || stepsDone === 0 || stepsDone >= stepsTotal) return '';
  const left = ((now.getTime() - startedAt.getTime()) / stepsDone) * (stepsTotal - stepsDone);
  return left < MINUTE_MS
    ? ', less than a minute left'
    : `, about ${counted(Math.round(left / MINUTE_MS), 'minute', 'minutes')} left`;
}

/** Where a run stands, in a sentence. */
export function progressWords(run: RunRow, now: Date): string {
  const silent = now.getTime() - (run.heartbeatAt ?? run.queuedAt).getTime() > SILENT_MS;
  if (run.state === 'queued')
    return silent
      ? 'Still waiting for the worker. The run starts by itself as soon as the worker does.'
      : 'Waiting for the worker.';
  if (silent) return 'No sign of life for a while. If the worker stopped, the run starts again by itself.';
  const stage = run.stage ? STAGES[run.stage] : 'Working';
  const steps =
    run.stepsTotal > 0 ? `${stage}: ${run.stepsDone} of ${run.stepsTotal}${timeLeft(run, now)}.` : `${stage}.`;
  return steps + nearness(run);
}

/** What is proved already about the plan found so far; nothing while that is not worth saying. */
function nearness({ stage, bound }: RunRow): string {
  if (stage !== 'who' || bound === null || bound === 0 || bound > WORTH_SAYING) return '';
  const percent = bound < TENTH_OF_A_PERCENT ? 'less than 0.1' : (bound / 10_000).toFixed(1);
  return ` Already within ${percent} % of the best possible.`;
}

type Props = { code: string; run: RunRow; mayCancel: boolean; now: Date };

/** A run that waits or works: survives a reload, and can be cancelled. */
export const RunProgress = ({ code, run, mayCancel, now }: Props) => (
  <section className="run-box stack-s" aria-labelledby="run-head">
    <h2 id="run-head">The matching runs</h2>
    <p>{progressWords(run, now)}</p>
    {run.stepsTotal > 0 ? (
      <progress className="progress" aria-label="Progress" max={run.stepsTotal} value={run.stepsDone} />
    ) : null}
    <div className="row">
      {mayCancel ? (
        <Press action={cancelAction} fields={{ code, runId: run.id }} label="Cancel the run" kind="danger" />
      ) : null}
      <a href={paths.matching(code)}>Reload</a>
    </div>
    <RefreshEvery seconds={2} />
  </section>
);
