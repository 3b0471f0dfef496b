import { expect, it } from 'vitest';
import { membershipOf, unmetRules, type Eligibility } from '@/domain/eligibility';
import { dayIn, readRoster, rolesNeedingMembership } from '@/domain/roster';
import { normalEmail } from '@/lib/email-address';

const RULES: Eligibility = {
  mentor: [
    { key: 'member', kind: 'must', text: 'Mentors are members.' },
    { key: 'years', kind: 'must', text: 'Five years at least.', least: 5 },
    { key: 'connection', kind: 'must', text: 'You work in the field.' },
  ],
  mentee: [
    { key: 'adult', kind: 'must', text: 'You are 18 or older.' },
    { key: 'member', kind: 'should', text: 'We hope that you join.' },
  ],
};
const keys = (...given: Parameters<typeof unmetRules>) => unmetRules(...given).map(({ role, key }) => `${role} ${key}`);

it.each([
  [['mentor'], { member: 'no' }, [], ['mentor member']],
  [['mentor'], { member: 'unsure' }, [], []],
  [['mentor'], { member: 'no' }, ['member'], []],
  [['mentor'], { member: 'yes', years_experience: '4' }, [], ['mentor years']],
  [['mentor'], { member: 'yes', years_experience: '5' }, [], []],
  [['mentor'], { years_experience: 'many' }, [], []],
  [['mentor'], { connection: 'none' }, [], []],
  [['mentee'], { member: 'no', adult: 'yes' }, [], []],
  [['mentee'], { adult: 'no' }, [], ['mentee adult']],
  [['mentor', 'mentee'], { member: 'no', adult: 'no' }, ['adult'], ['mentor member']],
  [['mentor', 'mentee'], {}, [], []],
] as const)('of %j with %j, waived %j, unmet are %j', (roles, answers, waived, expected) => {
  expect(keys(RULES, roles, answers, waived)).toEqual(expected);
});

it.each([
  [null, 'unknown'],
  [{ validUntil: null }, 'verified'],
  [{ validUntil: new Date('2030-01-15T00:00:00Z') }, 'verified'],
  [{ validUntil: new Date('2030-01-14T00:00:00Z') }, 'lapsed'],
] as const)('%j is %s on January 15', (member, expected) => {
  expect(membershipOf(member, '2030-01-15')).toBe(expected);
});

it.each([
  ['2026-11-30', '2026-11-30'],
  ['2026-2-3', '2026-02-03'],
  ['11/30/2026', '2026-11-30'],
  ['30.11.2026', '2026-11-30'],
  ['13/45/2026', null],
  ['2026-02-30', null],
  ['soon', null],
])('reads the day %s as %s', (text, expected) => {
  expect(dayIn(text)).toBe(expected);
});

const table = (headings: string[], ...rows: string[][]) => ({
  headings,
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
});

it('reads a roster, names each line it refuses, and lets the last line of an address win', () => {
  const given = table(
    ['E-mail', 'First name', 'Last name', 'Expires'],
    [' Ada@Example.test ', 'Ada', 'Osei', '2026-11-30'],
    ['nobody', 'No', 'Body', ''],
    ['tess@example.test', 'Tess', '', 'never'],
    ['ada@example.test', 'Ada', 'Osei-Reyes', ''],
    ['old@example.test'],
  );
  expect(readRoster(given, normalEmail)).toEqual({
    members: [
      { email: 'ada@example.test', name: 'Ada Osei-Reyes', validUntil: null },
      { email: 'old@example.test', name: '', validUntil: null },
    ],
    refused: [
      { line: 3, reason: '“nobody” is no address.' },
      { line: 4, reason: '“never” is no day such as 2026-11-30 or 11/30/2026.' },
    ],
  });
});

it('takes no table without addresses', () => {
  expect(readRoster(table(['Name', 'Phone'], ['Ada', '1']), normalEmail)).toBeNull();
});

it('knows for whom membership is a must', () => {
  expect(rolesNeedingMembership(RULES)).toEqual(['mentor']);
});
