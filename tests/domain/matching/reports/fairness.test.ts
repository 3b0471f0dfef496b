import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fairnessReport } from '@/domain/matching/reports/fairness';
import { SMALLEST_SHOWN, withoutSmallCells } from '@/domain/matching/reports/small-cells';
import { buildMentee } from '../profiles';

/** Mentees in two stages and three states; all but the last few are matched, with fits from 0 up in steps. */
const MENTEES = Array.from({ length: 20 }, (_, index) =>
  buildMentee({
    applicationId: `e${index}`,
    stage: index < 8 ? 'early' : 'student',
    subdivision: index < 13 ? 'US-MN' : index < 18 ? 'US-IA' : '',
    libraryType: index % 2 === 0 ? 'public' : 'archive of sand',
  }),
);
const MATCHES = MENTEES.slice(0, 14).map(({ applicationId }, index) => ({
  mentee: applicationId,
  mentor: 'm',
  fit: index < 13 ? 40_000 + 2000 * index : 100_000,
}));

it('shows staff and chair every count', () => {
  expect(fairnessReport(MENTEES, MATCHES, 'working')).toEqual({
    mentees: 20,
    matched: 14,
    lowest: 40_000,
    median: 52_000,
    bands: [0, 0, 0, 0, 5, 5, 3, 0, 0, 1].map((mentees, band) => ({ from: 10 * band, mentees })),
    byStage: [
      { value: 'student', label: 'Student', mentees: 12, matched: 6 },
      { value: 'early', label: 'Early career', mentees: 8, matched: 8 },
    ],
    byState: [
      { value: 'US-MN', label: 'US-MN', mentees: 13, matched: 13 },
      { value: 'US-IA', label: 'US-IA', mentees: 5, matched: 1 },
      { value: '', label: 'Not answered', mentees: 2, matched: 0 },
    ],
    bySetting: [
      { value: 'archive of sand', label: 'archive of sand', mentees: 10, matched: 7 },
      { value: 'public', label: 'Public library', mentees: 10, matched: 7 },
    ],
  });
});

it('hides small groups from others, with what would tell them', () => {
  expect(fairnessReport(MENTEES, MATCHES, 'shared')).toEqual({
    mentees: 20,
    matched: 14,
    lowest: null,
    median: 52_000,
    bands: [null, null, null, null, 5, 5, null, null, null, null]
      // The hidden ones together are four: one more goes.
      .map((mentees, band) => ({ from: 10 * band, mentees: band === 4 ? null : mentees })),
    byStage: [
      { value: 'student', label: 'Student', mentees: 12, matched: null },
      { value: 'early', label: 'Early career', mentees: 8, matched: null },
    ],
    byState: [
      { value: 'US-MN', label: 'US-MN', mentees: 13, matched: null },
      { value: 'US-IA', label: 'US-IA', mentees: null, matched: null },
      { value: '', label: 'Not answered', mentees: null, matched: null },
    ],
    bySetting: [
      { value: 'archive of sand', label: 'archive of sand', mentees: 10, matched: null },
      { value: 'public', label: 'Public library', mentees: 10, matched: null },
    ],
  });
});

it.each([
  [20, 20, 20],
  [20, 15, 15],
  [20, 16, null],
  [20, 4, null],
  [20, 0, 0],
])('of %i mentees with %i matched it tells others %s', (mentees, matches, told) => {
  const report = fairnessReport(MENTEES.slice(0, mentees), MENTEES.slice(0, matches).map(toMatch), 'shared');
  expect(report.matched).toBe(told);
  expect(report.median).toBe(told ? 50_000 : null);
});

const toMatch = ({ applicationId }: { applicationId: string }) => ({ mentee: applicationId, mentor: 'm', fit: 50_000 });

it('shows others what is large on both sides', () => {
  const mentees = Array.from({ length: 22 }, (_, index) =>
    buildMentee({ applicationId: `e${index}`, stage: index < 10 ? 'early' : 'student' }),
  );
  const matches = mentees
    .filter((_, index) => index % 2 === 0)
    .map(toMatch)
    .map((match, index) => ({ ...match, fit: 90_000 - 1000 * index }));
  const report = fairnessReport(mentees, matches, 'shared');
  expect([report.matched, report.median]).toEqual([11, 85_000]);
  expect(report.byStage).toEqual([
    { value: 'student', label: 'Student', mentees: 12, matched: 6 },
    { value: 'early', label: 'Early career', mentees: 10, matched: 5 },
  ]);
  expect(fairnessReport(mentees, matches, 'working').lowest).toBe(80_000);
  expect(fairnessReport(mentees, matches.slice(0, 2), 'working')).toMatchObject({ matched: 2, median: 89_000 });
});

it('says so when nobody is matched', () => {
  const report = fairnessReport([], [], 'working');
  expect([report.matched, report.lowest, report.median, report.byStage]).toEqual([0, null, null, []]);
});

describe('small cells', () => {
  it.each([
    [
      [9, 8, 7],
      [9, 8, 7],
    ],
    [
      [9, 8, 4],
      [9, null, null],
    ],
    [
      [9, 2, 1],
      [null, null, null],
    ],
    [
      [9, 8, 2, 3],
      [9, 8, null, null],
    ],
    [[4], [null]],
    [[], []],
  ])('of %j leave %j', (counts, left) => {
    expect(withoutSmallCells(counts)).toEqual(left);
  });

  it('never stand alone, nor together below the limit while anything is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12)), (counts) => {
        const left = withoutSmallCells(counts);
        const hidden = counts.filter((_, row) => left[row] === null);
        expect(left.filter((count) => count !== null && count < SMALLEST_SHOWN)).toEqual([]);
        expect(left.every((count, row) => count === null || count === counts[row])).toBe(true);
        if (hidden.length === 0 || hidden.length === counts.length) return;
        expect(hidden.length).toBeGreaterThan(1);
        expect(hidden.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
      }),
    );
  });
});
