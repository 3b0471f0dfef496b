import { expect, it } from 'vitest';
import { DEFAULT_RUBRIC } from '@/domain/rubric';
import {
  edited,
  fieldName,
  readTyped,
  rubricOf,
  settingsSchema,
  typedOf,
  writeTyped,
} from '@/features/reviews/rubrics/schema';

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

const settings = { cycleId: '01890a5d-ac96-774b-bcce-b302099a8057', version: '3', style: 'rubric', wanted: '2' };

it.each([
  [{ wanted: '0' }, 'Reviews wanted: a whole number from 1 to 9.'],
  [{ wanted: '10' }, 'Reviews wanted: a whole number from 1 to 9.'],
  [{ wanted: '1.5' }, 'Reviews wanted: a whole number from 1 to 9.'],
  [{ wanted: 'two' }, 'Reviews wanted: a whole number from 1 to 9.'],
  [{ wanted: undefined }, 'Reviews wanted: a whole number from 1 to 9.'],
  [{ style: 'essay' }, 'Choose the light review or the rubric.'],
])('says of %j what is wrong', (over, problem) => {
  expect(settingsSchema.safeParse({ ...settings, ...over }).error?.issues[0]?.message).toBe(problem);
});

it('takes a tick for blind, and none for not', () => {
  expect(settingsSchema.parse({ ...settings, blind: 'yes' })).toMatchObject({ blind: true, wanted: 2, version: 3 });
  expect(settingsSchema.parse(settings).blind).toBe(false);
});
