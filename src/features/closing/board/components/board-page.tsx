import type { GuardedCycle } from '@/auth/guard';
import { closingPhase } from '@/domain/closing';
import { closingMails, nextMail } from '@/domain/closing-mails';
import { dayOf, formatDay, formatInstant, formatSlipDay } from '@/domain/dates';
import { ROLES, type Role } from '@/domain/mentoring';
import { paths } from '@/lib/paths';
import { Done, Tabs } from '@/ui/staff/parts';
import { ClosingTabs } from '../../components/closing-tabs';
import { SettlingView } from '../../settling/components/settling-view';
import type { ToSettle } from '../../settling/queries';
import type { BoardRow, Opening } from '../queries';
import { BOARD_SHOWS, type BoardShow } from '../schema';
import { BoardCounts } from './board-counts';
import { BoardForm } from './board-form';
import { BOARD_LABELS, MAIL_LABELS, ROLE_LABELS } from './board-labels';
import { OpeningForm } from './opening-form';

type Props = {
  cycle: GuardedCycle;
  rows: readonly BoardRow[];
  settle: readonly ToSettle[];
  opening: Opening;
  show: BoardShow;
  role: Role | null;
  /** Staff set the day and send reminders; a chair reads. */
  runs: boolean;
  said: string;
  now: Date;
};

/** When the questions are open, and which mail goes next. */
function Timing({ cycle, opening, runs, now }: Pick<Props, 'cycle' | 'opening' | 'runs' | 'now'>) {
  const phase = closingPhase(opening, now);
  const next = nextMail(opening, now);
  const { timeZone } = cycle;
  const place = { cycle: cycle.code, cycleId: cycle.id, before: opening.set?.toISOString() ?? '' };
  return (
    <section className="card stack-s" aria-labelledby="timing">
      <h2 id="timing">
        {phase === 'before' ? 'Not open yet' : phase === 'open' ? 'The questions are open' : 'The questions are closed'}
      </h2>
      <p>
        Open from {formatInstant(opening.opensAt, timeZone)} until {formatInstant(opening.closesAt, timeZone)}.
      </p>
      <p>
        {phase === 'closed' || next === null
          ? 'No more mail goes out by itself.'
          : `Next mail: ${MAIL_LABELS[next.key]}, on ${formatInstant(next.at, timeZone)}, or in the morning after.`}
      </p>
      <details>
        <summary>All mails</summary>
        <ul className="plain small">
          {closingMails(opening).map(({ key, at }) => (
            <li key={key}>
              <span className="mono">{formatSlipDay(at, timeZone, now)}</span> {MAIL_LABELS[key]}
            </li>
          ))}
        </ul>
        <p className="small soft">
          Each goes once, never at night, and to nobody who has answered or wants no reminders. Whoever ended early gets
          the opening mail alone.
        </p>
      </details>
      {runs && phase === 'before' ? <OpeningForm place={place} day={dayOf(opening.opensAt, timeZone)} /> : null}
    </section>
  );
}

const searchOf = (show: BoardShow, role: Role | null): string => {
  const search = new URLSearchParams({ ...(show === 'all' ? {} : { show }), ...(role ? { role } : {}) }).toString();
  return search && `?${search}`;
};

function Filters({ cycle, rows, show, role }: Pick<Props, 'cycle' | 'rows' | 'show' | 'role'>) {
  const of = (one: BoardShow, side: Role | null) =>
    rows.filter((row) => (one === 'all' || row.answered === one) && (side === null || row.role === side));
  const roles = [{ key: null, text: 'Both roles' }, ...ROLES.map((key) => ({ key, text: ROLE_LABELS[key] }))];
  return (
    <>
      <Tabs
        label="Which answers"
        tabs={BOARD_SHOWS.map((one) => ({
          href: paths.closing(cycle.code, searchOf(one, role)),
          text: BOARD_LABELS[one],
          count: of(one, role).length,
          current: one === show,
        }))}
      />
      <Tabs
        label="Which role"
        tabs={roles.map(({ key, text }) => ({
          href: paths.closing(cycle.code, searchOf(show, key)),
          text,
          count: of(show, key).length,
          current: key === role,
        }))}
      />
    </>
  );
}

/** Who has answered the closing questions, what goes out next, and the ways to what was said. */
export function BoardPage({ cycle, rows, settle, opening, show, role, runs, said, now }: Props) {
  const shown = rows.filter((row) => (show === 'all' || row.answered === show) && (role === null || row.role === role));
  const lines = shown.map(({ askedAt, ...row }) => ({
    ...row,
    href: paths.closingPair(cycle.code, row.matchId),
    asked: askedAt ? formatDay(askedAt, cycle.timeZone) : '',
  }));
  return (
    <div className="stack-l">
      {said ? <Done>{said}</Done> : null}
      <header className="stack-s">
        <h1>Closing</h1>
        <p className="soft reading">
          What mentors and mentees say at the end. Staff and whoever leads the committee read it; the two never read
          each other’s.
        </p>
      </header>
      <ClosingTabs code={cycle.code} at="answers" />
      <Timing cycle={cycle} opening={opening} runs={runs} now={now} />
      <SettlingView items={settle} archived={now >= cycle.archivesAt} />
      {rows.length === 0 ? (
        <p>There is nobody to ask yet: pairs are asked once they are at work.</p>
      ) : (
        <section className="stack" aria-labelledby="answers">
          <h2 id="answers">Answers</h2>
          <BoardCounts rows={rows} />
          <Filters cycle={cycle} rows={rows} show={show} role={role} />
          {lines.length === 0 ? <p>Nobody is here. Choose another filter.</p> : null}
          {lines.length > 0 ? (
            <BoardForm
              place={{ cycle: cycle.code, cycleId: cycle.id }}
              lines={lines}
              sends={runs && closingPhase(opening, now) === 'open'}
            />
          ) : null}
        </section>
      )}
    </div>
  );
}
