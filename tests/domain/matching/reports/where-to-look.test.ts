import { describe, expect, it } from 'vitest';
import { callForMentors } from '@/domain/matching/reports/call-for-mentors';
import { typicalMentor } from '@/domain/matching/reports/typical-mentor';
import { tryByResolving, whereToLook } from '@/domain/matching/reports/where-to-look';
import { solve } from '@/domain/matching/solve';
import { COMPETENCIES, type MentorProfile } from '@/domain/mentoring';
import { buildCycle, buildMentee, buildMentor } from '../profiles';

const SETTINGS = { objective: 'participation', fairness: 'none', seed: '', previous: [] } as const;

const WANTED = { subdivision: 'US-MN', timeZone: 'America/Chicago', strongest: 'outreach' } as const;

describe('a typical mentor', () => {
  it('has the medians, what half of them chose, and the wanted strength', () => {
    const mentors = [
      buildMentor({
        ratings: { outreach: 2, materials: 5 },
        topics: ['b', 'a'],
        modes: ['video'],
        libraryType: 'school',
        places: 3,
      }),
      buildMentor({
        ratings: { outreach: 3, materials: 4 },
        topics: ['a'],
        modes: ['video', 'phone'],
        libraryType: 'public',
        stages: ['early'],
      }),
      buildMentor({
        ratings: { materials: 1 },
        topics: ['b'],
        hours: ['weekend'],
        libraryType: 'public',
        wantsNearby: true,
      }),
      buildMentor({ ratings: { materials: 3 }, topics: ['c'], hours: ['weekend'], employer: 'Ely', city: 'Ely' }),
    ];
    expect(typicalMentor(mentors, WANTED)).toEqual({
      applicationId: 'further mentor',
      personId: 'further mentor',
      ratings: { outreach: 5, materials: 3 },
      topics: ['a', 'b'],
      activities: [],
      modes: ['video'],
      hours: ['weekend'],
      stages: [],
      libraryType: 'public',
      city: '',
      subdivision: 'US-MN',
      timeZone: 'America/Chicago',
      wantsNearby: false,
      employer: '',
      places: 1,
    });
  });
});

const mentee = (id: string, over = {}) => buildMentee({ applicationId: id, personId: id, ...over });

describe('where to look', () => {
  const mentees = [
    mentee('e1', { subdivision: 'US-MN', timeZone: 'America/Chicago', ratings: { outreach: 1, materials: 4 } }),
    mentee('e2', { subdivision: 'US-MN', timeZone: 'America/Chicago', ratings: { outreach: 1 } }),
    mentee('e3', { subdivision: 'US-OH', timeZone: 'America/New_York' }),
    mentee('e6', { subdivision: 'US-IN', timeZone: 'America/New_York' }),
    mentee('e7', { subdivision: 'US-MI', timeZone: 'America/New_York' }),
    mentee('e4', { subdivision: 'CA-ON', timeZone: 'America/Toronto', wantsNearby: true, ratings: { outreach: 2 } }),
    mentee('e5', { subdivision: 'MX-JAL' }),
  ];
  const mentors = [
    buildMentor({ applicationId: 'm1', personId: 'm1', ratings: { outreach: 1, materials: 4 }, places: 1 }),
  ];

  it('tries each region where mentees live with each competency, best first', () => {
    const tried: [string, string, MentorProfile['ratings']][] = [];
    const gains = new Map([
      ['CA-ON outreach', { matched: 2, totalFit: 1 }],
      ['US-MN outreach', { matched: 1, totalFit: 900 }],
      ['US-MN materials', { matched: 1, totalFit: 1000 }],
      ['CA-ON reference', { matched: 0, totalFit: 5 }],
    ]);
    const found = whereToLook({ areas: COMPETENCIES, mentees, mentors }, ({ subdivision, timeZone, ratings }) => {
      const strongest = COMPETENCIES.map(({ value }) => value).find((area) => ratings[area] === 5) ?? '';
      tried.push([subdivision, timeZone, ratings]);
      return gains.get(`${subdivision} ${strongest}`) ?? { matched: 0, totalFit: 0 };
    });
    expect(tried.map(([subdivision, timeZone]) => `${subdivision} ${timeZone}`)).toEqual([
      ...COMPETENCIES.map(() => 'CA-ON America/Toronto'),
      ...COMPETENCIES.map(() => 'US-MN America/Chicago'),
    ]);
    expect(found).toEqual([
      { region: 'Eastern Canada', strongest: 'outreach', menteesGained: 2, fitGained: 1 },
      { region: 'Midwest', strongest: 'materials', menteesGained: 1, fitGained: 1000 },
      { region: 'Midwest', strongest: 'outreach', menteesGained: 1, fitGained: 900 },
      { region: 'Eastern Canada', strongest: 'reference', menteesGained: 0, fitGained: 5 },
    ]);
  });

  it('learns the gain by solving once more', () => {
    const resolve = (problem: Parameters<typeof solve>[0]) => solve(problem) ?? { matches: [] };
    const tryMentor = tryByResolving(buildCycle({ mentees, mentors }), SETTINGS, resolve);
    const strong = buildMentor({ applicationId: 'm2', personId: 'm2', ratings: { outreach: 4 } });
    expect(tryMentor(strong)).toEqual({ matched: 1, totalFit: 100_000 });
    expect(tryMentor({ ...strong, places: 0 })).toEqual({ matched: 0, totalFit: 0 });
    const [best] = whereToLook({ areas: COMPETENCIES, mentees, mentors }, tryMentor);
    expect(best).toEqual({ region: 'Eastern Canada', strongest: 'outreach', menteesGained: 1, fitGained: 100_000 });
  });

  it('has nothing to go by without mentors', () => {
    expect(whereToLook({ areas: COMPETENCIES, mentees, mentors: [] }, () => ({ matched: 1, totalFit: 1 }))).toEqual([]);
  });
});

describe('a call for mentors', () => {
  const call = { programName: 'ALSC Mentoring', closesOn: 'Friday, March 6', link: 'https://example.test/alsc' };
  const finding = (region: string, value: 'outreach' | 'materials' | 'management') => ({
    region,
    area: COMPETENCIES.find((area) => area.value === value)?.label ?? '',
  });

  it('names regions and areas once each, three findings at most', () => {
    const findings = [
      finding('Midwest', 'outreach'),
      finding('South', 'outreach'),
      finding('Midwest', 'management'),
      finding('West', 'materials'),
    ];
    expect(callForMentors(findings, call)).toBe(
      [
        'ALSC Mentoring looks for mentors.',
        'This time we especially look for mentors in: Midwest and South. Experience in Outreach and Advocacy and Administrative and Management Skills would help most. You need not know everything: a mentee learns from what you have done.',
        'Mentors give a few hours a month, by video, phone or mail as suits both. Apply by Friday, March 6: https://example.test/alsc',
        'If this is not for you, please pass it on to a colleague who would be good at it.',
      ].join('\n\n'),
    );
  });

  it('names one area alone', () => {
    expect(callForMentors([finding('South', 'materials')], call)).toContain(
      'look for mentors in: South. Experience in Knowledge, Curation, and Management of Materials would help most.',
    );
  });

  it('calls everybody when nobody in particular would help', () => {
    expect(callForMentors([], call)).toContain('Wherever you are, and whatever you are best at, you are welcome.');
  });
});
