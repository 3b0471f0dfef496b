import { expect, it } from 'vitest';
import { storedAnswers } from '@/domain/answers';

it('takes texts and lists of texts as they are', () => {
  const answers = { city: 'Ely', topics: ['storytime', 'writing'], modes: [] };
  expect(storedAnswers(answers)).toEqual(answers);
  expect(storedAnswers({})).toEqual({});
});

it.each([
  null,
  undefined,
  'text',
  3,
  ['text'],
  { city: 3 },
  { city: null },
  { topics: ['a', 3] },
  { city: { a: 'b' } },
])('refuses %j', (stored) => {
  expect(() => storedAnswers(stored)).toThrow(TypeError);
});
