import { listOf, textOf, type Answers } from '../answers';
import type { Check, FormDefinition, OptionGroup, Question, Section } from '../questions';
import { ALSC_2015 } from './frameworks';
import { COUNTRIES, OUTSIDE, SUBDIVISIONS, TIME_ZONES } from './places';
import type { PlaceList, StoredForm, StoredQuestion, StoredSection } from './stored';

const LISTS: Record<PlaceList, readonly OptionGroup[]> = {
  countries: COUNTRIES,
  subdivisions: SUBDIVISIONS,
  'time-zones': TIME_ZONES,
};

const inCountry = (country: string, subdivision: string) => {
  if (country === 'US' || country === 'CA') return subdivision.startsWith(`${country}-`);
  return subdivision === OUTSIDE;
};

/** What two answers of one page must be to each other, wherever both are asked on one page. */
const CHECKS: readonly (Check & { with: string })[] = [
  {
    field: 'subdivision',
    with: 'country',
    holds: (answers) => inCountry(textOf(answers, 'country'), textOf(answers, 'subdivision')),
    message: 'Choose a state or province of your country; for other countries, the last one in the list.',
  },
  {
    field: 'phone',
    with: 'share_contact',
    holds: (answers: Answers) => !listOf(answers, 'share_contact').includes('phone') || textOf(answers, 'phone') !== '',
    message: 'Enter a phone number, or take back the tick for sharing it.',
  },
];

function grid(question: Extract<StoredQuestion, { type: 'grid' }>): Question[] {
  const { name: _, type: __, framework: ___, areas = ALSC_2015.areas, help, label: ____, ...shared } = question;
  const tick = { name: 'help_areas', label: 'I want help with this', roles: ['mentee'] as const };
  const ratings = areas.map(({ value, label }): Question => ({
    ...shared,
    missing: question.missing ?? 'Choose a number from 1 to 5.',
    name: `rating_${value}`,
    type: 'rating',
    label,
    ...(help ? { tick: { ...tick, value } } : {}),
  }));
  if (!help) return ratings;
  return [
    ...ratings,
    {
      name: 'help_areas',
      type: 'many',
      inline: true,
      label: 'Areas you want help with',
      roles: ['mentee'],
      options: areas,
      seenBy: question.seenBy,
      ...(question.showIf ? { showIf: question.showIf } : {}),
      ...(question.translations ? { translations: question.translations } : {}),
    },
  ];
}

function asked(question: StoredQuestion): Question[] {
  if (question.type === 'grid') return grid(question);
  if (question.type !== 'place') return [question];
  const { list, type: _, ...rest } = question;
  return [{ ...rest, type: 'select', groups: LISTS[list] }];
}

function section({ questions, ...rest }: StoredSection): Section {
  const all = questions.flatMap(asked);
  const has = (name: string) => all.some((question) => question.name === name);
  const checks = CHECKS.filter((check) => has(check.field) && has(check.with));
  return { ...rest, questions: all, ...(checks.length > 0 ? { checks } : {}) };
}

/** The form as it is asked: lists of places and areas of frameworks filled in, checks between answers added. */
export const compiled = (version: string, form: StoredForm): FormDefinition => ({
  version,
  attestation: form.attestation,
  ...(form.attested ? { attested: form.attested } : {}),
  sections: form.sections.map(section),
});
