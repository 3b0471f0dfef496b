import type { StoredForm, StoredQuestion } from '@/domain/forms/stored';

/** A question for a short text; `over` says what the test is about. */
export const textQuestion = (name: string, over: Partial<Pick<StoredQuestion, 'label' | 'required' | 'showIf'>> = {}) =>
  ({ name, label: `Question ${name}`, type: 'text', maxLength: 200, seenBy: 'committee', ...over }) as const;

/** Three pages with four questions. */
export const smallForm: StoredForm = {
  sections: [
    {
      key: 'first',
      title: 'First',
      minutes: 1,
      questions: [textQuestion('one'), textQuestion('two'), textQuestion('three')],
    },
    { key: 'second', title: 'Second', minutes: 2, questions: [textQuestion('four')] },
    { key: 'identity', title: 'Confidential wishes', minutes: 2, identity: true, questions: [] },
  ],
  attestation: 'What I wrote is true.',
};
