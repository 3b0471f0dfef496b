'use server';

import { z } from 'zod';
import { pressForm } from '@/auth/press';
import type { UserActor } from '@/domain/actor';
import {
  movedQuestion,
  movedSection,
  withoutQuestion,
  withoutSection,
  withQuestion,
  withSection,
} from '@/domain/forms/editing';
import { ALSC_2015 } from '@/domain/forms/frameworks';
import type { StoredForm } from '@/domain/forms/stored';
import { questionFrom, sectionFrom, withAttestation } from '@/domain/forms/typed';
import { paths } from '@/lib/paths';
import { codeIn, fieldsIn, textIn, type FormState } from '@/lib/form-state';
import { findFramework } from './frameworks/queries';
import { changeForm, discardForm, publishForm, startVersion } from './commands';
import { forgetQuestion, keepQuestion, takeQuestion } from './library/commands';
import {
  arrangeSchema,
  attestationInputSchema,
  inWorkSchema,
  questionInputSchema,
  sectionInputSchema,
  type Arrange,
} from './schema';

/** All that was posted; empty fields count as left out, so that what does not belong to a kind of question takes no part. */
const filledOf = (form: FormData) =>
  fieldsIn(form, ...[...form.keys()].filter((name) => !name.startsWith('$') && textIn(form, name).trim() !== ''));

/** Fields such as `label.es`, by language and name. */
function withTranslations(fields: Readonly<Record<string, unknown>>) {
  const typed: Record<string, Record<string, unknown>> = {};
  for (const [field, value] of Object.entries(fields)) {
    const [name = '', language] = field.split('.');
    if (language) typed[language] = { ...typed[language], [name]: value };
  }
  return { ...fields, translated: typed };
}

type Step<Input> = { schema: z.ZodType<Input>; next: string };

const run = <Input>(
  { before, form, schema, next }: { before: FormState; form: FormData } & Step<Input>,
  command: (input: Input, user: UserActor, now: Date) => Promise<void>,
): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.form(codeIn(form)),
    schema,
    input: withTranslations(filledOf(form)),
    command: (user, input, now) => command(input, user, now),
    onward: () => next,
  });

const cycleOnly = z.object({ cycleId: z.uuid() });
const named = z.object({ cycleId: z.uuid(), name: z.string() });

export const startVersionAction = async (before: FormState, form: FormData): Promise<FormState> =>
  run({ before, form, schema: cycleOnly, next: paths.form(codeIn(form)) }, (input, user, now) =>
    startVersion(user, input, now),
  );

export const discardFormAction = async (before: FormState, form: FormData): Promise<FormState> =>
  run({ before, form, schema: inWorkSchema, next: paths.form(codeIn(form), '?done=discarded') }, (input, user, now) =>
    discardForm(user, input, now),
  );

const publishing = inWorkSchema.extend({
  note: z.string('Say in a few words what you changed.').max(300, 'Keep the note under 300 characters.'),
});
export const publishFormAction = async (before: FormState, form: FormData): Promise<FormState> =>
  run({ before, form, schema: publishing, next: paths.form(codeIn(form), '?done=published') }, (input, user, now) =>
    publishForm(user, input, now),
  );

const typedQuestion = inWorkSchema.extend(questionInputSchema.shape);
export const saveQuestionAction = async (before: FormState, form: FormData): Promise<FormState> =>
  run(
    { before, form, schema: typedQuestion, next: paths.form(codeIn(form), '?done=question') },
    async ({ cycleId, version, section, framework: key, ...typed }, user, now) => {
      const framework = typed.type === 'grid' ? await findFramework(cycleId, key) : ALSC_2015;
      const change = (stored: StoredForm) =>
        withQuestion(stored, section, questionFrom(stored, { ...typed, framework }));
      return changeForm(user, { cycleId, version, change }, now);
    },
  );

const typedSection = inWorkSchema.extend(sectionInputSchema.shape);
export const saveSectionAction = async (before: FormState, form: FormData): Promise<FormState> =>
  run(
    { before, form, schema: typedSection, next: paths.form(codeIn(form), '?done=section') },
    ({ cycleId, version, ...typed }, user, now) =>
      changeForm(user, { cycleId, version, change: (stored) => withSection(stored, sectionFrom(stored, typed)) }, now),
  );

const attesting = inWorkSchema.extend(attestationInputSchema.shape);
export const saveAttestationAction = async (before: FormState, form: FormData): Promise<FormState> =>
  run(
    { before, form, schema: attesting, next: paths.form(codeIn(form), '?done=attestation') },
    ({ cycleId, version, ...typed }, user, now) =>
      changeForm(user, { cycleId, version, change: (stored) => withAttestation(stored, typed) }, now),
  );

function arranged(form: StoredForm, input: Arrange): StoredForm {
  const step = 'step' in input && input.step === 'up' ? -1 : 1;
  if (input.what === 'move-question') return movedQuestion(form, input.name, step);
  if (input.what === 'remove-question') return withoutQuestion(form, input.name);
  if (input.what === 'move-section') return movedSection(form, input.name, step);
  return withoutSection(form, input.name);
}

export const arrangeFormAction = async (before: FormState, form: FormData): Promise<FormState> =>
  run(
    { before, form, schema: arrangeSchema, next: `${paths.form(codeIn(form))}#${textIn(form, 'anchor')}` },
    (input, user, now) => changeForm(user, { ...input, change: (stored) => arranged(stored, input) }, now),
  );

export const keepQuestionAction = async (before: FormState, form: FormData): Promise<FormState> =>
  run({ before, form, schema: named, next: paths.form(codeIn(form), '?done=kept') }, (input, user, now) =>
    keepQuestion(user, input, now),
  );

export const forgetQuestionAction = async (before: FormState, form: FormData): Promise<FormState> =>
  run({ before, form, schema: named, next: paths.form(codeIn(form), '?done=forgotten') }, (input, user, now) =>
    forgetQuestion(user, input, now),
  );

const adding = inWorkSchema.extend({ section: z.string('Choose a section.'), name: z.string('Choose a question.') });
export const addFromLibraryAction = async (before: FormState, form: FormData): Promise<FormState> =>
  run({ before, form, schema: adding, next: paths.form(codeIn(form), '?done=question') }, (input, user, now) =>
    takeQuestion(user, input, now),
  );
