import { arrange, at } from '@/domain/matching/arrange';
import type { Change } from '@/domain/matching/compare';
import { keptLevel, withBonus } from '@/domain/matching/engine/levels';
import { solveStages, type Market } from '@/domain/matching/engine/staged';
import { columnsByRow } from '@/domain/matching/faces';
import { marketOf } from '@/domain/matching/market';
import { pairKey, type AnyProblem, type Pair } from '@/domain/matching/problem';
import { fitAt, placesIn } from '@/domain/matching/scores';
import { moved } from '@/domain/matching/whatif/resolve';

export type RepairAsked = {
  /** The plan that people know. */
  plan: readonly Pair[];
  withdrawn: { mentees: readonly string[]; mentors: readonly string[] };
  /** Matches that must stay. */
  frozen: readonly Pair[];
  /** How many of the other matches may get another mentor. */
  mostChanged: number;
};

export type Repair = {
  plan: readonly Pair[];
  /** Matches of the known plan whose mentor stays in the program and is another one now. */
  changed: number;
  /** Who moves after whom: each next one takes the place that the one before left. */
  chains: readonly (readonly Change[])[];
  /** Whether no plan with as few changes is better; otherwise one with exactly `mostChanged` changes might be. */
  proved: boolean;
};

/** Weights with it still fit in 32 bits. */
const HIGHEST_BONUS = 2 ** 30;

/** Whether a repair knows the rules of this problem. */
export const canRepair = ({ bothRoles, fairness }: AnyProblem): boolean =>
  bothRoles.length < 2 && fairness !== 'maximin' && fairness !== 'leximin';

/**
 * The best plan after withdrawals that changes few of the other matches: as many are served as can be with the frozen
 * ones, then fairness and total count, less a price for each change. The price is raised until few enough change: what is
 * best at a price is best among all plans with as few changes (Everett 1963).
 *
 * @returns null when even the fewest changes that serve as many are too many
 * @throws {RangeError} when `canRepair` says no
 */
export function repair(problem: AnyProblem, asked: RepairAsked): Repair | null {
  if (!canRepair(problem)) throw new RangeError('Repair knows no such rules.');
  const after = withdrawn(problem, asked);
  const search = repairSearch(after, asked);
  const free = search(0);
  if (free.changed <= asked.mostChanged) return told(after, asked, { ...free, proved: true });
  let [low, high] = [0, HIGHEST_BONUS];
  let best = search(high);
  if (best.changed > asked.mostChanged) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    const found = search(middle);
    if (found.changed <= asked.mostChanged) [high, best] = [middle, found];
    else low = middle;
  }
  return told(after, asked, { ...best, proved: best.changed === asked.mostChanged });
}

function withdrawn(problem: AnyProblem, { withdrawn: gone, frozen }: RepairAsked): AnyProblem {
  const without = [
    ...gone.mentees.map((mentee) => ({ kind: 'withdraw-mentee' as const, mentee })),
    ...gone.mentors.map((mentor) => ({ kind: 'withdraw-mentor' as const, mentor })),
  ].reduce<AnyProblem>((rest, move) => moved(rest, move), problem);
  const stays = ([, mentorId]: Pair) => !gone.mentors.includes(mentorId);
  // A mentee who withdrew has no lock any more; `moved` took it away.
  return { ...without, locks: [...without.locks.filter(stays), ...frozen] };
}

type Found = { plan: Pair[]; changed: number };

/** Solves with a bonus for every match of the known plan. */
function repairSearch(problem: AnyProblem, { plan, withdrawn: gone }: RepairAsked): (bonus: number) => Found {
  const arranged = arrange(problem);
  const market = marketOf(problem, arranged, { aim: 'who', givenUp: [], begin: [], ask: () => undefined });
  const known = keptLevel(columnsByRow(problem, arranged, plan));
  const stays = new Set(plan.map((pair) => pairKey(...pair)));
  const movable = plan.filter(
    ([menteeId, mentorId]) => !gone.mentees.includes(menteeId) && !gone.mentors.includes(mentorId),
  );
  return (bonus) => {
    const { columnOf } = solveStages(priced(market, known, bonus), {
      pulse: () => undefined,
      onBound: () => undefined,
    });
    const found = [...columnOf].flatMap((column, row): Pair[] =>
      column === -1
        ? []
        : [[at(problem.mentees, at(arranged.rows, row)).id, at(problem.mentors, at(arranged.columns, column)).id]],
    );
    const all = [...arranged.locks, ...found];
    const kept = all.filter((pair) => stays.has(pairKey(...pair))).length;
    return { plan: all, changed: movable.length - kept };
  };
}

/** The first stage that counts worth gets the bonus; the others stay behind it, in their order. */
function priced(market: Market, known: ReturnType<typeof keptLevel>, bonus: number): Market {
  const [first, ...rest] = market.levels;
  return first ? { ...market, levels: [withBonus(first, known, bonus), ...rest] } : market;
}

function told(problem: AnyProblem, { plan: known }: RepairAsked, found: Found & { proved: boolean }): Repair {
  const [before, after] = [new Map(known), new Map(found.plan)];
  const place = placesIn(problem);
  const fitOf = (menteeId: string, mentorId: string | null): number =>
    mentorId === null ? 0 : fitAt(problem, place.row.get(menteeId) ?? -1, place.column.get(mentorId) ?? -1);
  const changes = problem.mentees.flatMap(({ id }): Change[] => {
    const [from, to] = [before.get(id) ?? null, after.get(id) ?? null];
    if (from === to) return [];
    const kind = from === null ? 'gained' : to === null ? 'lost' : 'moved';
    return [{ mentee: id, kind, from, to, fitChange: fitOf(id, to) - fitOf(id, from) }];
  });
  return { ...found, chains: chainsOf(changes) };
}

/** Begins with those who take a place that nobody of the others left. */
function chainsOf(changes: readonly Change[]): Change[][] {
  const left = new Set(changes);
  const next = (mentor: string | null) => [...left].find(({ from }) => from !== null && from === mentor);
  const isFirst = ({ from }: Change) => from === null || !changes.some(({ to }) => to === from);
  const chains: Change[][] = [];
  for (const start of [...changes.filter(isFirst), ...changes]) {
    const chain: Change[] = [];
    for (let change: Change | undefined = left.has(start) ? start : undefined; change; change = next(change.to)) {
      left.delete(change);
      chain.push(change);
    }
    if (chain.length > 0) chains.push(chain);
  }
  return chains;
}
