import { formatInstant } from '@/domain/dates';
import type { RunState } from '@/domain/plan';
import { paths } from '@/lib/paths';
import type { RunRow } from '../queries';

const ENDINGS: Record<RunState, string> = {
  queued: 'waits for the worker',
  running: 'is under way',
  done: 'made',
  failed: 'ended without a plan.',
  cancelled: 'was cancelled. Nothing was saved.',
};

/** Only a bound is kept of how long a run took. */
const span = (milliseconds: number) => {
  const seconds = milliseconds / 1000;
  return seconds < 60 ? `${seconds} seconds` : seconds === 60 ? 'a minute' : `${seconds / 60} minutes`;
};

type Props = { code: string; runs: readonly RunRow[]; timeZone: string };

/** What was run, by whom, and how it ended. */
export const RunHistory = ({ code, runs, timeZone }: Props) => (
  <section className="stack-s" aria-labelledby="runs-head">
    <h2 id="runs-head">Runs</h2>
    <ol className="history">
      {runs.map(({ id, state, requester, queuedAt, planNumber, durationMs, problem }) => (
        <li key={id}>
          <span className="small soft">{formatInstant(queuedAt, timeZone)}</span>
          <br />
          {requester}’s run {ENDINGS[state]}{' '}
          {planNumber ? (
            <>
              <a href={paths.plan(code, planNumber)}>plan {planNumber}</a>
              {durationMs ? ` in less than ${span(durationMs)}.` : '.'}
            </>
          ) : null}
          {problem}
        </li>
      ))}
    </ol>
  </section>
);
