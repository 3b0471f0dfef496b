import { describe, expect, it } from 'vitest';
import { arrangeSchema, questionInputSchema, sectionInputSchema } from '@/features/forms/schema';

const QUESTION = { section: 'more', type: 'one', label: 'Which?', seenBy: 'committee' };
const firstProblem = (typed: object) => questionInputSchema.safeParse(typed).error?.issues[0]?.message;
const lines = (count: number) => Array.from({ length: count }, (_, index) => `Choice ${index}`).join('\n');

describe('what staff type for a question', () => {
  it('has its defaults where a field was left empty', () => {
    expect(questionInputSchema.parse(QUESTION)).toEqual({
      ...QUESTION,
      name: '',
      hint: '',
      missing: '',
      roles: 'both',
      showIf: '',
      options: [],
      maxLength: 200,
      input: 'text',
      words: 150,
      from: 0,
      to: 100,
      list: 'countries',
      text: '',
      translated: {},
      framework: 'alsc-2015',
    });
  });

  it('has one choice a line, each once, without empty lines', () => {
    expect(questionInputSchema.parse({ ...QUESTION, options: ' A \n\nB\nA\n' }).options).toEqual(['A', 'B']);
  });

  it.each<[object, string]>([
    [{ ...QUESTION, label: undefined }, 'Write the question.'],
    [{ ...QUESTION, label: '   ' }, 'Write the question.'],
    [{ ...QUESTION, label: 'x'.repeat(301) }, 'Keep the question under 300 characters.'],
    [{ ...QUESTION, seenBy: 'everybody' }, 'Say who reads the answer.'],
    [{ ...QUESTION, hint: 'x'.repeat(601) }, 'Keep this under 600 characters.'],
    [{ ...QUESTION, options: lines(61) }, 'Offer at most 60 choices.'],
    [{ ...QUESTION, options: 'x'.repeat(201) }, 'Keep each choice under 200 characters.'],
    [{ ...QUESTION, options: 'x'.repeat(12_121) }, 'Offer at most 60 choices.'],
    [{ ...QUESTION, maxLength: '0' }, 'Longest answer: at least 1.'],
    [{ ...QUESTION, words: 'many' }, 'Words: enter a whole number.'],
    [{ ...QUESTION, from: '1.5' }, 'Lowest: enter a whole number.'],
    [{ ...QUESTION, to: '1e9' }, 'Highest: at most 1000000.'],
  ])('%j: %s', (typed, problem) => {
    expect(firstProblem(typed)).toBe(problem);
  });
});

it.each<[object, string]>([
  [{ minutes: '2' }, 'Write a title.'],
  [{ title: 'A', minutes: '0' }, 'Minutes: at least 1.'],
  [{ title: 'A' }, 'Minutes: enter a whole number.'],
  [{ title: 'x'.repeat(121), minutes: '2' }, 'Keep the title under 120 characters.'],
])('a section %j: %s', (typed, problem) => {
  expect(sectionInputSchema.safeParse(typed).error?.issues[0]?.message).toBe(problem);
});

it('a move without a direction, or of another kind, is none', () => {
  const at = { cycleId: '018f3c2a-0000-7000-8000-000000000001', version: '3', name: 'x' };
  expect(arrangeSchema.parse({ ...at, what: 'move-question', step: 'up' })).toEqual({
    ...at,
    version: 3,
    what: 'move-question',
    step: 'up',
  });
  for (const other of [{ what: 'move-question' }, { what: 'move-question', step: 'sideways' }, { what: 'burn' }])
    expect(arrangeSchema.safeParse({ ...at, ...other }).success).toBe(false);
});
