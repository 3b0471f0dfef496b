import { expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '@/domain/matching/factors';
import { weightsReport } from '@/domain/matching/reports/weights';
import { solve } from '@/domain/matching/solve';
import { buildCycle, buildMentee, buildMentor } from '../profiles';

const SETTINGS = { objective: 'participation', fairness: 'none', seed: '', previous: [] } as const;

it('names the factor that decides alone, and those that change nothing', () => {
  // Ratings want e1–m1 and e2–m2; topics weakly want the opposite; settings are all alike.
  const common = { libraryType: 'public' };
  const cycle = buildCycle({
    weights: { ...DEFAULT_WEIGHTS, meeting: 0 },
    mentees: [
      buildMentee({ ...common, applicationId: 'e1', ratings: { outreach: 1, materials: 5 }, topics: ['a'] }),
      buildMentee({ ...common, applicationId: 'e2', ratings: { outreach: 5, materials: 1 }, topics: ['b'] }),
    ],
    mentors: [
      buildMentor({ ...common, applicationId: 'm1', ratings: { outreach: 4, materials: 1 }, topics: ['b'] }),
      buildMentor({ ...common, applicationId: 'm2', ratings: { outreach: 1, materials: 4 }, topics: ['a'] }),
    ],
  });
  const report = weightsReport(cycle, SETTINGS, (problem) => solve(problem) ?? { matches: [] });
  expect(report.effects).toEqual([
    { factor: 'competencies', label: 'Competencies', weight: 45, changedWithout: 2, changedAlone: 0 },
    { factor: 'interests', label: 'Topics and activities', weight: 15, changedWithout: 0, changedAlone: 2 },
    { factor: 'region', label: 'Region', weight: 15, changedWithout: 0, changedAlone: expect.any(Number) },
    { factor: 'setting', label: 'Setting', weight: 5, changedWithout: 0, changedAlone: expect.any(Number) },
  ]);
  expect(report.changeNothing).toEqual(['Topics and activities', 'Region', 'Setting']);
  expect(report.decideAlone).toContain('Competencies');
});

it('counts a mentee once, moved or lost or gained', () => {
  const plans = [
    [pair('e1', 'm1'), pair('e2', 'm2'), pair('e3', 'm3')],
    [pair('e1', 'm2'), pair('e3', 'm3'), pair('e4', 'm1')],
    [pair('e1', 'm1'), pair('e2', 'm2'), pair('e3', 'm3')],
  ];
  let asked = 0;
  const cycle = buildCycle({ weights: { ...DEFAULT_WEIGHTS, interests: 0, region: 0, meeting: 0, setting: 0 } });
  const report = weightsReport(cycle, SETTINGS, () => ({ matches: plans[asked++] ?? [] }));
  expect(report).toEqual({
    effects: [{ factor: 'competencies', label: 'Competencies', weight: 45, changedWithout: 3, changedAlone: 0 }],
    changeNothing: [],
    decideAlone: ['Competencies'],
  });
});

const pair = (mentee: string, mentor: string) => ({ mentee, mentor, fit: 1 });
