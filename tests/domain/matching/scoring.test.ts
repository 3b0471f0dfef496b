import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTORS } from '@/domain/matching/factors';
import { countBits, countShared } from '@/domain/matching/kernels/score';
import { prepare } from '@/domain/matching/people';
import { clocksAt } from '@/domain/matching/places';
import { ruleChecker } from '@/domain/matching/rules';
import { fitOf } from '@/domain/matching/score';
import { scoreCycle, scoreInBlocks, type MatchingCycle } from '@/domain/matching/score-cycle';
import { choicesOf } from '@/domain/matching/scoring/choices';
import { answersTo, questionOf } from '@/domain/matching/scoring/kinds';
import { fillValues, tablesOf, valueRows } from '@/domain/matching/scoring/rows';
import { factorValues } from '@/domain/matching/values';
import { buildCycle, buildMentee, buildMentor } from './profiles';
import { randomCycle } from './random-cycle';
import { runs } from './runs';

function preparedIn(cycle: MatchingCycle) {
  const clocks = clocksAt(cycle.instant);
  return {
    mentees: cycle.mentees.map((profile) => prepare(profile, clocks, cycle.areas)),
    mentors: cycle.mentors.map((profile) => prepare(profile, clocks, cycle.areas)),
  };
}

/** Pair by pair, as `values.ts` and `score.ts` say what a fit is. */
function slowly(cycle: MatchingCycle) {
  const { mentees, mentors } = preparedIn(cycle);
  const rulesAgainst = ruleChecker(cycle.facts, cycle.rules, cycle);
  const pairs = mentees.flatMap((mentee) => mentors.map((mentor) => ({ mentee, mentor })));
  const fits = pairs.map((couple) => fitOf(factorValues(couple), cycle.weights));
  const rules = pairs.map(({ mentee, mentor }, cell) => rulesAgainst(mentee.profile, mentor.profile, fits[cell] ?? 0));
  const excluded = new Map(rules.map((found, cell) => [cell, found] as const).filter(([, found]) => found.length > 0));
  return { fit: Int32Array.from(fits), excluded };
}

describe('scoring row by row', () => {
  it('gives every pair the fit, and every rule against it, that the definition gives', () => {
    fc.assert(
      fc.property(randomCycle, (cycle) => {
        const { fit, excluded } = scoreCycle(cycle);
        expect({ fit, excluded }).toEqual(slowly(cycle));
      }),
      runs(1500),
    );
  });

  it('gives every factor of every pair the value that the definition gives', () => {
    fc.assert(
      fc.property(randomCycle, (cycle) => {
        const people = preparedIn(cycle);
        const [tables, rows] = [tablesOf(people), valueRows(people.mentors.length)];
        people.mentees.forEach((mentee, row) => {
          fillValues(tables, row, rows);
          people.mentors.forEach((mentor, column) => {
            const values = FACTORS.map(({ key }) => [key, rows[key][column]]);
            const defined = Object.entries(factorValues({ mentee, mentor })).map(([key, value]) => [key, value ?? -1]);
            expect(values).toEqual(defined);
          });
        });
      }),
      runs(500),
    );
  });

  it('knows every rating against every rating, asked for or not', () => {
    const rated = [undefined, 1, 2, 3, 4, 5].map((rating) => (rating === undefined ? {} : { outreach: rating }));
    const cycle = buildCycle({
      mentees: rated.flatMap((ratings) => [
        buildMentee({ ratings, wantsHelp: ['outreach'] }),
        buildMentee({ ratings: { ...ratings, materials: 3 } }),
      ]),
      mentors: rated.flatMap((ratings) => [
        buildMentor({ ratings }),
        buildMentor({ ratings: { ...ratings, materials: 5 } }),
      ]),
    });
    expect(scoreCycle(cycle).fit).toEqual(slowly(cycle).fit);
  });

  it.each([2, 7, 9, 10])('reaches the ends of its tables with %i areas', (count) => {
    const areas = Array.from({ length: count }, (_, index) => ({ value: `a${index}`, label: `Area ${index}` }));
    const every = (rating: number) => Object.fromEntries(areas.map(({ value }) => [value, rating]));
    const wantsHelp = areas.map(({ value }) => value);
    const cycle = buildCycle({
      areas,
      mentees: [1, 5].map((rating) => buildMentee({ ratings: every(rating), wantsHelp })),
      mentors: [1, 4, 5].map((rating) => buildMentor({ ratings: every(rating) })),
    });
    expect([...scoreCycle(cycle).fit]).toEqual([0, 100_000, 100_000, 0, 0, 0]);
  });

  it.each([30, 31, 32, 70])('takes %i different choices', (count) => {
    const topics = Array.from({ length: count }, (_, index) => `topic ${index}`);
    const cycle = buildCycle({
      mentees: [
        buildMentee({ topics, activities: [] }),
        buildMentee({ topics: topics.slice(-2), activities: ['topic 0'] }),
      ],
      mentors: [
        buildMentor({ topics: topics.slice(1), activities: ['topic 0'] }),
        buildMentor({ topics: topics.slice(-1), activities: ['topic 1'] }),
      ],
    });
    expect(scoreCycle(cycle).fit).toEqual(slowly(cycle).fit);
  });
});

