import { describe, expect, it } from 'vitest';
import { differenceOf } from '@/domain/forms/difference';
import { withQuestion } from '@/domain/forms/editing';
import { STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import type { StoredQuestion } from '@/domain/forms/stored';
import { translationsFrom, typedTranslation } from '@/domain/forms/translating';
import { storedQuestionSchema } from '@/features/forms/schema';

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
