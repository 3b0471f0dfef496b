import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findQuestion,
  freeName,
  movedQuestion,
  movedSection,
  optionsFrom,
  plainName,
  withoutQuestion,
  withoutSection,
  withQuestion,
  withSection,
} from '@/domain/forms/editing';
import { STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import { smallForm, textQuestion } from './small-form';

const namesIn = (form: typeof smallForm, key: string) =>
  form.sections.find((section) => section.key === key)?.questions.map(({ name }) => name);
const keysIn = (form: typeof smallForm) => form.sections.map(({ key }) => key);

describe('choices from lines', () => {
  const BEFORE = [
    { value: 'a', label: 'Apples' },
    { value: 'b', label: 'Pears' },
    { value: 'c', label: 'Plums' },
  ];

  it.each([
    ['the same lines', ['Apples', 'Pears', 'Plums'], ['a', 'b', 'c']],
    ['lines in another order', ['Plums', 'Apples', 'Pears'], ['c', 'a', 'b']],
    ['a line that was reworded', ['Apples', 'Ripe pears', 'Plums'], ['a', 'b', 'c']],
    ['a line that was removed', ['Apples', 'Plums'], ['a', 'c']],
    ['a line that was added', ['Apples', 'Pears', 'Plums', 'Figs'], ['a', 'b', 'c', 'figs']],
    ['a new line with the words of an old value', ['Apples', 'Pears', 'Plums', 'B'], ['a', 'b', 'c', 'b-2']],
    [
      'lines without plain letters',
      ['Apples', 'Pears', 'Plums', '日本', '中国'],
      ['a', 'b', 'c', 'choice', 'choice-2'],
    ],
  ])('%s', (_, lines, values) => {
    expect(optionsFrom(lines, BEFORE)).toEqual(lines.map((label, index) => ({ label, value: values[index] })));
  });

  const line = fc.string({
    minLength: 1,
    maxLength: 12,
    unit: fc.constantFrom('a', 'b', 'é', ' ', '-', '2', '日', 'A'),
  });
  const lines = fc.uniqueArray(line, { minLength: 1, maxLength: 8 });

  it('never collide, keep their words, and keep the value of every line that stayed', () => {
    fc.assert(
      fc.property(lines, lines, (first, second) => {
        const before = optionsFrom(first, []);
        const after = optionsFrom(second, before);
        expect(after.map(({ label }) => label)).toEqual(second);
        expect(new Set(after.map(({ value }) => value)).size).toBe(second.length);
        for (const { label, value } of before.filter((one) => second.includes(one.label)))
          expect(after.find((one) => one.label === label)?.value).toBe(value);
        for (const { value } of after) expect(value).toMatch(/^[a-z0-9-]{1,60}$/);
      }),
    );
  });

  it('an old value is never given to a choice of another meaning', () => {
    fc.assert(
      fc.property(lines, lines, (first, second) => {
        const before = optionsFrom(first, []);
        for (const [index, { label, value }] of optionsFrom(second, before).entries()) {
          const old = before.find((one) => one.value === value);
          if (old) expect([label, second.length === first.length ? first[index] : label]).toContain(old.label);
        }
      }),
    );
  });
});

describe('names', () => {
  it.each([
    ['Hours a week?', 'hours_a_week'],
    ['  42 Ünïcode – words ', 'unicode_words'],
    ['日本', ''],
    ['a'.repeat(60), 'a'.repeat(40)],
  ])('%s becomes %s', (words, name) => {
    expect(plainName(words, '_')).toBe(name);
  });

  it('a free name counts on from what is taken', () => {
    const taken = (name: string) => ['hours', 'hours_2', 'question'].includes(name);
    expect([freeName('days', taken, '_'), freeName('hours', taken, '_'), freeName('', taken, '_')]).toEqual([
      'days',
      'hours_3',
      'question_2',
    ]);
  });
});

describe('moving', () => {
  it.each([
    ['one', -1, ['one', 'two', 'three']],
    ['one', 1, ['two', 'one', 'three']],
    ['two', -1, ['two', 'one', 'three']],
    ['three', 1, ['one', 'two', 'three']],
    ['nobody', 1, ['one', 'two', 'three']],
  ] as const)('question %s by %d', (name, step, order) => {
    expect(namesIn(movedQuestion(smallForm, name, step), 'first')).toEqual(order);
  });

  it.each([
    ['first', -1, ['first', 'second', 'identity']],
    ['first', 1, ['second', 'first', 'identity']],
    ['identity', 1, ['first', 'second', 'identity']],
    ['nowhere', 1, ['first', 'second', 'identity']],
  ] as const)('section %s by %d', (key, step, order) => {
    expect(keysIn(movedSection(smallForm, key, step))).toEqual(order);
  });
});

describe('adding, changing, removing', () => {
  it('a new question goes to the end of its section, a known one stays where it stands', () => {
    const added = withQuestion(smallForm, 'second', textQuestion('five'));
    expect(namesIn(added, 'second')).toEqual(['four', 'five']);
    const changed = withQuestion(added, 'second', textQuestion('two', { label: 'Reworded' }));
    expect(namesIn(changed, 'first')).toEqual(['one', 'two', 'three']);
    expect(findQuestion(changed, 'two')).toEqual(textQuestion('two', { label: 'Reworded' }));
    expect(withoutQuestion(changed, 'five')).toEqual(
      withQuestion(smallForm, 'first', textQuestion('two', { label: 'Reworded' })),
    );
  });

  it('no question goes to a section that is gone, nor to the page of confidential wishes', () => {
    expect(() => withQuestion(smallForm, 'nowhere', textQuestion('five'))).toThrow(
      expect.objectContaining({ code: 'form.changed' }),
    );
    expect(() => withQuestion(smallForm, 'identity', textQuestion('five'))).toThrow(
      expect.objectContaining({ code: 'form.not_ready' }),
    );
  });

  it('a section goes once it is empty; the page of confidential wishes stays', () => {
    const empty = { key: 'third', title: 'Third', minutes: 1, questions: [] };
    const added = withSection(smallForm, empty);
    expect(keysIn(added)).toEqual(['first', 'second', 'identity', 'third']);
    expect(withSection(added, { ...empty, title: 'Renamed' }).sections.at(-1)?.title).toBe('Renamed');
    expect(withoutSection(added, 'third')).toEqual(smallForm);
    for (const key of ['first', 'identity'])
      expect(() => withoutSection(added, key)).toThrow(expect.objectContaining({ code: 'form.not_ready' }));
    expect(withoutSection(STANDARD_FORM, 'nowhere')).toEqual(STANDARD_FORM);
  });
});
