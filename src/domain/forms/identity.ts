import type { Answers } from '../answers';
import { listOf, textOf } from '../answers';
import type { IdentityAnswer, IdentityAnswers, IdentityDimension } from '../matching/identity';
import type { Option } from '../mentoring';

export const GENDERS = [
  { value: 'woman', label: 'Woman' },
  { value: 'man', label: 'Man' },
  { value: 'nonbinary', label: 'Nonbinary or gender diverse' },
  { value: 'another', label: 'Another gender' },
] as const satisfies readonly Option[];

export const ETHNICITIES = [
  { value: 'indigenous', label: 'American Indian, Alaska Native, First Nations, Inuit or Métis' },
  { value: 'asian', label: 'Asian' },
  { value: 'black', label: 'Black or African American' },
  { value: 'hispanic', label: 'Hispanic or Latino/a/e' },
  { value: 'middle-eastern', label: 'Middle Eastern or North African' },
  { value: 'pacific', label: 'Native Hawaiian or Pacific Islander' },
  { value: 'white', label: 'White' },
  { value: 'another', label: 'Another background' },
] as const satisfies readonly Option[];

export const SAME = 'same';

export const IDENTITY_QUESTIONS = [
  {
    dimension: 'gender',
    own: 'gender_own',
    wish: 'gender_wish',
    many: false,
    options: GENDERS,
    ownLabel: 'Your gender',
    wishLabel: 'Do you wish for a match of a certain gender?',
    sameLabel: 'Same as mine',
  },
  {
    dimension: 'ethnicity',
    own: 'ethnicity_own',
    wish: 'ethnicity_wish',
    many: true,
    options: ETHNICITIES,
    ownLabel: 'Your race or ethnicity',
    wishLabel: 'Do you wish for a match of a certain race or ethnicity?',
    sameLabel: 'Same as mine (any of them)',
  },
] as const satisfies readonly {
  dimension: IdentityDimension;
  own: string;
  wish: string;
  many: boolean;
  options: readonly Option[];
  ownLabel: string;
  wishLabel: string;
  sameLabel: string;
}[];
export type IdentityQuestion = (typeof IDENTITY_QUESTIONS)[number];

/** What may be done with answers given before; the page looks the same whether there are any. */
export const IDENTITY_ACTIONS = ['keep', 'replace', 'remove'] as const;
export type IdentityAction = (typeof IDENTITY_ACTIONS)[number];

/** Everything the page says about these answers; DATE is the day they are deleted. */
export const identityPromises = (deleteOn: string): string[] => [
  'Optional. Skipping this page does not change whether you are matched.',
  'We ask so that the matching service can try to follow your preferences; we cannot guarantee it, and it is possible only if a suitable person applied.',
  'Committee, staff, other applicants and your match are not shown these answers.',
  `Deleted on ${deleteOn}.`,
  'What you write in other answers is read by the committee.',
  'The person who operates the server could technically read them and is bound by our privacy policy.',
];

export const TOTALS_CONSENT = 'Also count me in totals that cannot identify me.';

const known = (options: readonly Option[], values: readonly string[]) =>
  values.filter((value) => options.some((option) => option.value === value));

function answerOf({ own, wish, options }: IdentityQuestion, answers: Answers): IdentityAnswer {
  const wanted = textOf(answers, wish);
  const value = known(options, [wanted])[0];
  return {
    own: known(options, listOf(answers, own)),
    wish: wanted === SAME ? { kind: 'same' } : value ? { kind: 'value', value } : null,
  };
}

/** The answers in the shape that is sealed; consent to be counted travels with them. */
export function identityOf(answers: Answers): IdentityAnswers & { countInTotals: boolean } {
  const [gender, ethnicity] = IDENTITY_QUESTIONS;
  return {
    gender: answerOf(gender, answers),
    ethnicity: answerOf(ethnicity, answers),
    countInTotals: textOf(answers, 'count_me') === 'yes',
  };
}

export const isBlank = ({ gender, ethnicity }: IdentityAnswers): boolean =>
  [gender, ethnicity].every(({ own, wish }) => own.length === 0 && wish === null);

/** Field name → what is wrong. A wish for "same as mine" needs an own value. */
export function identityProblems(given: IdentityAnswers): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { dimension, wish, ownLabel } of IDENTITY_QUESTIONS) {
    if (given[dimension].wish?.kind === 'same' && given[dimension].own.length === 0) {
      problems[wish] = `“Same as mine” needs your own answer. Choose one under “${ownLabel}”, or choose “No wish”.`;
    }
  }
  return problems;
}

/** One line per answer, for reading back once; `word` words each text in the reader's language. */
export function identityInWords(
  given: IdentityAnswers,
  word: (english: string) => string = (english) => english,
): { label: string; words: string }[] {
  return IDENTITY_QUESTIONS.flatMap(({ dimension, options, ownLabel, wishLabel }) => {
    const label = (value: string) => word(options.find((option) => option.value === value)?.label ?? value);
    const { own, wish } = given[dimension];
    return [
      { label: word(ownLabel), words: own.map(label).join(', ') || word('No answer') },
      {
        label: word(wishLabel),
        words: wish === null ? word('No wish') : wish.kind === 'same' ? word('Same as mine') : label(wish.value),
      },
    ];
  });
}
