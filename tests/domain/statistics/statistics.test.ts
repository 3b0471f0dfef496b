import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATEGORIES, freezeStatistics, knownFrom, SMALLEST_CELL, type FrozenStatistics } from '@/domain/statistics';
import { boundsOf, type Known } from '@/domain/statistics-bounds';
import { crowds, person, type Person } from './random-people';

const several = (count: number, gender: string[], ethnicity: string[]) =>
  Array.from({ length: count }, () => person(gender, ethnicity));
const labelled = (shown: FrozenStatistics, dimension: 'gender' | 'ethnicity') =>
  Object.fromEntries(CATEGORIES[dimension].map(({ value }, at) => [value, shown[dimension][at]]));

describe('the frozen release', () => {
  it('rounds to fives, hides cells under ten, and hides a complement with a single small one', () => {
    const people = [...several(23, ['woman'], []), ...several(18, ['man'], []), ...several(3, ['nonbinary'], [])];
    const shown = freezeStatistics(people);
    // Two hidden at least, and together not small: the 18 men are hidden with the three.
    expect(shown.people).toBe(45);
    expect(labelled(shown, 'gender')).toEqual({
      woman: 25,
      man: null,
      nonbinary: null,
      another: null,
      several: null,
      none: null,
    });
  });

  it('takes blank and unknown texts for one category, and writes no text of anybody', () => {
    const people = [
      ...several(11, [], []),
      ...several(2, ['canary'], ['another canary']),
      ...several(12, ['woman'], ['asian']),
    ];
    const shown = freezeStatistics(people);
    expect(labelled(shown, 'gender').none).toBe(15);
    expect(JSON.stringify(shown)).not.toContain('canary');
  });

  it('crosses two dimensions from fifty people on only', () => {
    const mixed = (count: number) =>
      ['woman', 'man', 'nonbinary'].flatMap((gender) =>
        ['asian', 'white', 'black'].flatMap((ethnicity) => several(count, [gender], [ethnicity])),
      );
    expect(freezeStatistics(mixed(5)).crossed).toBeNull();
    expect(freezeStatistics(mixed(12)).crossed).toHaveLength(CATEGORIES.gender.length * CATEGORIES.ethnicity.length);
  });

  it('shows nothing of few people', () => {
    const shown = freezeStatistics(several(9, ['woman'], ['asian']));
    expect([shown.people, ...shown.gender, ...shown.ethnicity].every((figure) => figure === null)).toBe(true);
  });
});

type Pinned = { figure: number; bounds: Known };

/** An attacker who has every published figure, knows the rounding, and knows how the categories add up. */
function attack(people: readonly Person[], shown: FrozenStatistics, read: typeof knownFrom = knownFrom): Pinned[] {
  const place = (own: readonly string[], dimension: 'gender' | 'ethnicity') => {
    const value = own.length > 1 ? 'several' : (own[0] ?? 'none');
    return CATEGORIES[dimension].findIndex((category) => category.value === value);
  };
  const places = people.map(({ gender, ethnicity }) => [
    place(gender.own, 'gender'),
    place(ethnicity.own, 'ethnicity'),
  ]);
  const rows = CATEGORIES.gender.map((_, row) => places.filter(([at]) => at === row).length);
  const columns = CATEGORIES.ethnicity.map((_, column) => places.filter(([, at]) => at === column).length);
  const cells = rows.flatMap((_, row) =>
    columns.map((__, column) => places.filter(([a, b]) => a === row && b === column).length),
  );
  const most = shown.people === null ? SMALLEST_CELL - 1 : shown.people + 2;
  const known = (figure: number | null) => read(figure, most);
  const table = {
    rows,
    columns,
    cells,
    known: {
      total: known(shown.people),
      rows: shown.gender.map(known),
      columns: shown.ethnicity.map(known),
      cells: (shown.crossed ?? []).map(known),
    },
  };
  const figures = [shown.people, ...shown.gender, ...shown.ethnicity, ...(shown.crossed ?? [])];
  return boundsOf(table).flatMap((bounds, at) =>
    figures[at] === null && bounds.to - bounds.from + 1 < SMALLEST_CELL ? [{ figure: at, bounds }] : [],
  );
}

describe('the table attacker', () => {
  it('pins no hidden figure from all that is published', () => {
    let crossed = 0;
    fc.assert(
      fc.property(crowds, (people) => {
        const shown = freezeStatistics(people);
        crossed += shown.crossed ? 1 : 0;
        expect(attack(people, shown)).toEqual([]);
      }),
      { numRuns: 200 },
    );
    // Else the property would hold because nothing was ever published.
    expect(crossed).toBeGreaterThan(20);
  });

  it('would pin one where figures were not rounded and a complement not hidden', () => {
    const people = [...several(30, ['woman'], []), ...several(20, ['man'], []), ...several(4, ['nonbinary'], [])];
    const leaky = { ...freezeStatistics(people), people: 54, gender: [30, 20, null, 0, 0, 0] };
    const exact = (figure: number | null, most: number) =>
      figure === null ? { from: 0, to: most } : { from: figure, to: figure };
    expect(attack(people, leaky, exact)).toContainEqual({ figure: 3, bounds: { from: 4, to: 4 } });
  });
});
