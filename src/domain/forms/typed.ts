import type { Option, Role } from '../mentoring';
import type { Audience, Condition } from '../questions';
import { Refusal } from '../refusal';
import { freeName, findQuestion, optionsFrom, plainName } from './editing';
import { ALSC_2015, type Framework } from './frameworks';
import { hasBoundOptions, isEssential, isRead, isReserved } from './fixed';
import { textsFrom, translationsFrom, type TypedTexts, type TypedTranslations } from './translating';
import type { PlaceList, StoredForm, StoredQuestion, StoredSection, StoredType } from './stored';

/** One question as the page of staff posts it. */
export type TypedQuestion = {
  name: string;
  type: StoredType;
  label: string;
  hint: string;
  missing: string;
  required?: 'yes' | undefined;
  roles: Role | 'both';
  seenBy: Audience;
  /** `question=value`, or '' for everybody. */
  showIf: string;
  options: readonly string[];
  maxLength: number;
  input: 'text' | 'tel' | 'email';
  words: number;
  from: number;
  to: number;
  list: PlaceList;
  text: string;
  noAnswer?: 'yes' | undefined;
  /** Of ratings: what is rated. */
  framework: Framework;
  help?: 'yes' | undefined;
  /** In other languages. */
  translated?: TypedTranslations;
};

const some = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value }); // the key is given as a literal

const rolesOf = (roles: Role | 'both') => (roles === 'both' ? undefined : [roles]);

function conditionIn(typed: string): Condition | undefined {
  const [question = '', value = ''] = typed.split('=', 2);
  return question && value ? { question, values: [value] } : undefined;
}

function choices({ options, label }: TypedQuestion, before: StoredQuestion | undefined, least: number): Option[] {
  const old = before && 'options' in before ? before.options : [];
  if (before && hasBoundOptions(before.name) && options.length !== old.length)
    throw new Refusal(
      'form.not_ready',
      `“${label}” must keep its ${old.length} choices in their order: the program reads them.`,
    );
  if (options.length < least)
    throw new Refusal('form.not_ready', `“${label}” needs at least ${least} choices, one a line.`);
  const made = optionsFrom(options, old);
  if (before && hasBoundOptions(before.name) && made.some(({ value }) => old.every((one) => one.value !== value)))
    throw new Refusal('form.not_ready', `“${label}”: move choices or reword them, one after the other.`);
  return made;
}

/** What is particular to a kind of question. */
function kindOf(typed: TypedQuestion, before: StoredQuestion | undefined) {
  const { type } = typed;
  if (type === 'text')
    return {
      type,
      maxLength: typed.maxLength,
      input: typed.input,
      ...some('autocomplete', before?.type === 'text' ? before.autocomplete : undefined),
    };
  if (type === 'long') return { type, words: typed.words };
  if (type === 'number') return { type, from: typed.from, to: typed.to };
  if (type === 'one')
    return { type, options: choices(typed, before, 2), ...some('noAnswer', typed.noAnswer ? true : undefined) };
  if (type === 'many') return { type, options: choices(typed, before, 1) };
  if (type === 'place') return { type, list: before?.type === 'place' ? before.list : typed.list };
  if (type === 'grid') return { type, ...frameworkIn(typed), ...some('help', typed.help ? true : undefined) };
  if (type === 'consent') return { type, statement: needed(typed, 1000) };
  if (type === 'explanation') return { type, text: needed(typed, 3000) };
  return { type };
}

/** A form holds the areas themselves, so that it reads the same whatever becomes of the list of frameworks. */
const frameworkIn = ({ framework }: TypedQuestion) =>
  framework.key === ALSC_2015.key ? { framework: ALSC_2015.key } : { framework: framework.key, areas: framework.areas };

function needed({ text, label }: TypedQuestion, most: number): string {
  if (text.length > most) throw new Refusal('form.not_ready', `“${label}”: keep its text under ${most} characters.`);
  if (!text) throw new Refusal('form.not_ready', `“${label}” needs its text.`);
  return text;
}

/** Room for a word before a name and a number behind it. */
const LONGEST_NAME = 28;

function nameFor(form: StoredForm, { name, label, type }: TypedQuestion): string {
  if (name) return name;
  if (type === 'grid') return 'rating';
  const taken = (one: string) => isRead(one) || isReserved(one) || findQuestion(form, one) !== undefined;
  const plain = plainName(label, '_', LONGEST_NAME);
  // No number makes a free name of one whose very beginning means something else.
  return freeName(isReserved(`${plain}_2`) ? `question_${plain}` : plain, taken, '_');
}

/**
 * The question that staff typed, for this form. One that stands already keeps its name, and its kind where the program reads it.
 *
 * @throws {Refusal} `form.not_ready` when the kind needs something that is missing; `form.name_taken`; `form.essential`;
 *   `form.changed` for a name that the form no longer has
 */
export function questionFrom(form: StoredForm, typed: TypedQuestion): StoredQuestion {
  const before = typed.name ? findQuestion(form, typed.name) : undefined;
  if (typed.name && !before) throw new Refusal('form.changed');
  const name = nameFor(form, typed);
  if (!before && findQuestion(form, name)) throw new Refusal('form.name_taken');
  if (before && isRead(name) && before.type !== typed.type)
    throw new Refusal('form.not_ready', `“${before.label}” must stay of its kind: the program reads it.`);
  const required = typed.required === 'yes' && typed.type !== 'explanation';
  if (isEssential(name) && !required) throw new Refusal('form.essential');
  const question: StoredQuestion = {
    name,
    label: typed.label,
    seenBy: typed.seenBy,
    ...some('hint', typed.hint || undefined),
    ...some('missing', typed.missing || undefined),
    ...some('required', required ? true : undefined),
    ...some('roles', rolesOf(typed.roles)),
    ...some('showIf', conditionIn(typed.showIf)),
    ...kindOf(typed, before),
  };
  return { ...question, ...some('translations', translationsFrom(question, typed.translated ?? {})) };
}

type TypedAttestation = { attestation: string; translated?: TypedTexts };

/** The form with the statement that staff typed, and what they typed for it in other languages. */
export const withAttestation = (form: StoredForm, { attestation, translated = {} }: TypedAttestation): StoredForm => {
  const { attested: _, ...rest } = form;
  return { ...rest, attestation, ...some('attested', textsFrom({ attestation }, translated)) };
};

export type TypedSection = {
  key: string;
  title: string;
  minutes: number;
  intro: string;
  roles: Role | 'both';
  translated?: TypedTexts;
};

/** Keys that are addresses of other pages of a form. */
const TAKEN = ['check', 'sent', 'address', 'identity', 'files', 'forget', 'help'];

/** The section that staff typed, for this form, with the questions it has. */
export function sectionFrom(form: StoredForm, typed: TypedSection): StoredSection {
  const { key, title, minutes, intro, roles, translated = {} } = typed;
  const before = form.sections.find((section) => section.key === key);
  const taken = (one: string) => TAKEN.includes(one) || form.sections.some((section) => section.key === one);
  return {
    key: before?.key ?? freeName(plainName(title, '-', 36), taken, '-'),
    title,
    minutes,
    ...some('intro', intro || undefined),
    ...some('roles', rolesOf(roles)),
    ...some('identity', before?.identity),
    ...some('translations', textsFrom({ title, intro }, translated)),
    questions: before?.questions ?? [],
  };
}
