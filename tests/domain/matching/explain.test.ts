import { expect, it } from 'vitest';
import { candidatesFor, explainPair, hardestFirst, safeReasons } from '@/domain/matching/explain';
import { problemFor, scoreCycle } from '@/domain/matching/score-cycle';
import { NOT_ALLOWED } from '@/domain/matching/problem';
import { solve } from '@/domain/matching/solve';
import { verify } from '@/domain/matching/verify';
import { buildCycle, buildMentee, buildMentor } from './profiles';

const DANA = buildMentee({
  applicationId: 'e1',
  personId: 'dana',
  ratings: { programming: 2, outreach: 1, management: 4 },
  wantsHelp: ['programming', 'outreach'],
  topics: ['storytime', 'writing'],
  activities: ['discussion'],
  city: 'Duluth',
  subdivision: 'US-MN',
  timeZone: 'America/Chicago',
  wantsNearby: true,
  modes: ['video', 'email'],
  hours: ['weekday-evening'],
  libraryType: 'school',
  wantedLibraryType: 'public',
  stage: 'early',
});
const KIM = buildMentor({
  applicationId: 'm1',
  personId: 'kim',
  ratings: { programming: 5, outreach: 4, management: 5 },
  topics: ['storytime'],
  activities: ['discussion', 'events'],
  city: 'Ames',
  subdivision: 'US-IA',
  timeZone: 'America/Chicago',
  modes: ['video', 'phone'],
  hours: ['weekday-evening', 'weekend'],
  libraryType: 'public',
  stages: ['early'],
  places: 2,
});
const LEE = buildMentor({ applicationId: 'm2', personId: 'lee', ratings: { management: 5 }, libraryType: 'special' });
const REX = buildMentor({ applicationId: 'm3', personId: 'rex', ratings: { outreach: 5 } });
const ALEX = buildMentee({ applicationId: 'e2', personId: 'alex' });

const nameOf = (id: string) => ({ e1: 'Dana', m1: 'Kim', m2: 'Lee', m3: 'Rex', e2: 'Alex' })[id] ?? id;
const CYCLE = buildCycle({
  mentees: [ALEX, DANA],
  mentors: [KIM, LEE, REX],
  facts: { participantVetoes: [['rex', 'dana']], committeeVetoes: [], lastCycle: [], locks: [] },
});
const SCORED = scoreCycle(CYCLE);

it('explains a pair in sentences, each with its points', () => {
  expect(explainPair(SCORED, ['e1', 'm1'], nameOf)).toEqual({
    fit: 83_767,
    points: { competencies: 47_100, interests: 11_112, region: 11_667, meeting: 8333, setting: 5555 },
    reasons: [
      {
        factor: 'competencies',
        points: 47_100,
        text: 'Strong where Dana asks for help: Outreach and Advocacy, Programming Skills.',
      },
      { factor: 'region', points: 11_667, text: 'Neighbors in the same part of the country: West North Central.' },
      {
        factor: 'interests',
        points: 11_112,
        text: 'Shared topics: Storytime and early literacy. Both would like to: Discuss a topic.',
      },
      {
        factor: 'meeting',
        points: 8333,
        text: 'Both are happy to meet by: Video call. Both are free for 20 hours in the same week.',
      },
      {
        factor: 'setting',
        points: 5555,
        text: "Works where Dana would like to work: Public library. Kim likes to help at Dana's stage: Early career.",
      },
    ],
    notConsidered: [],
    excludedBy: [],
  });
});

it('says less to the two themselves: nothing about region, hours or ratings', () => {
  expect(safeReasons(SCORED, ['e1', 'm1'], nameOf)).toEqual([
    'Strong where Dana asks for help: Outreach and Advocacy, Programming Skills.',
    'Shared topics: Storytime and early literacy.',
    'Both would like to: Discuss a topic.',
    'Both are happy to meet by: Video call.',
  ]);
  expect(safeReasons(SCORED, ['e1', 'm2'], nameOf)).toEqual([]);
});

