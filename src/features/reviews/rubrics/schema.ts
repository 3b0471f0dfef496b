import { z } from 'zod';
import { freeName, plainName } from '@/domain/forms/editing';
import { ROLES, type Role } from '@/domain/mentoring';
import { REVIEW_STYLES, VERDICTS, type Rubric, type RubricCriterion } from '@/domain/rubric';
import { cleanText } from '@/lib/clean-text';

export const styleSchema = z.enum(REVIEW_STYLES);
/** What a review gave, as it is stored, and to which version of the criteria. */
export const givenSchema = z.object({ ratings: z.unknown(), rubricNumber: z.number() });
export const verdictSchema = z.enum(VERDICTS).nullable();

const text = z.string().trim().max(2000);
const criterionSchema = z.strictObject({
  key: z.string().regex(/^[a-z0-9_-]{1,40}$/),
  label: text,
  question: text,
  anchors: z.tuple([text, text, text, text]),
  weight: z.number(),
  optional: z.boolean(),
});
/** Criteria as they are stored and posted; whether they are good ones says `assertRubric`. */
export const rubricSchema = z.strictObject({
  mentor: z.array(criterionSchema).max(40),
  mentee: z.array(criterionSchema).max(40),
});

export const saveRubricSchema = z.strictObject({
  cycleId: z.uuid(),
  /** The version that the form began from. */
  base: z.coerce.number().int().min(0),
  rubric: rubricSchema,
});
export type SaveRubricInput = z.output<typeof saveRubricSchema>;

export const settingsSchema = z.strictObject({
  cycleId: z.uuid(),
  /** Counts changes of how the cycle is reviewed. */
  version: z.coerce.number().int().min(1),
  style: z.enum(REVIEW_STYLES, 'Choose the light review or the rubric.'),
  blind: z.stringbool().default(false),
  wanted: z.coerce
    .number('Reviews wanted: a whole number from 1 to 9.')
    .int('Reviews wanted: a whole number from 1 to 9.')
    .min(1, 'Reviews wanted: a whole number from 1 to 9.')
    .max(9, 'Reviews wanted: a whole number from 1 to 9.'),
});
export type SettingsInput = z.output<typeof settingsSchema>;

const FIELDS = ['key', 'label', 'question', 'one', 'two', 'three', 'four', 'weight', 'optional'] as const;
type Field = (typeof FIELDS)[number];
export type TypedCriterion = Record<Field, string>;
/** The criteria as they stand in the fields of the form, not yet looked at. */
export type TypedRubric = Record<Role, TypedCriterion[]>;

const MOST_READ = 40;
const NEW: TypedCriterion = {
  key: '',
  label: '',
  question: '',
  one: '',
  two: '',
  three: '',
  four: '',
  weight: '1',
  optional: '',
};

export const fieldName = (role: Role, index: number, field: Field): string => `${role}.${index}.${field}`;

export function readTyped(typed: Readonly<Record<string, string>>): TypedRubric {
  const of = (role: Role) =>
    Array.from({ length: Math.min(Number(typed[`${role}.count`]) || 0, MOST_READ) }, (_, index): TypedCriterion => {
      const value = (field: Field) => cleanText(typed[fieldName(role, index, field)] ?? '').trim();
      const [key, label, question] = [value('key'), value('label'), value('question')];
      const [one, two, three, four] = [value('one'), value('two'), value('three'), value('four')];
      return { key, label, question, one, two, three, four, weight: value('weight'), optional: value('optional') };
    });
  return { mentor: of('mentor'), mentee: of('mentee') };
}

/** The fields of the form that say the same. */
export const writeTyped = (rubric: TypedRubric): Record<string, string> =>
  Object.fromEntries(
    ROLES.flatMap((role) => [
      [`${role}.count`, String(rubric[role].length)],
      ...rubric[role].flatMap((criterion, index) =>
        FIELDS.map((field) => [fieldName(role, index, field), criterion[field]]),
      ),
    ]),
  );

const typedCriterion = ({ key, label, question, anchors, weight, optional }: RubricCriterion): TypedCriterion => {
  const [one, two, three, four] = anchors;
  return { key, label, question, one, two, three, four, weight: String(weight), optional: optional ? 'yes' : '' };
};
export const typedOf = ({ mentor, mentee }: Rubric): TypedRubric => ({
  mentor: mentor.map(typedCriterion),
  mentee: mentee.map(typedCriterion),
});

function criteriaOf(typed: readonly TypedCriterion[]): RubricCriterion[] {
  const taken = new Set(typed.map(({ key }) => key).filter(Boolean));
  return typed.map(({ label, question, one, two, three, four, weight, optional, ...rest }) => {
    const key = rest.key || freeName(plainName(label, '-', 30) || 'criterion', (one) => taken.has(one), '-');
    taken.add(key);
    const counts = /^\d{1,4}$/.test(weight) ? Number(weight) : -1;
    return { key, label, question, anchors: [one, two, three, four], weight: counts, optional: optional === 'yes' };
  });
}
export const rubricOf = ({ mentor, mentee }: TypedRubric): Rubric => ({
  mentor: criteriaOf(mentor),
  mentee: criteriaOf(mentee),
});

/** What a button between the fields does: "add:mentor", "up:mentee:2", "down:mentee:0", "remove:mentor:1". */
export function edited(typed: TypedRubric, act: string): TypedRubric {
  const [what = '', whose = '', where = ''] = act.split(':');
  const role = ROLES.find((one) => one === whose);
  if (!role) return typed;
  const [list, index] = [[...typed[role]], Number(where)];
  if (what === 'add') list.push({ ...NEW });
  else if (list[index]) {
    const [moved] = list.splice(index, 1);
    if (moved && what !== 'remove') list.splice(Math.max(0, what === 'up' ? index - 1 : index + 1), 0, moved);
  }
  return { ...typed, [role]: list };
}
