import { describe, expect, it } from 'vitest';
import { ALSC_2015 } from '@/domain/forms/frameworks';
import { findQuestion, withoutQuestion, withQuestion } from '@/domain/forms/editing';
import { STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import type { StoredForm } from '@/domain/forms/stored';
import { questionFrom, sectionFrom, type TypedQuestion } from '@/domain/forms/typed';
import { storedQuestionSchema } from '@/features/forms/schema';
import { smallForm, textQuestion } from './small-form';

const PLAIN: TypedQuestion = {
  name: '',
  type: 'text',
  label: 'Hours a week',
  hint: '',
  missing: '',
  roles: 'both',
  seenBy: 'committee',
  showIf: '',
  options: [],
  maxLength: 80,
  input: 'text',
  words: 50,
  from: 1,
  to: 9,
  list: 'countries',
  text: '',
  framework: ALSC_2015,
};
const make = (over: Partial<TypedQuestion>, form: StoredForm = STANDARD_FORM) =>
  questionFrom(form, { ...PLAIN, ...over });
const shared = { name: 'hours_a_week', label: 'Hours a week', seenBy: 'committee' };
const AB = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];

describe('a question as staff typed it', () => {
  it.each<[string, Partial<TypedQuestion>, object]>([
    ['text', { input: 'email' }, { type: 'text', maxLength: 80, input: 'email' }],
    ['long', { type: 'long' }, { type: 'long', words: 50 }],
    ['number', { type: 'number' }, { type: 'number', from: 1, to: 9 }],
    ['date', { type: 'date' }, { type: 'date' }],
    ['one', { type: 'one', options: ['A', 'B'] }, { type: 'one', options: AB }],
    [
      'one, may be left',
      { type: 'one', options: ['A', 'B'], noAnswer: 'yes' },
      { type: 'one', options: AB, noAnswer: true },
    ],
    ['many', { type: 'many', options: ['A'] }, { type: 'many', options: AB.slice(0, 1) }],
    ['place', { type: 'place', list: 'time-zones' }, { type: 'place', list: 'time-zones' }],
    ['consent', { type: 'consent', text: 'I agree.' }, { type: 'consent', statement: 'I agree.' }],
    ['file', { type: 'file' }, { type: 'file' }],
    [
      'explanation',
      { type: 'explanation', text: 'Read this.', required: 'yes' },
      { type: 'explanation', text: 'Read this.' },
    ],
    [
      'all that any kind has',
      { type: 'date', hint: 'A hint', missing: 'Do this.', required: 'yes', roles: 'mentor', showIf: 'member=yes' },
      {
        type: 'date',
        hint: 'A hint',
        missing: 'Do this.',
        required: true,
        roles: ['mentor'],
        showIf: { question: 'member', values: ['yes'] },
      },
    ],
  ])('%s', (_, typed, made) => {
    const question = make(typed);
    expect(question).toEqual({ ...shared, ...made });
    expect(storedQuestionSchema.parse(question)).toEqual(question);
  });

  it('a grid has the field names of its framework, and there is one', () => {
    const without = withoutQuestion(STANDARD_FORM, 'rating');
    expect(make({ type: 'grid', help: 'yes' }, without)).toEqual({
      ...shared,
      name: 'rating',
      type: 'grid',
      framework: 'alsc-2015',
      help: true,
    });
    const own = { key: 'own', name: 'Own', areas: AB };
    expect(make({ type: 'grid', framework: own }, without)).toMatchObject({ framework: 'own', areas: AB });
    expect(() => make({ type: 'grid' })).toThrow(expect.objectContaining({ code: 'form.name_taken' }));
  });

  it('one that stands keeps its name, its list, its autocomplete, and the values of its choices', () => {
    const again = (name: string, over: Partial<TypedQuestion>) =>
      make({ name, label: 'Reworded', required: 'yes', ...over });
    expect(again('name', {})).toMatchObject({ name: 'name', label: 'Reworded', autocomplete: 'name' });
    expect(again('country', { type: 'place', list: 'time-zones' })).toMatchObject({ list: 'countries' });
    const old = findQuestion(STANDARD_FORM, 'member');
    const options = old && 'options' in old ? old.options : [];
    const lines = options.map(({ label }) => `${label}!`);
    expect(again('member', { type: 'one', options: lines })).toMatchObject({
      options: options.map(({ value, label }) => ({ value, label: `${label}!` })),
    });
  });
});

