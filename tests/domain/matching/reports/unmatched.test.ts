import { expect, it } from 'vitest';
import type { Pair } from '@/domain/matching/problem';
import { unmatchedReport } from '@/domain/matching/reports/unmatched';
import type { Resolve } from '@/domain/matching/reports/resolve';
import { problemFor, scoreCycle, type MatchingCycle } from '@/domain/matching/score-cycle';
import { solve } from '@/domain/matching/solve';
import { buildCycle, buildMentee, buildMentor } from '../profiles';

const SETTINGS = { objective: 'participation', fairness: 'none', seed: '', previous: [] } as const;
const resolve: Resolve = (problem) => solve(problem) ?? { matches: [] };

const mentee = (id: string, over = {}) =>
  buildMentee({ applicationId: id, personId: id, ratings: { outreach: 1 }, employer: `${id} library`, ...over });
const mentor = (id: string, over = {}) =>
  buildMentor({ applicationId: id, personId: id, ratings: { outreach: 4 }, employer: `${id} library`, ...over });

function reportOn(over: Partial<MatchingCycle>, reader: 'staff' | 'others' = 'staff') {
  const scored = scoreCycle(buildCycle(over));
  const problem = problemFor(scored, SETTINGS);
  return unmatchedReport({ problem, scored, matches: resolve(problem).matches, resolve }, reader);
}
const facts = (over: Partial<MatchingCycle['facts']>) => ({ ...buildCycle().facts, ...over });

it('says nothing of those who are matched', () => {
  expect(reportOn({ mentees: [mentee('e1')], mentors: [mentor('m1')] })).toEqual([]);
});

it('asks a mentor for one more place when all are taken', () => {
  const mentors = [mentor('m1', { ratings: { outreach: 3 } }), mentor('m2', { places: 3 })];
  const mentees = ['e1', 'e2', 'e3', 'e4', 'e5'].map((id) => mentee(id));
  expect(reportOn({ mentees, mentors })).toEqual([
    {
      menteeId: expect.stringMatching(/^e\d$/),
      open: 2,
      rules: [],
      changes: [{ kind: 'place', mentorId: 'm1', fit: 66_670 }],
    },
  ]);
});

it('counts the rules that exclude mentors, and waives the one that stands alone', () => {
  const pairs = (kind: string): Pair[] => [['e1', kind]];
  const report = reportOn({
    mentees: [mentee('e1', { employer: 'The Ely Library' })],
    mentors: [
      mentor('m1', { employer: 'Ely Library' }),
      mentor('m2', { employer: 'Ely Library', ratings: { outreach: 3 } }),
      mentor('m3', { places: 0 }),
      mentor('m4', { personId: 'e1' }),
      mentor('m5', { employer: 'Ely library', ratings: { outreach: 5 } }),
      mentor('m6'),
    ],
    facts: facts({ committeeVetoes: pairs('m5'), participantVetoes: pairs('m6') }),
  });
  expect(report).toEqual([
    {
      menteeId: 'e1',
      open: 0,
      rules: [
        { label: 'Same employer', mentors: 3 },
        { label: 'No places', mentors: 1 },
        { label: 'One of them asked not to be matched with the other', mentors: 1 },
        { label: 'Ruled out by the committee', mentors: 1 },
        { label: 'Same person', mentors: 1 },
      ],
      changes: [{ kind: 'rule', rule: 'same-employer', mentorId: 'm1', fit: 100_000 }],
    },
  ]);
});

it('never suggests to overrule a participant, and tells others no more than that somebody is not available', () => {
  const over = {
    mentees: [mentee('e1')],
    mentors: [mentor('m1'), mentor('m2', { places: 0 })],
    facts: facts({ participantVetoes: [['e1', 'm1']] }),
  };
  expect(reportOn(over, 'others')).toEqual([
    { menteeId: 'e1', open: 0, rules: [{ label: 'Not available', mentors: 2 }], changes: [] },
  ]);
});

