import { EmptyState } from '@/ui/static/notice';
import { Done } from '@/ui/staff/parts';
import { paths } from '@/lib/paths';
import { RunHistory } from '../../runs/components/run-history';
import { RunProgress } from '../../runs/components/run-progress';
import { RunStart } from '../../runs/components/run-start';
import type { PeopleCounts, RunRow } from '../../runs/queries';
import { Settings } from '../../weights/components/settings-form';
import type { MatchingSettings } from '../../weights/queries';
import type { PlanRow } from '../queries';
import { CompareForm, PlansTable } from './plans-table';

type Props = {
  cycle: { id: string; code: string; timeZone: string };
  people: PeopleCounts;
  plans: readonly PlanRow[];
  runs: readonly RunRow[];
  settings: MatchingSettings;
  mayChange: boolean;
  now: Date;
};

const FRESH_MS = 60_000;

/** What stands, the run that is under way, the plans, and what was run before. */
export function Overview({ cycle, people, plans, runs, settings, mayChange, now }: Props) {
  const { id: cycleId, code, timeZone } = cycle;
  const active = runs.find(({ state }) => state === 'queued' || state === 'running');
  return (
    <div className="stack-l">
      {active ? (
        <RunProgress code={code} run={active} mayCancel={mayChange} now={now} />
      ) : (
        <Ended code={code} run={runs[0]} now={now} />
      )}
      <div className="two">
        <div className="stack-l">
          {active ? null : (
            <RunStart code={code} cycleId={cycleId} people={people} mayRun={mayChange} first={plans.length === 0} />
          )}
          <section className="stack-s" aria-labelledby="plans-head">
            <h2 id="plans-head">Plans</h2>
            {plans.length === 0 ? (
              <EmptyState heading="No plan yet">
                <p>
                  A plan pairs every mentee it can with a mentor, says why, and proves that no better one exists under
                  your rules. Nobody is told before the announcement.
                </p>
              </EmptyState>
            ) : (
              <PlansTable
                code={code}
                plans={plans}
                mentees={people.mentees}
                wishes={settings.wishes}
                timeZone={timeZone}
              />
            )}
            <CompareForm code={code} plans={plans} />
          </section>
        </div>
        <div className="stack-l">
          <Settings code={code} cycleId={cycleId} settings={settings} mayChange={mayChange} />
          {runs.length > 0 ? <RunHistory code={code} runs={runs} timeZone={timeZone} /> : null}
        </div>
      </div>
    </div>
  );
}

/** How the last run ended, for as long as that is news. */
function Ended({ code, run, now }: { code: string; run: RunRow | undefined; now: Date }) {
  if (!run?.finishedAt || now.getTime() - run.finishedAt.getTime() > FRESH_MS) return null;
  if (run.state === 'failed')
    return (
      <p className="notice bad" role="alert">
        The matching ended without a plan. {run.problem}
      </p>
    );
  if (!run.planNumber) return null;
  return (
    <Done>
      Plan {run.planNumber} is ready. <a href={paths.plan(code, run.planNumber)}>Open it in the workbench</a>.
    </Done>
  );
}