describe('in blocks', () => {
  const cycle = buildCycle({
    mentees: Array.from({ length: 5 }, (_, index) =>
      buildMentee({ applicationId: `e${index}`, personId: `e${index}` }),
    ),
    mentors: Array.from({ length: 20_000 }, () => buildMentor({ places: 2 })),
  });

  it('tells how far it is, and comes to the same', () => {
    const seen: [number, number][] = [];
    const scored = scoreInBlocks(cycle, { onProgress: (done, total) => seen.push([done, total]) });
    expect(seen).toEqual([
      [2, 5],
      [4, 5],
      [5, 5],
    ]);
    expect(scored?.fit).toEqual(scoreCycle(cycle).fit);
  });

  it('tells nothing twice', () => {
    const seen: number[] = [];
    scoreInBlocks({ ...cycle, mentees: cycle.mentees.slice(0, 4) }, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual([2, 4]);
  });

  it('stops before the next block when told to', () => {
    let asked = 0;
    const seen: number[] = [];
    const hooks = { onProgress: (done: number) => seen.push(done), cancelled: () => (asked += 1) > 1 };
    expect(scoreInBlocks(cycle, hooks)).toBeNull();
    expect(seen).toEqual([2]);
  });

  it('takes a cycle without mentors', () => {
    const scored = scoreInBlocks({ ...cycle, mentors: [] }, {});
    expect(scored?.fit).toEqual(new Int32Array(0));
  });
});

it('asks a question once per kind, not once per pair', () => {
  const people = preparedIn(
    buildCycle({
      mentees: ['a', 'b', 'a'].map((stage) => buildMentee({ stage })),
      mentors: [['a'], ['a'], ['b']].map((stages) => buildMentor({ stages })),
    }),
  );
  let asked = 0;
  const question = questionOf(
    people,
    ({ mentee, mentor }) => {
      asked += 1;
      return mentor.profile.stages.includes(mentee.profile.stage) ? 1 : null;
    },
    ({ profile }) => profile.stage,
    ({ profile }) => profile.stages.join(),
  );
  const answers = [0, 1, 2].map((row) => {
    const { kindOf, table } = answersTo(question, row);
    return Array.from(kindOf, (kind) => table[kind]);
  });
  expect(answers).toEqual([
    [1, 1, -1],
    [-1, -1, 1],
    [1, 1, -1],
  ]);
  expect(asked).toBe(4);
});

it('has words for 31 different choices', () => {
  const chooser = (count: number) => ({
    topics: Array.from({ length: count - 1 }, (_, n) => `t${n}`),
    activities: ['t0'],
  });
  expect(choicesOf([chooser(31)], [])).not.toBeNull();
  expect(choicesOf([chooser(32)], [])).toBeNull();
});

it('counts bits', () => {
  const cases = [0, 1, -1, 0x55555555, 0x80000000, 0x7fffffff, 0x01010101];
  expect(cases.map(countBits)).toEqual([0, 1, 32, 16, 1, 31, 4]);
  expect(countShared(Int32Array.of(7, -1, 8), Int32Array.of(5, 3, 7))).toBe(4);
});
