import { expect, it } from 'vitest';
import { identityBonus, privateMatrix, type IdentityAnswer, type IdentityAnswers } from '@/domain/matching/identity';

const answers = (gender: Partial<IdentityAnswer> = {}, ethnicity: Partial<IdentityAnswer> = {}): IdentityAnswers => ({
  gender: { own: [], wish: null, ...gender },
  ethnicity: { own: [], wish: null, ...ethnicity },
});
const same = { kind: 'same' } as const;
const wants = (value: string) => ({ kind: 'value', value }) as const;

it.each([
  ['nobody stated a wish', answers({ own: ['a'] }), answers({ own: ['a'] }), 0],
  ['same, and it is', answers({ own: ['a'], wish: same }), answers({ own: ['b', 'a'] }), 10_000],
  ['same, and one of two is', answers({ own: ['a', 'b'], wish: same }), answers({ own: ['b'] }), 10_000],
  ['same, and it is not', answers({ own: ['a'], wish: same }), answers({ own: ['b'] }), 0],
  ['same, other unknown', answers({ own: ['a'], wish: same }), answers(), 5000],
  ['same, own unknown', answers({ wish: same }), answers({ own: ['a'] }), 5000],
  ['a value, and it is', answers({ wish: wants('b') }), answers({ own: ['b'] }), 10_000],
  ['a value, and it is not', answers({ wish: wants('b') }), answers({ own: ['a'] }), 0],
  [
    'two wishes, one met',
    answers({ own: ['a'], wish: same }, { wish: wants('x') }),
    answers({ own: ['a'] }, { own: ['y'] }),
    5000,
  ],
  ['both stated, one met', answers({ own: ['a'], wish: same }), answers({ own: ['a'], wish: wants('c') }), 2500],
  ['both stated, both met', answers({ own: ['a'], wish: same }), answers({ own: ['a'], wish: same }), 10_000],
])('%s', (_, mentee, mentor, bonus) => {
  expect(identityBonus(mentee, mentor)).toBe(bonus);
  expect(identityBonus(mentor, mentee)).toBe(bonus);
});

it('adds the keyed jitter of each pair', () => {
  const mentees = [
    { id: 'e0', answers: answers({ wish: wants('b') }) },
    { id: 'e1', answers: answers() },
  ];
  const mentors = [
    { id: 'm0', answers: answers({ own: ['b'] }) },
    { id: 'm1', answers: answers({ own: ['a'] }) },
  ];
  const jitter = (menteeId: string, mentorId: string) => (menteeId === 'e1' ? 100 : 0) + (mentorId === 'm1' ? 7 : 0);
  expect(privateMatrix(mentees, mentors, jitter)).toEqual(Int32Array.of(10_000, 7, 100, 107));
});
