import { describe, expect, it } from 'vitest';
import { differenceOf } from '@/domain/forms/difference';
import { movedQuestion, movedSection, withoutQuestion, withQuestion, withSection } from '@/domain/forms/editing';
import { STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import type { StoredQuestion } from '@/domain/forms/stored';
import { smallForm, textQuestion } from './small-form';

const MOVED = { what: 'moved', title: 'The order of sections or questions', lines: [] };

describe('between two versions', () => {
  it('nothing is different from itself', () => {
    expect(differenceOf(STANDARD_FORM, STANDARD_FORM)).toEqual([]);
  });

  it('a question was added, with what is particular to it', () => {
    const added: StoredQuestion = {
      name: 'five',
      label: 'Which day?',
      type: 'one',
      options: [
        { value: 'mon', label: 'Monday' },
        { value: 'tue', label: 'Tuesday' },
      ],
      required: true,
      roles: ['mentee'],
      seenBy: 'staff',
      showIf: { question: 'one', values: ['x'] },
    };
    expect(differenceOf(smallForm, withQuestion(smallForm, 'second', added))).toEqual([
      {
        what: 'added',
        title: 'Which day?',
        lines: [
          { label: 'Kind', before: '', after: 'One of several' },
          { label: 'Section', before: '', after: 'Second' },
          { label: 'Asked of', before: 'mentor and mentee', after: 'mentee' },
          { label: 'Required', before: '', after: 'yes' },
          { label: 'Read by', before: '', after: 'Read by staff only.' },
          { label: 'Choices', before: '', after: 'Monday · Tuesday' },
          { label: '“No answer”', before: '', after: 'not offered' },
          { label: 'Only if', before: '', after: 'one: x' },
        ],
      },
    ]);
  });

  it('a question was removed, reworded, made required', () => {
    expect(differenceOf(smallForm, withoutQuestion(smallForm, 'two'))).toEqual([
      { what: 'removed', title: 'Question two', lines: [] },
    ]);
    const reworded = withQuestion(smallForm, '', textQuestion('two', { label: 'Second?', required: true }));
    expect(differenceOf(smallForm, reworded)).toEqual([
      {
        what: 'changed',
        title: 'Second?',
        lines: [
          { label: 'Question', before: 'Question two', after: 'Second?' },
          { label: 'Required', before: 'no', after: 'yes' },
        ],
      },
    ]);
  });

  it('questions and sections were moved', () => {
    expect(differenceOf(smallForm, movedQuestion(smallForm, 'one', 1))).toEqual([MOVED]);
    expect(differenceOf(smallForm, movedSection(smallForm, 'first', 1))).toEqual([MOVED]);
  });

  it('a section was added, removed, changed', () => {
    const extra = { key: 'extra', title: 'Extra', minutes: 1, questions: [textQuestion('five')] };
    const grown = withSection(smallForm, extra);
    expect(differenceOf(smallForm, grown).map(({ what, title }) => [what, title])).toEqual([
      ['added', 'Section “Extra”'],
      ['added', 'Question five'],
    ]);
    expect(differenceOf(grown, smallForm)).toEqual([
      { what: 'removed', title: 'Section “Extra”', lines: [] },
      { what: 'removed', title: 'Question five', lines: [] },
    ]);
    expect(
      differenceOf(grown, withSection(grown, { ...extra, title: 'More', intro: 'Hello', roles: ['mentor'] }))[0],
    ).toEqual({
      what: 'changed',
      title: 'Section “More”',
      lines: [
        { label: 'Title', before: 'Extra', after: 'More' },
        { label: 'Introduction', before: '', after: 'Hello' },
        { label: 'Asked of', before: 'mentor and mentee', after: 'mentor' },
      ],
    });
  });

  it('the statement was reworded', () => {
    expect(differenceOf(smallForm, { ...smallForm, attestation: 'All of it is true.' })).toEqual([
      {
        what: 'changed',
        title: 'What applicants put their name to',
        lines: [{ label: 'Statement', before: 'What I wrote is true.', after: 'All of it is true.' }],
      },
    ]);
  });

  const shared = { name: 'x', label: 'X', seenBy: 'committee' } as const;
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ];
  // What a question may be changed in, however small: a version with only this can be published.
  it.each<[string, StoredQuestion, StoredQuestion]>([
    ['hint', { ...shared, type: 'date' }, { ...shared, type: 'date', hint: 'h' }],
    ['words when missing', { ...shared, type: 'date' }, { ...shared, type: 'date', missing: 'm' }],
    ['readers', { ...shared, type: 'date' }, { ...shared, type: 'date', seenBy: 'staff' }],
    ['kind', { ...shared, type: 'date' }, { ...shared, type: 'file' }],
    ['longest answer', { ...shared, type: 'text', maxLength: 9 }, { ...shared, type: 'text', maxLength: 8 }],
    [
      'what is typed',
      { ...shared, type: 'text', maxLength: 9 },
      { ...shared, type: 'text', maxLength: 9, input: 'tel' },
    ],
    ['words', { ...shared, type: 'long', words: 9 }, { ...shared, type: 'long', words: 8 }],
    ['range', { ...shared, type: 'number', from: 1, to: 9 }, { ...shared, type: 'number', from: 1, to: 8 }],
    ['choices', { ...shared, type: 'one', options }, { ...shared, type: 'one', options: options.toReversed() }],
    ['no answer', { ...shared, type: 'one', options }, { ...shared, type: 'one', options, noAnswer: true }],
    ['list', { ...shared, type: 'place', list: 'countries' }, { ...shared, type: 'place', list: 'time-zones' }],
    ['help', { ...shared, type: 'grid', framework: 'f' }, { ...shared, type: 'grid', framework: 'f', help: true }],
    ['statement', { ...shared, type: 'consent', statement: 'I' }, { ...shared, type: 'consent', statement: 'We' }],
    ['text', { ...shared, type: 'explanation', text: 'a' }, { ...shared, type: 'explanation', text: 'b' }],
  ])('%s counts', (_, before, after) => {
    const [old, now] = [before, after].map((question) => withQuestion(smallForm, 'second', question));
    expect(differenceOf(old ?? smallForm, now ?? smallForm)).toMatchObject([
      { what: 'changed', lines: expect.arrayContaining([expect.any(Object)]) },
    ]);
  });
});
