import type { StoredForm, StoredQuestion, StoredType } from './stored';

/** Without these there is no application: nobody to write to, or no place to fill. */
const ESSENTIAL = ['name', 'places'] as const;

/**
 * Fields that the program itself reads, by the kind of their question. Their wording may change, their kind and what is stored
 * may not; a field that is left out is not considered in matching.
 */
const READ: Readonly<Record<string, StoredType>> = {
  name: 'text',
  preferred_name: 'text',
  pronouns: 'text',
  phone: 'text',
  share_contact: 'many',
  country: 'place',
  subdivision: 'place',
  city: 'text',
  time_zone: 'place',
  member: 'one',
  membership_funding: 'consent',
  adult: 'consent',
  employer: 'text',
  library_type: 'one',
  wanted_library_type: 'one',
  stage: 'one',
  rating: 'grid',
  offer_topics: 'many',
  offer_activities: 'many',
  want_topics: 'many',
  want_activities: 'many',
  help_stages: 'many',
  places: 'one',
  modes: 'many',
  hours: 'many',
  wants_nearby: 'one',
  not_with: 'long',
};

/** Names that mean something else to the program. */
const RESERVED =
  /^(rating_|help_areas$|gender|ethnicity|revision$|mark$|opened$|tab$|return$|go$|autosave$|carried$|.*_remove$)/;

export const isRead = (name: string): boolean => name in READ;
export const isEssential = (name: string): boolean => ESSENTIAL.some((one) => one === name);
export const isReserved = (name: string): boolean => RESERVED.test(name);

/** Choices that the program reads by value: their wording may change, their number and order may not. */
const BOUND = ['share_contact', 'member', 'places', 'hours', 'wants_nearby'];
export const hasBoundOptions = (name: string): boolean => BOUND.includes(name);

/** Two questions whose choices are compared with each other. */
const TWINS = [
  ['offer_topics', 'want_topics'],
  ['offer_activities', 'want_activities'],
  ['help_stages', 'stage'],
  ['library_type', 'wanted_library_type'],
] as const;

const allOf = (form: StoredForm): StoredQuestion[] => form.sections.flatMap(({ questions }) => questions);

const valuesOf = (question: StoredQuestion | undefined): string =>
  question && 'options' in question
    ? question.options
        .map(({ value }) => value)
        .sort()
        .join()
    : '';

function conditionFaults(questions: readonly StoredQuestion[]): string[] {
  return questions.flatMap(({ label, showIf }, index) => {
    if (!showIf) return [];
    const deciding = questions.slice(0, index).find(({ name }) => name === showIf.question);
    if (!deciding) return [`“${label}” depends on a question that does not come before it.`];
    if (deciding.showIf) return [`“${label}” depends on “${deciding.label}”, which is not asked of everybody itself.`];
    const known =
      deciding.type === 'consent' ? ['yes'] : 'options' in deciding ? deciding.options.map((o) => o.value) : [];
    return showIf.values.every((value) => known.includes(value))
      ? []
      : [`“${label}” depends on a choice that “${deciding.label}” does not offer.`];
  });
}

/** What keeps a form from being used, in sentences; none when it can be published. */
export function faultsOf(form: StoredForm): string[] {
  const questions = allOf(form);
  const named = (name: string) => questions.find((question) => question.name === name);
  const twice = questions.filter(({ name }, index) => questions.findIndex((one) => one.name === name) !== index);
  return [
    ...ESSENTIAL.filter((name) => !named(name)?.required).map(
      (name) => `The question “${name}” must be asked, and required.`,
    ),
    ...twice.map(({ label }) => `“${label}” is asked twice under one field name.`),
    ...questions
      .filter(({ name, type }) => READ[name] !== undefined && READ[name] !== type)
      .map(({ label }) => `“${label}” must stay of its kind: the program reads it.`),
    ...TWINS.filter(([a, b]) => named(a) && named(b) && valuesOf(named(a)) !== valuesOf(named(b))).map(
      ([a, b]) => `“${named(a)?.label}” and “${named(b)?.label}” must offer the same choices: matching compares them.`,
    ),
    ...conditionFaults(questions),
    ...form.sections
      .filter(({ identity, questions: own }) => !identity && own.length === 0)
      .map(({ title }) => `The section “${title}” has no question.`),
    ...questions
      .filter((question) => question.type === 'number' && question.from > question.to)
      .map(({ label }) => `“${label}”: the lowest number is above the highest.`),
  ];
}
