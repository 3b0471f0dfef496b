import { at, type Arranged } from '@/domain/matching/arrange';
import { MAX_UTILITY } from '@/domain/matching/balance';
import {
  balancedLevel,
  keptLevel,
  leximinLevel,
  tieLevel,
  totalLevel,
  type Level,
} from '@/domain/matching/engine/levels';
import type { Market } from '@/domain/matching/engine/staged';
import { faceOf, columnsByRow, type Aim } from '@/domain/matching/faces';
import { reversed } from '@/domain/matching/locks';
import { DEFAULT_LEVELS, MOST_FIT, type AnyProblem, type Pair } from '@/domain/matching/problem';
import { textHash } from '@/domain/matching/tie-key';

/** `ask` is called again and again while large faces are made, and throws to stop that. */
type Asked = { aim: Aim; givenUp: readonly Pair[]; begin: readonly Pair[]; ask: () => void };

/** The problem as the engine knows it: rows, columns, numbers, and what comes first. */
export function marketOf(problem: AnyProblem, arranged: Arranged, { aim, givenUp, begin, ask }: Asked): Market {
  const reverse = arranged.locks.map((lock) => reversed(lock, problem.bothRoles)).filter((pair) => pair !== null);
  const struck = [...problem.vetoes, ...reverse, ...givenUp];
  const highest = aim === 'who' ? MOST_FIT : MAX_UTILITY;
  const face = faceOf(problem, arranged, { aim, struckPairs: struck, ask });
  ask();
  const levels = levelsOf(problem, arranged, highest);
  ask();
  return {
    face,
    priority: servesFirst(problem, aim) ? prioritiesOf(problem, arranged, aim) : null,
    floor: problem.fairness === 'maximin' ? { highest } : null,
    levels,
    steps: stepsOf(problem, highest),
    begin: planOf(problem, arranged, { begin, struck }),
  };
}

/** Lifting the worst match must not cost one, so both of these serve first under any objective. */
const servesFirst = ({ objective, fairness }: AnyProblem, aim: Aim): boolean =>
  objective === 'participation' || aim === 'with whom' || fairness === 'maximin' || fairness === 'leximin';

/** Who is matched is settled before with whom: then every mentee counts the same, and all of them are kept. */
const prioritiesOf = ({ mentees }: AnyProblem, { rows }: Arranged, aim: Aim): Int32Array =>
  Int32Array.from(rows, (row) => (aim === 'who' ? at(mentees, row).priority : 1));

function levelsOf(problem: AnyProblem, arranged: Arranged, highest: number): Level[] {
  const { fairness, previous } = problem;
  return [
    ...stepsOf(problem, highest).map(leximinLevel),
    ...(fairness === 'balanced' ? [balancedLevel] : []),
    totalLevel,
    ...(previous.length > 0 ? [keptLevel(columnsByRow(problem, arranged, previous))] : []),
    tiesOf(problem, arranged),
  ];
}

function stepsOf({ fairness, levels = DEFAULT_LEVELS }: AnyProblem, highest: number): number[] {
  if (fairness !== 'leximin') return [];
  return Array.from({ length: levels - 1 }, (_, step) => Math.ceil(((step + 1) * highest) / levels));
}

function tiesOf({ seed, mentees, mentors }: AnyProblem, { rows, columns }: Arranged): Level {
  const rowHash = Int32Array.from(rows, (row) => textHash(`${seed}\nmentee\n${at(mentees, row).id}`));
  const columnHash = Int32Array.from(columns, (column) => textHash(`${seed}\nmentor\n${at(mentors, column).id}`));
  return tieLevel(rowHash, columnHash);
}

function planOf(
  problem: AnyProblem,
  arranged: Arranged,
  { begin, struck }: { begin: readonly Pair[]; struck: readonly Pair[] },
): Int32Array {
  const plan = new Int32Array(arranged.rows.length).fill(-1);
  const closed = columnsByRow(problem, arranged, struck);
  for (const [row, columns] of columnsByRow(problem, arranged, begin)) {
    for (const column of columns) if (!closed.get(row)?.has(column)) plan[row] = column;
  }
  return plan;
}
