import { describe, expect, it } from 'vitest';
import { differenceOf } from '@/domain/forms/difference';
import { withQuestion } from '@/domain/forms/editing';
import { STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import type { StoredQuestion } from '@/domain/forms/stored';
import { compiled } from '@/domain/forms/compiled';
import { sectionFrom, withAttestation } from '@/domain/forms/typed';
import { translationsFrom, typedTexts, typedTranslation } from '@/domain/forms/translating';
import { attestationInWords, attestationLang, sectionsInWords } from '@/lib/words/form';
import { inLanguage } from '@/lib/language';
import { storedFormSchema, storedQuestionSchema } from '@/features/forms/schema';

const SHIFT: StoredQuestion = {
  name: 'shift',
  type: 'one',
  label: 'Which shift?',
  hint: 'The usual one.',
  seenBy: 'committee',
  options: [
    { value: 'day', label: 'Day' },
    { value: 'night', label: 'Night' },
  ],
};
const SPANISH = { label: '¿Qué turno?', hint: 'El habitual.', options: ['Día', 'Noche'] };
const translated = { ...SHIFT, translations: translationsFrom(SHIFT, { es: SPANISH }) ?? {} };

describe('what staff translated', () => {
  it('is kept by the words it stands for, in a shape that the database takes', () => {
    expect(translated.translations).toEqual({
      es: [
        { of: 'Which shift?', words: '¿Qué turno?' },
        { of: 'The usual one.', words: 'El habitual.' },
        { of: 'Day', words: 'Día' },
        { of: 'Night', words: 'Noche' },
      ],
    });
    expect(storedQuestionSchema.parse(translated)).toEqual(translated);
  });

  it('comes back into the page of staff, without what no longer stands for anything', () => {
    expect(typedTranslation(translated, 'es')).toEqual({ ...SPANISH, text: '' });
    const reworded = {
      ...translated,
      label: 'Which hours?',
      options: [...SHIFT.options, { value: 'none', label: 'None' }],
    };
    expect(typedTranslation(reworded, 'es')).toEqual({ label: '', hint: 'El habitual.', text: '', options: [] });
    expect(typedTranslation(translated, 'fr')).toEqual({ label: '', hint: '', text: '', options: [] });
  });

  it('is nothing where nothing was typed', () => {
    expect(translationsFrom(SHIFT, { es: { label: '', hint: '', options: [] }, fr: {} })).toBeUndefined();
  });

  it('has a line for every choice, or none', () => {
    expect(() => translationsFrom(SHIFT, { fr: { label: 'Quel horaire ?', options: ['Jour'] } })).toThrow(
      '“Which shift?” has 2 choices: translate all of them, one a line and in the same order, or none.',
    );
  });

  it('is told as a difference between versions', () => {
    const before = withQuestion(STANDARD_FORM, 'more', SHIFT);
    const [difference] = differenceOf(before, withQuestion(before, 'more', translated));
    expect(difference).toEqual({
      what: 'changed',
      title: 'Which shift?',
      lines: [{ label: 'In Spanish', before: '', after: '¿Qué turno? · El habitual. · Día · Noche' }],
    });
  });
});

describe('a title, an introduction and the statement in other languages', () => {
  const typed = { key: '', title: 'Night work', minutes: 2, intro: 'Tell us when.', roles: 'both' } as const;
  const translated = { es: { title: 'Trabajo nocturno', intro: 'Díganos cuándo.' }, fr: { title: '', intro: '' } };
  const section = sectionFrom(STANDARD_FORM, { ...typed, translated });
  const STATEMENT = 'All of this is so, I say.';
  const form = withAttestation(
    { ...STANDARD_FORM, sections: [section] },
    { attestation: STATEMENT, translated: { fr: { attestation: 'Tout cela est exact.' } } },
  );

  it('are kept by the words they stand for, in a shape that the database takes', () => {
    expect(section.translations).toEqual({
      es: [
        { of: 'Night work', words: 'Trabajo nocturno' },
        { of: 'Tell us when.', words: 'Díganos cuándo.' },
      ],
    });
    expect(form.attested).toEqual({ fr: [{ of: STATEMENT, words: 'Tout cela est exact.' }] });
    expect(storedFormSchema.parse(form)).toEqual(form);
  });

  it('are said in their language, and in English with its mark where nobody translated them', () => {
    const pages = compiled('one', form);
    const shown = (language: 'es' | 'fr') =>
      inLanguage(language, () => {
        const [page] = sectionsInWords(pages.sections);
        return [page?.title, page?.intro, page?.lang, attestationInWords(pages), attestationLang(pages)];
      });
    expect(shown('es')).toEqual(['Trabajo nocturno', 'Díganos cuándo.', undefined, STATEMENT, 'en']);
    expect(shown('fr')).toEqual(['Night work', 'Tell us when.', 'en', 'Tout cela est exact.', undefined]);
  });

  it('come back into the page of staff, without what no longer stands for anything', () => {
    expect(typedTexts({ title: 'Night work', intro: 'Tell us why.' }, section.translations)).toEqual({
      'title.es': 'Trabajo nocturno',
      'intro.es': '',
      'title.fr': '',
      'intro.fr': '',
    });
    expect(withAttestation(form, { attestation: 'Another statement.' })).not.toHaveProperty('attested');
  });

  it('are told among the differences', () => {
    const plain = { ...STANDARD_FORM, sections: [sectionFrom(STANDARD_FORM, typed)] };
    expect(differenceOf(plain, form)).toEqual([
      {
        what: 'changed',
        title: 'Section “Night work”',
        lines: [{ label: 'In Spanish', before: '', after: 'Trabajo nocturno · Díganos cuándo.' }],
      },
      {
        what: 'changed',
        title: 'What applicants put their name to',
        lines: [
          { label: 'Statement', before: STANDARD_FORM.attestation, after: STATEMENT },
          { label: 'In French', before: '', after: 'Tout cela est exact.' },
        ],
      },
    ]);
  });
});
