import { describe, expect, it } from 'vitest';
import { withoutQuestion, withQuestion, withSection } from '@/domain/forms/editing';
import { faultsOf, hasBoundOptions, isEssential, isRead, isReserved } from '@/domain/forms/fixed';
import { STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import type { StoredForm, StoredQuestion } from '@/domain/forms/stored';
import { textQuestion } from './small-form';

const standard = (name: string): StoredQuestion => {
  const found = STANDARD_FORM.sections.flatMap(({ questions }) => questions).find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found;
};
const choice = (name: string, over: object = {}): StoredQuestion => ({
  name,
  label: `Choice ${name}`,
  type: 'one',
  options: [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
  ],
  seenBy: 'committee',
  ...over,
});
const plus = (...questions: StoredQuestion[]): StoredForm =>
  questions.reduce((form, question) => withQuestion(form, 'more', question), STANDARD_FORM);
const onlyIf = (question: string, value: string) => ({ showIf: { question, values: [value] } });
const optional = (question: StoredQuestion): StoredQuestion => ({ ...question, required: false });

describe('what keeps a form from being used', () => {
  const empty = { key: 'extra', title: 'Extra', minutes: 1, questions: [] };
  const [topics, member] = [standard('want_topics'), standard('member')];

  it.each<[string, StoredForm, string[]]>([
    ['nothing, in the standard form', STANDARD_FORM, []],
    [
      'no question for the name',
      withoutQuestion(STANDARD_FORM, 'name'),
      ['The question “name” must be asked, and required.'],
    ],
    [
      'a name that need not be given',
      withQuestion(STANDARD_FORM, '', optional(standard('name'))),
      ['The question “name” must be asked, and required.'],
    ],
    [
      'no question for the places',
      withoutQuestion(STANDARD_FORM, 'places'),
      ['The question “places” must be asked, and required.'],
    ],
    [
      'two questions of one name',
      withSection(STANDARD_FORM, { ...empty, questions: [textQuestion('goal_1', { label: 'Again' })] }),
      ['“Again” is asked twice under one field name.'],
    ],
    [
      'another kind where the program reads',
      withQuestion(STANDARD_FORM, '', { ...textQuestion('modes'), label: 'How to meet' }),
      ['“How to meet” must stay of its kind: the program reads it.'],
    ],
    [
      'twins with other choices',
      withQuestion(STANDARD_FORM, '', { ...topics, options: [{ value: 'x', label: 'X' }] } as StoredQuestion), // options suit its kind
      [
        `“${standard('offer_topics').label}” and “${topics.label}” must offer the same choices: matching compares them.`,
      ],
    ],
    ['one of the twins alone', withoutQuestion(STANDARD_FORM, 'want_topics'), []],
    ['a section without a question', withSection(STANDARD_FORM, empty), ['The section “Extra” has no question.']],
    [
      'numbers upside down',
      plus({ name: 'n', label: 'How many?', type: 'number', from: 9, to: 1, seenBy: 'staff' }),
      ['“How many?”: the lowest number is above the highest.'],
    ],
    ['a condition on an earlier choice', plus(choice('a'), textQuestion('b', onlyIf('a', 'yes'))), []],
    ['a condition on a consent', plus(textQuestion('b', onlyIf('adult', 'yes'))), []],
    [
      'a condition on a later question',
      plus(textQuestion('b', onlyIf('a', 'yes')), choice('a')),
      ['“Question b” depends on a question that does not come before it.'],
    ],
    [
      'a condition on itself',
      plus(choice('a', onlyIf('a', 'yes'))),
      ['“Choice a” depends on a question that does not come before it.'],
    ],
    [
      'a condition on a choice that is gone',
      plus(choice('a'), textQuestion('b', onlyIf('a', 'perhaps'))),
      ['“Question b” depends on a choice that “Choice a” does not offer.'],
    ],
    [
      'a condition on words',
      plus(textQuestion('b', onlyIf('goal_1', 'x'))),
      [`“Question b” depends on a choice that “${standard('goal_1').label}” does not offer.`],
    ],
    [
      'a condition on a question that has one itself',
      plus(choice('a', onlyIf('member', 'yes')), textQuestion('b', onlyIf('a', 'yes'))),
      ['“Question b” depends on “Choice a”, which is not asked of everybody itself.'],
    ],
    ['wording alone', withQuestion(STANDARD_FORM, '', { ...member, label: 'Do you belong to us?' }), []],
  ])('%s', (_, form, faults) => {
    expect(faultsOf(form)).toEqual(faults);
  });

  it('says everything at once', () => {
    const form = withSection(withoutQuestion(withoutQuestion(STANDARD_FORM, 'name'), 'places'), empty);
    expect(faultsOf(form)).toHaveLength(3);
  });
});

it.each([
  ['name', { essential: true, read: true, bound: false, reserved: false }],
  ['places', { essential: true, read: true, bound: true, reserved: false }],
  ['modes', { essential: false, read: true, bound: false, reserved: false }],
  ['goal_1', { essential: false, read: false, bound: false, reserved: false }],
  ['rating_outreach', { essential: false, read: false, bound: false, reserved: true }],
  ['gender_own', { essential: false, read: false, bound: false, reserved: true }],
  ['ethnicity', { essential: false, read: false, bound: false, reserved: true }],
  ['carried', { essential: false, read: false, bound: false, reserved: true }],
  ['resume_remove', { essential: false, read: false, bound: false, reserved: true }],
])('what %s means to the program', (name, meaning) => {
  expect({
    essential: isEssential(name),
    read: isRead(name),
    bound: hasBoundOptions(name),
    reserved: isReserved(name),
  }).toEqual(meaning);
});
