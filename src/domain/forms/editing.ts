import type { Option } from '../mentoring';
import { Refusal } from '../refusal';
import type { StoredForm, StoredQuestion, StoredSection } from './stored';

const withSections = (form: StoredForm, sections: readonly StoredSection[]): StoredForm => ({ ...form, sections });

const inSection = (form: StoredForm, key: string, change: (section: StoredSection) => StoredSection): StoredForm =>
  withSections(
    form,
    form.sections.map((section) => (section.key === key ? change(section) : section)),
  );

/** One place earlier or later; the list itself when there is no such place. */
function moved<One>(list: readonly One[], index: number, step: -1 | 1): readonly One[] {
  const [one, other] = [list[index], list[index + step]];
  if (one === undefined || other === undefined) return list;
  return list.map((each, at) => (at === index ? other : at === index + step ? one : each));
}

export const findSection = (form: StoredForm, key: string) => form.sections.find((section) => section.key === key);

export const sectionOfQuestion = (form: StoredForm, name: string) =>
  form.sections.find(({ questions }) => questions.some((question) => question.name === name));

export const findQuestion = (form: StoredForm, name: string) =>
  sectionOfQuestion(form, name)?.questions.find((question) => question.name === name);

/**
 * Puts a question at the end of a section, or changes the one of its name where it stands.
 *
 * @throws {Refusal} `form.changed` when there is no such section; `form.not_ready` for the page of confidential wishes
 */
export function withQuestion(form: StoredForm, key: string, question: StoredQuestion): StoredForm {
  const home = sectionOfQuestion(form, question.name);
  if (!home) {
    const section = findSection(form, key);
    if (!section) throw new Refusal('form.changed');
    if (section.identity) throw new Refusal('form.not_ready', `“${section.title}” takes no other question.`);
    return inSection(form, key, (found) => ({ ...found, questions: [...found.questions, question] }));
  }
  return inSection(form, home.key, (section) => ({
    ...section,
    questions: section.questions.map((one) => (one.name === question.name ? question : one)),
  }));
}

export const withoutQuestion = (form: StoredForm, name: string): StoredForm =>
  withSections(
    form,
    form.sections.map((section) => ({
      ...section,
      questions: section.questions.filter((question) => question.name !== name),
    })),
  );

export function movedQuestion(form: StoredForm, name: string, step: -1 | 1): StoredForm {
  const home = sectionOfQuestion(form, name);
  if (!home) return form;
  const index = home.questions.findIndex((question) => question.name === name);
  return inSection(form, home.key, (section) => ({ ...section, questions: moved(section.questions, index, step) }));
}

export const withSection = (form: StoredForm, section: StoredSection): StoredForm =>
  findSection(form, section.key)
    ? inSection(form, section.key, () => section)
    : withSections(form, [...form.sections, section]);

/** @throws {Refusal} `form.not_ready` while it has questions, and for the page of confidential wishes */
export function withoutSection(form: StoredForm, key: string): StoredForm {
  const section = findSection(form, key);
  if (section?.identity) throw new Refusal('form.not_ready', `“${section.title}” must stay: a cycle decides about it.`);
  if (section?.questions.length) throw new Refusal('form.not_ready', 'Remove the questions of this section first.');
  return withSections(
    form,
    form.sections.filter((one) => one.key !== key),
  );
}

export const movedSection = (form: StoredForm, key: string, step: -1 | 1): StoredForm =>
  withSections(
    form,
    moved(
      form.sections,
      form.sections.findIndex((section) => section.key === key),
      step,
    ),
  );

/** A short name in plain letters, as fields and keys have: `hours_a_week`. */
export const plainName = (words: string, joint: '_' | '-', most = 40): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, joint)
    .replace(/^[^a-z]+|[_-]+$/g, '')
    .slice(0, most)
    .replace(/[_-]+$/g, '');

/** `name`, or the first of `name_2`, `name_3` … that is not taken. */
export function freeName(name: string, taken: (name: string) => boolean, joint: '_' | '-'): string {
  const base = name || 'question';
  if (!taken(base)) return base;
  let number = 2;
  while (taken(`${base}${joint}${number}`)) number++;
  return `${base}${joint}${number}`;
}

/**
 * Choices from one line each. A line that is worded as before keeps its value; where the number of lines is the same, a line
 * that was reworded keeps the value of its place, so that answers given before still count.
 */
export function optionsFrom(lines: readonly string[], before: readonly Option[]): Option[] {
  const made: Option[] = [];
  for (const [index, label] of lines.entries()) {
    const same = before.find((option) => option.label === label);
    const place = lines.length === before.length ? before[index] : undefined;
    const reworded = place && !lines.includes(place.label) ? place : undefined;
    const kept = (same ?? reworded)?.value;
    const taken = (value: string) =>
      made.some((option) => option.value === value) || (value !== kept && before.some((one) => one.value === value));
    made.push({ value: kept ?? freeName(plainName(label, '-') || 'choice', taken, '-'), label });
  }
  return made;
}