it('lists candidates best first and the others with their rule', () => {
  const staff = candidatesFor(SCORED, 'e1', { nameOf, reader: 'staff' });
  expect(staff.candidates.map(({ mentorId, fit, notConsidered }) => [mentorId, fit, notConsidered])).toEqual([
    ['m1', 83_767, []],
    ['m2', 29_997, ['Topics and activities', 'Region', 'Ways and times to meet']],
  ]);
  expect(staff.excluded).toEqual([{ mentorId: 'm3', rules: ['One of them asked not to be matched with the other'] }]);
  const others = candidatesFor(SCORED, 'e1', { nameOf, reader: 'others' });
  expect(others.excluded).toEqual([{ mentorId: 'm3', rules: ['Not available'] }]);
});

it('settles ties by id, whatever the order of the cycle', () => {
  const mentors = ['m3', 'm1', 'm2'].map((id) => buildMentor({ ...KIM, applicationId: id, personId: id }));
  const closed = ['m5', 'm4'].map((id) => buildMentor({ ...KIM, applicationId: id, personId: id, places: 0 }));
  const better = buildMentor({ ...KIM, applicationId: 'm6', personId: 'm6', city: 'Duluth', subdivision: 'US-MN' });
  const mentees = [DANA, buildMentee({ ...DANA, applicationId: 'e0', personId: 'e0' })];
  const scored = scoreCycle(buildCycle({ mentees, mentors: [...mentors, ...closed, better] }));
  const { candidates, excluded } = candidatesFor(scored, 'e1', { nameOf, reader: 'staff' });
  expect(candidates.map(({ mentorId }) => mentorId)).toEqual(['m6', 'm1', 'm2', 'm3']);
  expect(excluded.map(({ mentorId }) => mentorId)).toEqual(['m4', 'm5']);
  expect(hardestFirst(scored).map(({ menteeId }) => menteeId)).toEqual(['e0', 'e1']);
});

it('knows nobody who is not in the cycle', () => {
  expect(() => explainPair(SCORED, ['e1', 'm9'], nameOf)).toThrow('This pair is not in the cycle.');
  expect(() => explainPair(SCORED, ['e9', 'm1'], nameOf)).toThrow('This pair is not in the cycle.');
  expect(() => candidatesFor(SCORED, 'e9', { nameOf, reader: 'staff' })).toThrow('This mentee is not in the cycle.');
});

it('asks the solver for no more than the rules that are on', () => {
  const settings = { objective: 'quality', fairness: 'none', seed: '', previous: [] } as const;
  const both = { ...CYCLE, mentors: [KIM, buildMentor({ ...LEE, personId: 'alex' })] };
  const asked = (off: readonly ('reverse-pair' | 'minimum-score')[]) => {
    const { bothRoles, minimumScore } = problemFor(
      scoreCycle({ ...both, rules: { off, minimumScore: 40_000 } }),
      settings,
    );
    return { bothRoles, minimumScore };
  };
  expect(asked([])).toEqual({ bothRoles: [['e2', 'm2']], minimumScore: 40_000 });
  expect(asked(['reverse-pair'])).toEqual({ bothRoles: [], minimumScore: 40_000 });
  expect(asked(['minimum-score'])).toEqual({ bothRoles: [['e2', 'm2']], minimumScore: 0 });
});

it('counts options, fewest first', () => {
  expect(hardestFirst(SCORED)).toEqual([
    { menteeId: 'e1', options: 2 },
    { menteeId: 'e2', options: 3 },
  ]);
});

it('makes a problem that is solved and proved', () => {
  const both = buildCycle({ ...CYCLE, mentors: [KIM, buildMentor({ ...LEE, personId: 'alex' })] });
  const problem = problemFor(scoreCycle(both), {
    objective: 'participation',
    fairness: 'balanced',
    seed: 's',
    previous: [],
  });
  expect(problem).toEqual({
    mentees: [
      { id: 'e2', priority: 1 },
      { id: 'e1', priority: 1 },
    ],
    mentors: [
      { id: 'm1', capacity: 2 },
      { id: 'm2', capacity: 1 },
    ],
    fit: Int32Array.of(0, NOT_ALLOWED, 83_767, 29_997),
    locks: [],
    vetoes: [],
    previous: [],
    bothRoles: [['e2', 'm2']],
    objective: 'participation',
    minimumScore: 0,
    fairness: 'balanced',
    seed: 's',
  });
  const answer = solve(problem);
  expect(answer?.matches.map(({ mentee, mentor }) => [mentee, mentor])).toEqual([
    ['e1', 'm1'],
    ['e2', 'm1'],
  ]);
  expect(answer && verify(problem, answer)).toEqual([]);
});
