import type { GuardedCycle } from '@/auth/guard';
import { formatSlipDay } from '@/domain/dates';
import { paths } from '@/lib/paths';
import { Done, Tabs } from '@/ui/staff/parts';
import { Tag } from '@/ui/static/shapes';
import type { Carers } from '../../liaisons/queries';
import type { PairRow } from '../queries';
import { PAIR_SHOWS, type PairShow } from '../schema';
import { HEALTH_LABELS, HEALTH_TONES, SHOW_LABELS, timeIn } from './pair-labels';
import { hasEnded, Leaving, Unlooked } from './liaison-cards';

type Props = {
  cycle: GuardedCycle;
  pairs: readonly PairRow[];
  show: PairShow;
  /** A liaison's own pairs; else all, for the office and who leads the committee. */
  own: boolean;
  /** How many pairs just got a liaison; '' when none. */
  spread: string;
  /** Who can look after pairs; none on a liaison's own page. */
  carers: Carers;
  now: Date;
};

const isShown = (row: PairRow, show: PairShow) =>
  show === 'all' || (show === 'tasks' ? row.openTasks > 0 : row.health === show);

const INTRO = {
  all: 'Pairs that need somebody come first. Silent: for thirty days neither wrote in the log, answered a check-in or changed a goal. The log is optional, so silence is a reason to ask, never a fault.',
  own: 'The pairs you look after. Read their answers to check-ins, write to who is silent, and close a task with a note of what came of it.',
};

/** The pairs of a cycle: who is well, who is silent, what waits. */
export function PairsPage({ cycle, pairs, show, own, spread, carers, now }: Props) {
  const to = own ? paths.ownPairs : paths.pairsDesk;
  const shown = pairs.filter((row) => isShown(row, show));
  const tabs = PAIR_SHOWS.map((key) => ({
    href: to(cycle.code, key === 'all' ? '' : `?show=${key}`),
    text: SHOW_LABELS[key],
    count: pairs.filter((row) => isShown(row, key)).length,
    current: key === show,
  })).filter(({ count, current }) => count > 0 || current);
  return (
    <div className="stack-l">
      {spread ? <Done>{spread === '1' ? 'One pair has' : `${spread} pairs have`} a liaison now.</Done> : null}
      <header className="stack-s">
        <h1>{own ? 'My pairs' : 'Pairs'}</h1>
        <p className="soft reading">{own ? INTRO.own : INTRO.all}</p>
      </header>
      {pairs.length === 0 ? (
        <p>
          {own
            ? 'No pair is given to you in this cycle.'
            : 'There are no pairs yet: they begin when a match is confirmed.'}
        </p>
      ) : (
        <>
          <Tabs label="Which pairs" tabs={tabs} />
          <PairTable cycle={cycle} rows={shown} own={own} carers={carers} now={now} />
        </>
      )}
      {own ? null : <Unlooked cycle={cycle} pairs={pairs} carers={carers} />}
      {own ? null : <Leaving cycle={cycle} pairs={pairs} carers={carers} />}
    </div>
  );
}

type TableProps = { cycle: GuardedCycle; rows: readonly PairRow[]; own: boolean; carers: Carers; now: Date };

const PairTable = ({ cycle, rows, own, carers, now }: TableProps) => (
  <div className="table-wrap">
    <table className="table cards">
      <caption className="hidden-visually">Pairs</caption>
      <thead>
        <tr>
          <th scope="col">Pair</th>
          <th scope="col">Mentor</th>
          <th scope="col">Mentee</th>
          <th scope="col">State</th>
          <th scope="col">Tasks</th>
          <th scope="col">Last contact</th>
          <th scope="col">Time</th>
          <th scope="col">Goals</th>
          {own ? null : <th scope="col">Liaison</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PairLine key={row.id} cycle={cycle} row={row} own={own} carers={carers} now={now} />
        ))}
      </tbody>
    </table>
  </div>
);

type LineProps = Omit<TableProps, 'rows'> & { row: PairRow };

function PairLine({ cycle, row, own, carers, now }: LineProps) {
  const { health, openTasks, lastContactAt, minutes, goalsSet, goalsReached, liaison } = row;
  const href = own ? paths.ownPair(cycle.code, row.id) : paths.pairDesk(cycle.code, row.id);
  return (
    <tr>
      <th scope="row">
        <a className="reference" href={href}>
          {row.reference ?? 'Pair'}
        </a>
      </th>
      <td data-label="Mentor">{row.mentor.name || row.mentor.reference}</td>
      <td data-label="Mentee">{row.mentee.name || row.mentee.reference}</td>
      <td data-label="State">
        <Tag tone={HEALTH_TONES[health]}>{HEALTH_LABELS[health]}</Tag>
      </td>
      <td data-label="Tasks">{openTasks > 0 ? <Tag tone="wait">{`${openTasks} open`}</Tag> : 'none'}</td>
      <td data-label="Last contact">
        {lastContactAt ? <span className="mono">{formatSlipDay(lastContactAt, 'UTC', now)}</span> : 'not written down'}
      </td>
      <td data-label="Time">{timeIn(minutes)}</td>
      <td data-label="Goals">{goalsSet === 0 ? 'none' : `${goalsReached} of ${goalsSet} reached`}</td>
      {own ? null : (
        <td data-label="Liaison">
          {liaison ? `${liaison.name}${hasEnded(row.liaisonId, carers) ? ', term ended' : ''}` : 'none'}
        </td>
      )}
    </tr>
  );
}
