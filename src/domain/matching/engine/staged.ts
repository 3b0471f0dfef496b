import { bestPlan } from '@/domain/matching/engine/best-plan';
import { above, narrowed, scoreIn, type Face, type Narrowing, type Prices } from '@/domain/matching/engine/face';
import { highestFloor, type Floor } from '@/domain/matching/engine/floor';
import { participationLevel, type Level } from '@/domain/matching/engine/levels';
import type { Pulse } from '@/domain/matching/engine/optimise';
import { serveMost, type Most } from '@/domain/matching/engine/participation';
import { filtered, type PairList } from '@/domain/matching/kernels/pair-list';

/** What is asked: the pairs, and by what plans are judged, first things first. */
export type Market = {
  face: Face;
  /** Null when serving many is no aim of its own. */
  priority: Int32Array | null;
  /** Whether the worst match is lifted next; the highest score there can be. */
  floor: { highest: number } | null;
  levels: readonly Level[];
  /** Under leximin the scores that begin a step, rising. */
  steps: readonly number[];
  /** A plan to begin with, −1 for rows without a column. */
  begin: Int32Array;
};

export type StagePrices = { stage: Level['stage']; value: number; prices: Prices };
export type StagedPlan = { columnOf: Int32Array; stages: StagePrices[]; floor: Floor | null };

export type StageHooks = {
  /** Told the stage's number, and how many rows are settled in it; throws to stop everything. */
  pulse: (stage: number, done: number) => void;
  onBound: (share: number) => void;
};

type State = {
  face: Face;
  columnOf: Int32Array;
  core: PairList | null;
  stages: StagePrices[];
  floor: Floor | null;
  /** A step that the plan holds as it is, and that the face has not been narrowed to yet. */
  held: Level | null;
};

/** The best plan, stage by stage: each looks only at the plans that are best at all stages before it. */
export function solveStages(market: Market, hooks: StageHooks): StagedPlan {
  const { face, begin } = market;
  const state: State = { face, columnOf: begin, core: null, stages: [], floor: null, held: null };
  if (market.priority) serve(state, market.priority, market.floor, (done) => hooks.pulse(0, done));
  liftSteps(state, market, (done) => hooks.pulse(0, done));
  market.levels.forEach((level, at) => improve(state, level, { ...hooks, last: at === market.levels.length - 1 }));
  return state;
}

/** Under leximin the first steps hold for free, from a plan whose worst match is as good as it can be. */
function liftSteps(state: State, { priority, steps }: Market, pulse: Pulse): void {
  const [served] = state.stages;
  if (!priority || !served || steps.length === 0) return;
  const most = { ...served, columnOf: state.columnOf, core: state.core };
  const floor = highestFloor(state.face, { priority, most, floors: [0, ...steps, Infinity] }, pulse);
  state.columnOf = floor?.columnOf ?? state.columnOf;
}

function serve(state: State, priority: Int32Array, floor: Market['floor'], pulse: Pulse): void {
  const most = serveMost(state.face, priority, { begin: state.columnOf, core: null }, pulse);
  const { columnOf, prices, value, core } = most;
  if (floor) state.floor = highestFloor(state.face, { priority, most, floors: everyScore(floor.highest) }, pulse);
  state.columnOf = state.floor?.columnOf ?? columnOf;
  state.stages.push({ stage: 'participation', value, prices });
  if (state.floor) state.face = above(state.face, state.floor.score);
  const level = participationLevel(priority);
  const isPlain = sameForAll(state.face, priority, prices);
  state.face = narrowed(state.face, level, prices, { known: isPlain ? state.face.pairs : null, pulse });
  // Where people compete for few places, the best pairs of most are not theirs to have: choose anew.
  state.core = isPlain ? aboveFloor(core, state.floor) : null;
}

/** Whole numbers from 0 to one that no match reaches. */
const everyScore = (highest: number): number[] => Array.from({ length: highest + 2 }, (_, score) => score);

const aboveFloor = (core: Most['core'], floor: Floor | null): PairList | null =>
  core && floor ? filtered(core, (_row, _column, score) => score >= floor.score) : core;

/** Whether every pair there may be is worth exactly its prices. */
function sameForAll({ capacity }: Face, priority: Int32Array, { rows, columns }: Prices): boolean {
  const open = [...columns].filter((_, column) => capacity[column]! > 0);
  const [first = 0] = open;
  return open.every((price) => price === first) && priority.every((own, row) => rows[row]! + first <= own);
}

function improve(state: State, level: Level, hooks: StageHooks & { last: boolean }): void {
  const pulse = (done: number) => hooks.pulse(state.stages.length, done);
  if (level.stage === 'leximin' && holds(state, level, pulse)) {
    state.stages.push({ stage: level.stage, value: 0, prices: freeOfCharge(state.face) });
    state.held = level;
    return;
  }
  if (state.held) narrow(state, state.held, freeOfCharge(state.face), { known: null, pulse });
  state.held = null;
  const core = level.byScore ? state.core : null;
  const best = bestPlan(state.face, level, { columnOf: state.columnOf, core, onBound: hooks.onBound }, pulse);
  state.columnOf = best.columnOf;
  state.stages.push({ stage: level.stage, value: best.value, prices: best.prices });
  state.core = best.core;
  if (!hooks.last) narrow(state, level, best.prices, { known: best.tight, pulse });
}

/** No pair weighs more than 0 in a step, so a plan of weight 0 is best, and prices of 0 prove it. */
function holds({ face, columnOf }: State, level: Level, pulse: Pulse): boolean {
  return columnOf.every((column, row) => {
    if ((row & 15) === 0) pulse(0);
    return column === -1 || level.weighPair(row, column, scoreIn(face, row, column)) === 0;
  });
}

const freeOfCharge = ({ rows, columns }: Face): Prices => ({
  rows: new Float64Array(rows),
  columns: new Float64Array(columns),
});

function narrow(state: State, level: Level, prices: Prices, narrowing: Narrowing): void {
  state.face = narrowed(state.face, level, prices, narrowing);
  state.core =
    state.core &&
    filtered(state.core, (row, column, score) => {
      return prices.rows[row]! + prices.columns[column]! === level.weighPair(row, column, score);
    });
}
