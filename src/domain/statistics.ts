import { ETHNICITIES, GENDERS } from './forms/identity';
import type { IdentityAnswers } from './matching/identity';
import { boundsOf, type Known } from './statistics-bounds';

/** Cells with fewer people are hidden; the others are rounded to steps. */
export const SMALLEST_CELL = 10;
const STEP = 5;
/** What may be asked of everybody, such as states of applications, is hidden below this in reports that are shared. */
export const SMALLEST_SHARED = 5;
/** With fewer people no two dimensions are crossed. */
export const FEWEST_CROSSED = 50;

const NO_ANSWER = { value: 'none', label: 'No answer, or prefer not to say' };
const SEVERAL = { value: 'several', label: 'More than one of these' };
/** The categories of each table: closed lists, so that no text of anybody's can get into a release. */
export const CATEGORIES = {
  gender: [...GENDERS, SEVERAL, NO_ANSWER],
  ethnicity: [...ETHNICITIES, SEVERAL, NO_ANSWER],
} as const;

/** A figure that may be published: rounded to fives, or hidden. */
export type Published = number | null;
export type FrozenStatistics = {
  people: Published;
  /** By category, in the order of `CATEGORIES`. */
  gender: Published[];
  ethnicity: Published[];
  /** Row-major, a row per gender; null when two dimensions would point at someone. */
  crossed: Published[] | null;
};

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

function categoryOf(own: readonly string[], dimension: keyof typeof CATEGORIES): number {
  const categories = CATEGORIES[dimension];
  const indexOf = (value: string) => categories.findIndex((category) => category.value === value);
  const known = own.filter((value) => indexOf(value) >= 0 && value !== SEVERAL.value && value !== NO_ANSWER.value);
  const value = known.length > 1 ? SEVERAL.value : (known[0] ?? NO_ANSWER.value);
  return indexOf(value);
}

const published = (count: number): Published => (count < SMALLEST_CELL ? null : Math.round(count / STEP) * STEP);

/**
 * Which figures of one line are hidden: the small ones, and so many more, the smallest first, that those hidden are at least
 * two and together not small. Else the line's sum would tell.
 *
 * @param before figures of the line that are hidden already
 */
function hiddenIn(
  counts: readonly number[],
  before: ReadonlySet<number> = new Set(),
  smallest = SMALLEST_CELL,
): Set<number> {
  const hidden = new Set([...counts.keys()].filter((at) => before.has(at) || (counts[at] ?? 0) < smallest));
  if (hidden.size === 0) return hidden;
  const others = [...counts.keys()].filter((at) => !hidden.has(at));
  others.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  const hiddenSum = () => sumOf([...hidden].map((at) => counts[at] ?? 0));
  for (const at of others) {
    if (hidden.size > 1 && hiddenSum() >= smallest) break;
    hidden.add(at);
  }
  return hidden;
}

/**
 * Counts of people who are each in exactly one cell, for a report that is shared: cells under five are hidden, nought among them,
 * and so many more that the others and a total that is known elsewhere do not tell.
 */
export function hideSmallCells(counts: readonly number[]): Published[] {
  const hidden = hiddenIn(counts, new Set(), SMALLEST_SHARED);
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}

/** One count among `all`, for a report that is shared: hidden when it, or those it leaves out, are fewer than five. */
export const hideSmallShare = (count: number, all: number): Published =>
  count < SMALLEST_SHARED || all - count < SMALLEST_SHARED ? null : count;

const withHidden = (counts: readonly number[], hidden: ReadonlySet<number>) =>
  counts.map((count, at) => (hidden.has(at) ? null : published(count)));

/** What a reader knows from a published figure; `most` is a bound that holds for every figure. */
export const knownFrom = (figure: Published, most: number): Known =>
  figure === null ? { from: 0, to: most } : { from: Math.max(SMALLEST_CELL, figure - 2), to: figure + 2 };

type Counts = { gender: number[]; ethnicity: number[]; crossed: number[] };

/** Cells hidden until every row and column has none hidden, or enough that its margin tells nothing. */
function hideCrossed({ gender, ethnicity, crossed }: Counts): Set<number> {
  const columns = ethnicity.length;
  const lines = [
    ...gender.map((_, row) => ethnicity.map((__, column) => row * columns + column)),
    ...ethnicity.map((_, column) => gender.map((__, row) => row * columns + column)),
  ];
  const hidden = new Set<number>();
  for (let before = -1; hidden.size !== before;) {
    before = hidden.size;
    for (const line of lines) {
      const already = new Set([...line.keys()].filter((at) => hidden.has(line[at] ?? -1)));
      const inLine = hiddenIn(
        line.map((cell) => crossed[cell] ?? 0),
        already,
      );
      for (const at of inLine) hidden.add(line[at] ?? -1);
    }
  }
  return hidden;
}

/** Whether every hidden figure keeps at least as many possible values as being hidden alone leaves it. */
function pinsNothing(counts: Counts, shown: FrozenStatistics): boolean {
  const most = shown.people === null ? SMALLEST_CELL - 1 : shown.people + 2;
  const known = {
    total: knownFrom(shown.people, most),
    rows: shown.gender.map((figure) => knownFrom(figure, most)),
    columns: shown.ethnicity.map((figure) => knownFrom(figure, most)),
    cells: (shown.crossed ?? []).map((figure) => knownFrom(figure, most)),
  };
  const bounds = boundsOf({ rows: counts.gender, columns: counts.ethnicity, cells: counts.crossed, known });
  const figures = [shown.people, ...shown.gender, ...shown.ethnicity, ...(shown.crossed ?? [])];
  return figures.every((figure, at) => {
    const { from, to } = bounds[at] ?? { from: 0, to: 0 };
    return figure !== null || to - from + 1 >= SMALLEST_CELL;
  });
}

function count(people: readonly Pick<IdentityAnswers, 'gender' | 'ethnicity'>[]): Counts {
  const counts: Counts = {
    gender: CATEGORIES.gender.map(() => 0),
    ethnicity: CATEGORIES.ethnicity.map(() => 0),
    crossed: CATEGORIES.gender.flatMap(() => CATEGORIES.ethnicity.map(() => 0)),
  };
  const add = (list: number[], at: number) => list.splice(at, 1, (list[at] ?? 0) + 1);
  for (const { gender, ethnicity } of people) {
    const [row, column] = [categoryOf(gender.own, 'gender'), categoryOf(ethnicity.own, 'ethnicity')];
    add(counts.gender, row);
    add(counts.ethnicity, column);
    add(counts.crossed, row * CATEGORIES.ethnicity.length + column);
  }
  return counts;
}

/**
 * The one release of a cycle's totals.
 *
 * @param people those who consented to be counted, each once
 */
export function freezeStatistics(people: readonly Pick<IdentityAnswers, 'gender' | 'ethnicity'>[]): FrozenStatistics {
  const counts = count(people);
  const flat: FrozenStatistics = {
    people: published(people.length),
    gender: withHidden(counts.gender, hiddenIn(counts.gender)),
    ethnicity: withHidden(counts.ethnicity, hiddenIn(counts.ethnicity)),
    crossed: null,
  };
  if (people.length < FEWEST_CROSSED) return flat;
  const crossed = { ...flat, crossed: withHidden(counts.crossed, hideCrossed(counts)) };
  return crossed.crossed.some((figure) => figure !== null) && pinsNothing(counts, crossed) ? crossed : flat;
}
