import { expect, it } from 'vitest';
import { areasAtStake, knownShare } from '@/domain/expertise';

const AREAS = ['outreach', 'programs', 'admin'];

it.each([
  ['mentee', { help_areas: ['admin', 'outreach', 'gone'], rating_programs: '5' }, ['outreach', 'admin']],
  [
    'mentor',
    { help_areas: ['admin'], rating_programs: '4', rating_outreach: '3', rating_admin: '5' },
    ['programs', 'admin'],
  ],
  ['mentor', {}, []],
] as const)('a %s with %j is about %j', (role, answers, areas) => {
  expect(areasAtStake(role, answers, AREAS)).toEqual(areas);
});

it.each([
  [['a', 'b'], ['a', 'b', 'c'], 1],
  [['a', 'b'], ['b'], 0.5],
  [['a'], [], 0],
  [[], ['a'], 0],
])('of %j somebody who knows %j knows %d', (about, knows, share) => {
  expect(knownShare(about, knows)).toBe(share);
});
