import { expect, it } from 'vitest';
import { DEFAULT_RUBRIC } from '@/domain/rubric';
import { edited, fieldName, readTyped, rubricOf, typedOf, writeTyped } from '@/features/reviews/rubrics/schema';

const typed = typedOf(DEFAULT_RUBRIC);

it('reads back what it wrote', () => {
  expect(rubricOf(readTyped(writeTyped(typed)))).toEqual(DEFAULT_RUBRIC);
});

it.each([
  ['up:mentor:1', ['offer', 'readiness', 'fit', 'time']],
  ['down:mentor:0', ['offer', 'readiness', 'fit', 'time']],
  ['up:mentor:0', ['readiness', 'offer', 'fit', 'time']],
  ['remove:mentor:2', ['readiness', 'offer', 'time']],
  ['add:mentor', ['readiness', 'offer', 'fit', 'time', '']],
  ['remove:mentor:9', ['readiness', 'offer', 'fit', 'time']],
  ['add:wizard', ['readiness', 'offer', 'fit', 'time']],
])('%s', (act, keys) => {
  expect(edited(typed, act).mentor.map(({ key }) => key)).toEqual(keys);
});

it('gives new criteria keys of their own, and takes nonsense for no weight', () => {
  const more = edited(edited(typed, 'add:mentor'), 'add:mentor');
  const fields = { ...writeTyped(more) };
  for (const index of [4, 5]) fields[fieldName('mentor', index, 'label')] = 'Fit';
  fields[fieldName('mentor', 4, 'weight')] = 'lots';
  const made = rubricOf(readTyped(fields)).mentor.slice(4);
  expect(made.map(({ key, weight }) => [key, weight])).toEqual([
    ['fit-2', -1],
    ['fit-3', 1],
  ]);
});
