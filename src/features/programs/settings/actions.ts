'use server';

import { pressForm } from '@/auth/press';
import { OTHER_LANGUAGES } from '@/domain/language';
import { fieldsIn, slugIn, type FormState } from '@/lib/form-state';
import { paths } from '@/lib/paths';
import { saveProgram } from './commands';
import { programSchema } from './schema';

const WORDS = ['promise', 'summary', 'objectives', 'commitments', 'pause'] as const;

/** Fields such as `promise.es`, by language. */
const translationsIn = (form: FormData) =>
  Object.fromEntries(
    OTHER_LANGUAGES.map((language) => {
      const typed = fieldsIn(form, ...WORDS.map((word) => `${word}.${language}`));
      return [language, Object.fromEntries(WORDS.map((word) => [word, typed[`${word}.${language}`]]))];
    }),
  );

const MEMBER = ['name', 'role', 'affiliation', 'term', 'consent'] as const;

/** Fields such as `member.3.name`, row by row in the order of the page. */
function rosterIn(form: FormData) {
  const rows = [...form.keys()].flatMap((name) => /^member\.(\d{1,3})\.name$/.exec(name)?.[1] ?? []);
  return rows.map((row) => {
    const typed = fieldsIn(form, ...MEMBER.map((field) => `member.${row}.${field}`));
    return Object.fromEntries(MEMBER.map((field) => [field, typed[`member.${row}.${field}`]]));
  });
}

export const saveProgramAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressForm(before, form, {
    back: paths.programWords(slugIn(form)),
    schema: programSchema,
    input: {
      ...fieldsIn(form, 'programId', 'version', ...WORDS, 'contactName', 'contactEmail', 'contactPhone', 'showCounts'),
      languages: OTHER_LANGUAGES.filter((language) => form.get(`offers.${language}`) === 'yes'),
      translations: translationsIn(form),
      roster: rosterIn(form),
    },
    command: saveProgram,
    onward: () => paths.programWords(slugIn(form), '?done=saved'),
  });