describe('is refused:', () => {
  const [first = '', ...rest] = ((question) => (question && 'options' in question ? question.options : []))(
    findQuestion(STANDARD_FORM, 'member'),
  ).map(({ label }) => label);
  const member = { name: 'member', type: 'one' } as const;

  it.each<[string, Partial<TypedQuestion>, string]>([
    ['a choice among one', { type: 'one', options: ['A'] }, 'form.not_ready'],
    ['a choice among none', { type: 'many' }, 'form.not_ready'],
    ['a consent without words', { type: 'consent' }, 'form.not_ready'],
    ['a consent that is a treatise', { type: 'consent', text: 'x'.repeat(1001) }, 'form.not_ready'],
    ['an explanation without words', { type: 'explanation' }, 'form.not_ready'],
    ['another kind where the program reads', { name: 'modes', type: 'long' }, 'form.not_ready'],
    ['fewer choices where the program reads them', { ...member, options: [first] }, 'form.not_ready'],
    ['choices moved and reworded at once', { ...member, options: [...rest, 'Another'] }, 'form.not_ready'],
    ['a name that need not be given', { name: 'name' }, 'form.essential'],
    ['a question that is gone', { name: 'no_such' }, 'form.changed'],
    ['a name of the confidential page', { name: 'gender_own' }, 'form.changed'],
  ])('%s', (_, typed, code) => {
    expect(() => make(typed)).toThrow(expect.objectContaining({ code }));
  });

  it('no name that the program reads, even where its question was removed', () => {
    const without = withoutQuestion(STANDARD_FORM, 'member');
    expect(() => make(member, without)).toThrow(expect.objectContaining({ code: 'form.changed' }));
    expect(make({ label: 'Member' }, without).name).toBe('member_2');
  });
});

describe('the name of a new question', () => {
  it.each([
    ['Gender', 'question_gender'],
    ['Ethnicity, if you like', 'question_ethnicity_if_you_like'],
    ['Rating', 'question_rating'],
    ['Rating of the last cycle', 'question_rating_of_the_last_cycle'],
    ['What to remove', 'what_to_remove_2'],
    ['Mark', 'mark_2'],
    ['Pronouns', 'pronouns_2'],
    ['日本', 'question'],
    ['One', 'one_2'],
  ])('%s: %s', (label, name) => {
    expect(make({ label }, smallForm).name).toBe(name);
  });

  it('fits where it is kept, however long the wording and however often it is asked', () => {
    const label = 'What would you like to tell those who read this, and why? '.repeat(4).trim();
    let form: StoredForm = smallForm;
    for (let count = 0; count < 12; count += 1) {
      const question = make({ label }, form);
      expect(storedQuestionSchema.safeParse(question).success).toBe(true);
      form = withQuestion(form, 'second', question);
    }
    expect(new Set(form.sections[1]?.questions.map(({ name }) => name)).size).toBe(13);
  });
});

describe('a section as staff typed it', () => {
  const typed = { key: '', title: 'Check', minutes: 3, intro: '', roles: 'both' } as const;

  it('has a key of its own, never an address of the form', () => {
    expect(sectionFrom(smallForm, typed)).toEqual({ key: 'check-2', title: 'Check', minutes: 3, questions: [] });
    expect(sectionFrom(smallForm, { ...typed, title: 'First' }).key).toBe('first-2');
    expect(sectionFrom(smallForm, { ...typed, title: 'x'.repeat(120) }).key).toHaveLength(36);
  });

  it('keeps key, questions and its being confidential', () => {
    expect(sectionFrom(smallForm, { ...typed, key: 'second', intro: 'Words', roles: 'mentee' })).toEqual({
      key: 'second',
      title: 'Check',
      minutes: 3,
      intro: 'Words',
      roles: ['mentee'],
      questions: [textQuestion('four')],
    });
    expect(sectionFrom(smallForm, { ...typed, key: 'identity' })).toMatchObject({ key: 'identity', identity: true });
  });
});
