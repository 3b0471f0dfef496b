import type { Answers } from './answers';
import { pick, type Section } from './questions';

/** How staff and an applicant spoke. */
export const CONTACT_WAYS = {
  phone: 'On the phone',
  mail: 'By mail or letter',
  in_person: 'In person',
  other: 'Another way',
} as const;
export type ContactWay = keyof typeof CONTACT_WAYS;

const same = (a: Answers[string] | undefined, b: Answers[string] | undefined): boolean =>
  JSON.stringify(a ?? '') === JSON.stringify(b ?? '');

/** Names of the questions of a page whose answer differs; an empty answer is none. */
export const changedFields = ({ questions }: Section, before: Answers, after: Answers): string[] =>
  questions.map(({ name }) => name).filter((name) => !same(before[name], after[name]));

/** All answers with those of one page replaced. */
export const withPage = (all: Answers, { questions }: Section, page: Answers): Answers => ({
  ...Object.fromEntries(Object.entries(all).filter(([name]) => questions.every((question) => question.name !== name))),
  ...pick(page, questions),
});

/**
 * The applicant's form after staff changed what was sent. Where the applicant has written something since, their words stay:
 * they were not sent yet, and nobody may lose them.
 */
export function draftAfterHelp(draft: Answers, sent: Answers, section: Section, page: Answers): Answers {
  const changed = changedFields(section, sent, page).filter((name) => same(draft[name], sent[name]));
  const kept = Object.entries(draft).filter(([name]) => !changed.includes(name));
  const taken = changed.flatMap((name) => (page[name]?.length ? [[name, page[name]] as const] : []));
  return Object.fromEntries([...kept, ...taken]);
}
