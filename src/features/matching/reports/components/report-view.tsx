import type { ReactNode } from 'react';
import { paths } from '@/lib/paths';
import { RefreshEvery } from '@/ui/staff/refresh';
import { Notice } from '@/ui/static/notice';
import { Ask } from '../../inquiries/components/ask';
import type { Report } from '../queries';
import { BenchView } from './bench-view';
import { FairnessView } from './fairness-view';
import { SecondPlaces } from './second-places';
import { StabilityView } from './stability-view';
import { UnmatchedList, type ReportDesk } from './unmatched-list';
import { WeightsView } from './weights-view';
import { WhereToLook } from './where-to-look';

type Props = {
  report: Report;
  desk: ReportDesk;
  call: (findings: NonNullable<Report['study']>['whereToLook']) => string;
  tryWeights: ReactNode;
};

const SECTIONS = [
  ['unmatched', 'Unmatched'],
  ['places', 'Second places'],
  ['where', 'Where to look'],
  ['fairness', 'Fairness'],
  ['stability', 'Rather have each other'],
  ['bench', 'Bench'],
  ['weights', 'Weights'],
] as const;

/** What is to be known about a plan before it is approved. */
export const ReportView = ({ report, desk, call, tryWeights }: Props) => (
  <div className="stack-l">
    <div className="stack">
      <p className="crumbs">
        <a href={paths.matching(desk.code)}>Matching</a> ·{' '}
        <a href={paths.plan(desk.code, desk.number)}>Plan {desk.number}</a>
      </p>
      <h1>Plan {desk.number}, looked into</h1>
      <p className="small soft">Everything here is by fit alone. Confidential wishes take no part in it.</p>
      <nav className="row" aria-label="On this page">
        {SECTIONS.map(([id, text]) => (
          <a key={id} href={`#${id}`}>
            {text}
          </a>
        ))}
      </nav>
      <StudyState report={report} />
    </div>
    {report.study ? (
      <>
        <UnmatchedList unmatched={report.study.unmatched} demand={report.study.demand} desk={desk} />
        <SecondPlaces places={report.study.places} desk={desk} />
        <WhereToLook findings={report.study.whereToLook} call={call(report.study.whereToLook)} />
      </>
    ) : null}
    <FairnessView fairness={report.fairness} />
    <StabilityView unstable={report.unstable} />
    <BenchView bench={report.bench} />
    {report.study ? <WeightsView weights={report.study.weights} /> : null}
    {report.runId ? <CheckIt desk={desk} runId={report.runId} /> : null}
    {tryWeights}
  </div>
);

/** How anybody can check what the matcher says. */
const CheckIt = ({ desk, runId }: { desk: ReportDesk; runId: string }) => (
  <section className="stack-s" aria-labelledby="check">
    <h2 id="check">Check it yourself</h2>
    <p className="reading">
      The problem file holds every score and rule of the run without names; <code>npm run solve</code> solves it to the
      same bytes as the answer file, with the prices that prove it. Confidential wishes are in neither: with them the
      worker alone can repeat a run.
    </p>
    <div className="row">
      <a href={paths.runFile(desk.code, runId, 'problem.json')} download>
        Problem file
      </a>
      <a href={paths.runFile(desk.code, runId, 'answer.json')} download>
        Answer file
      </a>
      {desk.mayChange ? (
        <Ask
          place={{ code: desk.code, number: desk.number, planId: desk.planId }}
          question={{ kind: 'replay' }}
          label="Repeat the run"
          about="with everything it read"
        />
      ) : null}
    </div>
  </section>
);

function StudyState({ report: { studyState, studyProblem } }: { report: Report }) {
  if (studyState === 'queued')
    return (
      <>
        <output>The matcher still looks into this plan. More appears here when it is done.</output>
        <RefreshEvery seconds={2} />
      </>
    );
  if (studyState !== 'failed') return null;
  return (
    <Notice tone="warning" heading="The matcher could not look into this plan">
      <p>{studyProblem}</p>
    </Notice>
  );
}