it('waives nothing that would not help: the mentor is full of others', () => {
  const over = {
    mentees: [mentee('e1'), mentee('e2')],
    mentors: [mentor('m1')],
    facts: facts({ lastCycle: [['e1', 'm1']] }),
  };
  expect(reportOn(over)).toEqual([
    { menteeId: 'e1', open: 0, rules: [{ label: "Last cycle's partner", mentors: 1 }], changes: [] },
  ]);
});

it('lowers the minimum as little as will do', () => {
  const over = {
    mentees: [mentee('e1'), mentee('e2', { ratings: { outreach: 2, materials: 3 } })],
    mentors: [
      mentor('m1', { ratings: { outreach: 4 } }),
      mentor('m2', { ratings: { outreach: 2, materials: 4 } }),
      mentor('m3', { ratings: { outreach: 2 } }),
    ],
    rules: { off: [], minimumScore: 60_000 },
    facts: facts({ committeeVetoes: [['e2', 'm1']] }),
  };
  expect(reportOn(over)).toEqual([
    {
      menteeId: 'e2',
      open: 0,
      rules: [
        { label: 'Below the minimum score', mentors: 2 },
        { label: 'Ruled out by the committee', mentors: 1 },
      ],
      changes: [{ kind: 'minimum-score', to: 13_330 }],
    },
  ]);
});

it('suggests no place that would make two people mentor each other', () => {
  const over = {
    mentees: [mentee('e1', { personId: 'a' }), mentee('e2', { personId: 'b' }), mentee('e3')],
    mentors: [mentor('m1', { personId: 'a' }), mentor('m2', { personId: 'b' })],
    facts: facts({
      locks: [
        ['e2', 'm1'],
        ['e3', 'm2'],
      ],
      committeeVetoes: [['e1', 'm1']],
    }),
    rules: { off: ['reverse-pair'] as const, minimumScore: 0 },
  };
  expect(reportOn(over).map(({ changes }) => changes)).toEqual([[{ kind: 'place', mentorId: 'm2', fit: 100_000 }]]);
  expect(reportOn({ ...over, rules: { off: [], minimumScore: 0 } }).map(({ changes }) => changes)).toEqual([[]]);
});

it('suggests no place either where the plan itself has made the other pair', () => {
  const weak = { ratings: { outreach: 4 } };
  const over = {
    mentees: [mentee('e1', { personId: 'a', ...weak }), mentee('e2', { personId: 'b' }), mentee('e3')],
    mentors: [mentor('m1', { personId: 'a' }), mentor('m2', { personId: 'b' })],
  };
  expect(reportOn(over)).toEqual([
    { menteeId: 'e1', open: 1, rules: [{ label: 'Same person', mentors: 1 }], changes: [] },
  ]);
});

it('prefers the better of two pairs, and one that only one rule speaks against', () => {
  const own = { employer: 'Ely Library' };
  const over = {
    mentees: [mentee('e1', own)],
    mentors: [
      mentor('m3', { ...own, ratings: { outreach: 2 } }),
      mentor('m2', { ...own, ratings: { outreach: 3 } }),
      mentor('m1', { ...own, ratings: { outreach: 3 } }),
      mentor('m0', own),
    ],
    facts: facts({ lastCycle: [['e1', 'm0']] }),
  };
  expect(reportOn(over)[0]?.changes).toEqual([{ kind: 'rule', rule: 'same-employer', mentorId: 'm1', fit: 66_670 }]);
});

it('lowers the minimum for no pair that something else excludes', () => {
  const over = {
    mentees: [mentee('e1', { employer: 'Ely Library' })],
    mentors: [
      mentor('m1', { employer: 'Ely Library', ratings: { outreach: 2 } }),
      mentor('m2', { ratings: { outreach: 1 } }),
    ],
    rules: { off: [], minimumScore: 60_000 },
  };
  expect(reportOn(over)[0]?.changes).toEqual([{ kind: 'minimum-score', to: 0 }]);
});
