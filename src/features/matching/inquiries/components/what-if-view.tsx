import { FACTORS } from '@/domain/matching/factors';
import { paths } from '@/lib/paths';
import { Notice } from '@/ui/static/notice';
import { RefreshEvery } from '@/ui/staff/refresh';
import { ChangesTable, leastFit } from '../../components/difference';
import { counted, countChange, points, pointsChange } from '../../components/fits';
import type { VisibleDifference, WhatIfView as Found } from '../queries';
import { Keep, type KeepDesk } from './keep';
import { RepairFound } from './repair-found';

/** The question, as one would say it. */
export function questionWords({ question, nameOf, plan }: Pick<Found, 'question' | 'nameOf' | 'plan'>): string {
  switch (question.kind) {
    case 'lock':
      return `What if ${nameOf(question.menteeId)} must have ${nameOf(question.mentorId)}?`;
    case 'veto':
      return `What if ${nameOf(question.menteeId)} may not have ${nameOf(question.mentorId)}?`;
    case 'swap': {
      const [a, b] = question.pairs.map(([menteeId]) => nameOf(menteeId));
      return `What if ${a} and ${b} change mentors?`;
    }
    case 'withdraw':
      return `What if ${nameOf(question.applicationId)} withdrew?`;
    case 'place':
      return `What if ${nameOf(question.mentorId)} took one more mentee?`;
    case 'weights':
      return 'What if other weights were used?';
    case 'study':
      return 'What do the prices say?';
    case 'repair':
      return `Plan ${plan.number}, repaired`;
    case 'replay':
      return `Does its run give plan ${plan.number} again?`;
  }
}

type Props = { found: Found; desk: KeepDesk };

/** What would be, beside what is best now; then Keep, or back. */
export function WhatIfView({ found, desk }: Props) {
  const { state, problem, difference, plan, question } = found;
  return (
    <div className="stack-l">
      <div className="stack">
        <p className="crumbs">
          <a href={paths.matching(desk.code)}>Matching</a> ·{' '}
          <a href={paths.plan(desk.code, plan.number)}>Plan {plan.number}</a>
        </p>
        <h1>{questionWords(found)}</h1>
        {question.kind === 'weights' ? <WeightsAsked question={question} /> : null}
        {difference ? <p>{findingOf(difference)}</p> : null}
        {found.replay ? <p>{replayWords(found.replay)}</p> : null}
        {state === 'queued' ? <Waiting /> : null}
        {state === 'failed' ? (
          <Notice tone="warning" heading="It cannot be">
            <p>{problem}</p>
          </Notice>
        ) : null}
      </div>
      {difference?.figures ? <Figures figures={difference.figures} /> : null}
      {difference ? <ChangesTable changed={difference.changed} before="Best now" after="Best then" /> : null}
      {found.repair ? <RepairFound repair={found.repair} /> : null}
      {difference || found.repair?.possible ? <Keep found={found} desk={desk} /> : null}
      <p className="small soft">
        Both columns are the best plans by fit alone. Confidential wishes take no part in what is shown here, so a plan
        may differ from “best now”.
      </p>
    </div>
  );
}

const replayWords = ({ same, pairs }: NonNullable<Found['replay']>): string =>
  same
    ? `Yes: the worker solved it again with everything it read then, sealed answers too, and got the same ${counted(pairs, 'pair', 'pairs')}.`
    : 'It cannot be said: something that the run read has changed since.';

const Waiting = () => (
  <>
    <output>The matcher is working on it.</output>
    <RefreshEvery seconds={1} />
  </>
);

const WeightsAsked = ({ question }: { question: Extract<Found['question'], { kind: 'weights' }> }) => (
  <ul className="points plain">
    {FACTORS.map(({ key, label }) => (
      <li key={key}>
        {label} <b>{question.weights[key] === 0 ? 'off' : question.weights[key]}</b>
      </li>
    ))}
    <li>
      Minimum score <b>{points(question.minimumScore)}</b>
    </li>
  </ul>
);

function findingOf({ changed, same, matchedChange, fitChange }: VisibleDifference): string {
  if (changed.length === 0) return 'Nothing would change: the same pairs are best.';
  const matched =
    matchedChange === 0
      ? 'as many are matched'
      : matchedChange > 0
        ? `${counted(matchedChange, 'mentee more is', 'mentees more are')} matched`
        : `${counted(-matchedChange, 'mentee fewer is', 'mentees fewer are')} matched`;
  return `${counted(changed.length, 'mentee changes', 'mentees change')}, ${counted(same, 'pair stays', 'pairs stay')}; ${matched}, and the total fit changes by ${pointsChange(fitChange)} points.`;
}

const Figures = ({ figures: { before, after } }: { figures: NonNullable<VisibleDifference['figures']> }) => (
  <div className="table-wrap">
    <table className="table cards">
      <caption>The two plans</caption>
      <thead>
        <tr>
          <th scope="col">Figure</th>
          <th scope="col" className="number">
            Best now
          </th>
          <th scope="col" className="number">
            Best then
          </th>
          <th scope="col" className="number">
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        <Row
          name="Mentees matched"
          cells={[String(before.matched), String(after.matched), countChange(after.matched - before.matched)]}
        />
        <Row
          name="Total fit"
          cells={[points(before.totalFit), points(after.totalFit), pointsChange(after.totalFit - before.totalFit)]}
        />
        <Row
          name="Weakest match"
          cells={[
            leastFit(before),
            leastFit(after),
            before.minimumFit === null || after.minimumFit === null
              ? '–'
              : pointsChange(after.minimumFit - before.minimumFit),
          ]}
        />
      </tbody>
    </table>
  </div>
);

const Row = ({ name, cells: [now, then, change] }: { name: string; cells: readonly [string, string, string] }) => (
  <tr>
    <th scope="row">{name}</th>
    <td className="number" data-label="Best now">
      {now}
    </td>
    <td className="number" data-label="Best then">
      {then}
    </td>
    <td className="number" data-label="Change">
      {change}
    </td>
  </tr>
);
