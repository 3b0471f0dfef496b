import { lockAction, proposeAction, unpairAction, vetoAction } from '../../actions';
import { Press, Unpressable } from '../../components/press';

/** Where the grid stands. */
export type GridDesk = {
  /** Address of the plan's workbench. */
  workbench: string;
  code: string;
  number: number;
  cycleId: string;
  planId: string;
  version: number;
  mayChange: boolean;
  open: boolean;
};

export type PairOnGrid = {
  menteeId: string;
  mentorId: string;
  mentee: string;
  mentor: string;
  points: string;
  /** The rules that exclude it; '' for a pair that may be. */
  why: string;
  /** Of the match, when the pair is one of the plan. */
  matchId: string;
  /** The mentee has another match. */
  taken: boolean;
  /** The mentor has a free place. */
  free: boolean;
};

const wordsFor = ({ mentee, mentor, points, why, matchId }: PairOnGrid): string => {
  if (why) return `${mentee} with ${mentor}: ${why}.`;
  return `${mentee} with ${mentor}: ${points} points${matchId ? ', a match of this plan' : ''}.`;
};

/** The pair of the cell at hand, said aloud as the arrows go on, and what can be done with it. */
export function PairPanel({ desk, pair }: { desk: GridDesk; pair: PairOnGrid | null }) {
  return (
    <section className="card stack-s pair-panel" aria-label="The pair at hand">
      <p aria-live="polite">{pair ? wordsFor(pair) : 'Choose a cell: arrows move, Tab leads to the buttons here.'}</p>
      {pair ? <Buttons key={`${pair.menteeId} ${pair.mentorId}`} desk={desk} pair={pair} /> : null}
    </section>
  );
}

function Buttons({ desk, pair }: { desk: GridDesk; pair: PairOnGrid }) {
  const { code, number, cycleId, planId, version, mayChange, open } = desk;
  const { menteeId, mentorId, matchId } = pair;
  const place = { code, number, mentee: menteeId };
  const both = { ...place, cycleId, menteeId, mentorId };
  const about = `${pair.mentee} with ${pair.mentor}`;
  return (
    <div className="buttons">
      {mayChange && open && matchId ? (
        <Press action={unpairAction} fields={{ ...place, planId, version, matchId }} label="Unpair" about={about} />
      ) : null}
      {mayChange && open && !matchId && !pair.why ? <Propose desk={desk} pair={pair} about={about} /> : null}
      {mayChange && !pair.why ? (
        <>
          <Press action={lockAction} fields={both} label="Lock" about={about} />
          <Press action={vetoAction} fields={both} label="Rule out" about={about}>
            <label className="label small" htmlFor="grid-reason">
              Reason, for the committee
            </label>
            <input className="input" id="grid-reason" name="reason" maxLength={500} autoComplete="off" />
          </Press>
        </>
      ) : null}
      <a className="button" href={`${desk.workbench}?mentee=${menteeId}#candidates`}>
        Open on the workbench
      </a>
    </div>
  );
}

function Propose({ desk, pair, about }: { desk: GridDesk; pair: PairOnGrid; about: string }) {
  const { code, number, planId, version } = desk;
  const { menteeId, mentorId } = pair;
  if (pair.taken) return <Unpressable label="Propose" why="Unpair the mentee first" />;
  if (!pair.free) return <Unpressable label="Propose" why="No free place" />;
  const fields = { code, number, mentee: menteeId, planId, version, menteeId, mentorId };
  return <Press action={proposeAction} fields={fields} label="Propose" about={about} kind="primary" />;
}
