import { describe, expect, it } from 'vitest';
import { minutesText, RESULT_COLUMNS, resultRows, sectionsOf, totalsOf, type Minutes } from '@/domain/ballot-minutes';
import { writeTable } from '@/lib/csv';

const tally = { members: 5, recused: 1, approve: 3, discuss: 0, object: 0, cast: 3, needed: 2 };
const side = (reference: string, name: string) => ({ reference, name });
const item = {
  mentee: side('F26-E-0001', 'Bo Lind'),
  mentor: side('F26-M-0001', 'Ana Petrova'),
  result: 'carried',
  byConsent: true,
  left: false,
  tally,
  reasons: [],
  note: '',
} as const;

const MINUTES: Minutes = {
  title: 'ALSC Mentoring, Fall 2026: ballot 1 on plan 2',
  acts: ['Opened by Marguerite Onwudiwe, Monday, November 16, 2026, 9:00 a.m. Central.'],
  quorum: 'at least half of the members who may vote on a match',
  present: ['Marguerite Onwudiwe', 'Ximena Baptiste'],
  items: [
    item,
    {
      ...item,
      mentee: side('F26-E-0002', 'Cy Ode'),
      result: 'not_carried',
      byConsent: false,
      tally: { ...tally, approve: 1, object: 2 },
      reasons: [{ vote: 'Object', text: '=They worked together.\nFor years.' }],
      note: 'Ask again in spring.',
    },
    { ...item, mentee: side('F26-E-0003', 'Di Amin'), result: null, byConsent: false, tally: null },
    { ...item, mentee: side('F26-E-0004', 'Ed Roy'), left: true },
  ],
  final: true,
};

it('puts every match into exactly one section', () => {
  const { consent, discussed, undecided, left } = sectionsOf(MINUTES);
  expect([consent, discussed, undecided, left].map((list) => list.map(({ mentee }) => mentee.name))).toEqual([
    ['Bo Lind'],
    ['Cy Ode'],
    ['Di Amin'],
    ['Ed Roy'],
  ]);
  expect(totalsOf(MINUTES)).toBe(
    '1 carried, 1 of them by consent; 1 not carried; 0 put off; 1 not decided; 1 left the ballot before a result.',
  );
});

it('is a text that a secretary can file', () => {
  expect(minutesText(MINUTES)).toBe(`ALSC Mentoring, Fall 2026: ballot 1 on plan 2
=============================================

Opened by Marguerite Onwudiwe, Monday, November 16, 2026, 9:00 a.m. Central.
Quorum: at least half of the members who may vote on a match.
In the meeting: Marguerite Onwudiwe, Ximena Baptiste.
1 carried, 1 of them by consent; 1 not carried; 0 put off; 1 not decided; 1 left the ballot before a
  result.

Carried by consent
------------------
* F26-E-0001 Bo Lind with F26-M-0001 Ana Petrova. 3 approve, 1 recused

Discussed
---------
* F26-E-0002 Cy Ode with F26-M-0001 Ana Petrova: Not carried.
  1 approve, 0 discuss, 2 object, 1 recused (2 needed).
  Object: =They worked together. / For years.
  Note: Ask again in spring.

Not decided
-----------
* F26-E-0003 Di Amin with F26-M-0001 Ana Petrova

Left the ballot
---------------
* F26-E-0004 Ed Roy with F26-M-0001 Ana Petrova
`);
});

describe('the results for a spreadsheet', () => {
  it('hold a row a match, with what was said as text', () => {
    const [, second, third, fourth] = resultRows(MINUTES);
    expect(second).toEqual([
      'F26-E-0002',
      'Cy Ode',
      'F26-M-0001',
      'Ana Petrova',
      'Not carried',
      'no',
      1,
      0,
      2,
      1,
      2,
      'Object: =They worked together.\nFor years.',
      'Ask again in spring.',
    ]);
    expect([third?.[4], fourth?.[4]]).toEqual(['Not decided', 'Left the ballot']);
  });

  it('run no formula', () => {
    const [first] = MINUTES.items;
    const evil = { ...MINUTES, items: [{ ...item, ...first, note: '=1+1' }] };
    expect(writeTable(RESULT_COLUMNS, resultRows(evil)).trimEnd().endsWith(",'=1+1")).toBe(true);
  });
});
