import { describe, expect, it } from 'vitest';
import { gridOf } from '@/domain/matching/reports/grid';
import { readPairs } from '@/domain/matching/reports/read-pairs';
import { scoreCycle } from '@/domain/matching/score-cycle';
import { buildCycle, buildMentee, buildMentor } from '../profiles';

const SCORED = scoreCycle(
  buildCycle({
    mentees: [
      buildMentee({ applicationId: 'e1', personId: 'e1', ratings: { outreach: 1 }, topics: ['a'] }),
      buildMentee({ applicationId: 'e2', personId: 'e2', ratings: { outreach: 1 } }),
      buildMentee({ applicationId: 'e3', personId: 'e3', ratings: { outreach: 1 } }),
    ],
    mentors: [
      buildMentor({ applicationId: 'm1', personId: 'm1', ratings: { outreach: 4 }, topics: ['b'] }),
      buildMentor({ applicationId: 'm2', personId: 'm2', ratings: { outreach: 2 }, topics: ['a'] }),
      buildMentor({ applicationId: 'm3', personId: 'm3', ratings: { outreach: 3 } }),
    ],
    facts: { participantVetoes: [['m2', 'e2']], committeeVetoes: [], lastCycle: [], locks: [] },
  }),
);

it('lays out every pair with its fit and why not', () => {
  expect(gridOf(SCORED, 'staff')).toEqual([
    {
      menteeId: 'e1',
      cells: [
        { mentorId: 'm1', fit: 75_000, notBecause: [] },
        { mentorId: 'm2', fit: 49_998, notBecause: [] },
        { mentorId: 'm3', fit: 66_670, notBecause: [] },
      ],
    },
    {
      menteeId: 'e2',
      cells: [
        { mentorId: 'm1', fit: 100_000, notBecause: [] },
        { mentorId: 'm2', fit: 33_330, notBecause: ['One of them asked not to be matched with the other'] },
        { mentorId: 'm3', fit: 66_670, notBecause: [] },
      ],
    },
    {
      menteeId: 'e3',
      cells: [
        { mentorId: 'm1', fit: 100_000, notBecause: [] },
        { mentorId: 'm2', fit: 33_330, notBecause: [] },
        { mentorId: 'm3', fit: 66_670, notBecause: [] },
      ],
    },
  ]);
});

describe('a pairing that people wrote', () => {
  const named = (id: string, name: string, places = 1) => ({
    id,
    name,
    reference: `F26-${id.toUpperCase()}`,
    email: `${id}@example.test`,
    places,
  });
  const PEOPLE = {
    mentees: [named('e1', 'Dana Quist'), named('e2', 'Alex  Núñez'), named('e3', 'Sam Lee'), named('e4', 'Sam Lee')],
    mentors: [named('m1', 'Kim Ferreira', 2), named('m2', 'Rex Oyelaran')],
  };
  const lines = (...pairs: [string, string][]) =>
    pairs.map(([mentee, mentor], index) => ({ line: index + 2, mentee, mentor }));

  it('names people by reference, address or name', () => {
    const written = lines(
      ['f26-e1', 'M1@EXAMPLE.test'],
      [' alex nu\u0301n\u0303ez ', 'Rex Oyelaran'],
      ['F26-E3', 'F26-M1'],
    );
    expect(readPairs(written, PEOPLE, 'plan')).toEqual({
      pairs: [
        ['e1', 'm1'],
        ['e2', 'm2'],
        ['e3', 'm1'],
      ],
      refused: [],
    });
  });

  it('refuses a line with its number and a reason', () => {
    const written = lines(
      ['Dana Quist', ' Rex Oyelaran '],
      ['Nobody', 'Kim Ferreira'],
      ['Alex Núñez', 'Nobody'],
      ['', 'Kim Ferreira'],
      ['Alex Núñez', ' '],
      ['Sam Lee', 'Kim Ferreira'],
      ['e1@example.test', 'Kim Ferreira'],
      ['e2@example.test', 'm2@example.test'],
    );
    expect(readPairs(written, PEOPLE, 'plan')).toEqual({
      pairs: [['e1', 'm2']],
      refused: [
        { line: 3, reason: 'No mentee “Nobody” is in this cycle.' },
        { line: 4, reason: 'No mentor “Nobody” is in this cycle.' },
        { line: 5, reason: 'No mentee is named.' },
        { line: 6, reason: 'No mentor is named.' },
        { line: 7, reason: 'More than one mentee is called “Sam Lee”; give the reference.' },
        { line: 8, reason: 'Dana Quist has a mentor already, in line 2.' },
        { line: 9, reason: 'Rex Oyelaran has no further place.' },
      ],
    });
  });

  it('takes any pairs where it is no plan, and names written safe for spreadsheets', () => {
    const people = { ...PEOPLE, mentees: [named('e1', '=Dana'), named('e2', "'Ella")] };
    const written = lines(
      ["'=Dana", 'Kim Ferreira'],
      ['=dana', 'Rex Oyelaran'],
      ["'Ella", 'Rex Oyelaran'],
      ['Ella', 'Nobody'],
    );
    expect(readPairs(written, people, 'any')).toEqual({
      pairs: [
        ['e1', 'm1'],
        ['e1', 'm2'],
        ['e2', 'm2'],
      ],
      refused: [{ line: 5, reason: 'No mentee “Ella” is in this cycle.' }],
    });
  });
});
