import { describe, expect, it } from 'vitest';
import type { ReleaseInput } from '@/domain/letters/release-plan';
import { letterWords, STANDARD_LETTERS } from '@/lib/words/letters';
import { application, input, lettersOf, match } from './letter-makers';

describe('a letter in the language its reader applied in', () => {
  const spanish = { language: 'es' as const, state: 'accepted' as const };
  const mentor = application('m', {
    ...spanish,
    role: 'mentor',
    name: 'Mara',
    answers: { share_contact: ['email', 'phone'], phone: '+1 555 010 0101' },
  });
  const mentee = application('e', { ...spanish, name: 'Eli' });
  const others = { es: { texts: STANDARD_LETTERS.es, words: letterWords('es') } };
  const written = (over: Partial<ReleaseInput>, people = [mentor, mentee]) =>
    lettersOf({ ...input(people, people.length > 1 ? [match('m', 'e')] : []), others, ...over });

  it('is in it where there are words for all it says, dates and contact line too', () => {
    const toMentee = written({}).find(({ name }) => name === 'Eli');
    expect(toMentee).toMatchObject({ language: 'es', subject: 'Su mentor/a para Fall 2030', problems: [] });
    for (const said of [
      'Hola, Eli:',
      'Puede comunicarse con Mara: [m@example\\.test](mailto:m@example.test) o \\+1 555 010 0101.',
      'Mara escribe primero, a más tardar el viernes, 8 de febrero de 2030.',
      '[confirme este emparejamiento o diga que no](https://example.test/confirm/x)',
    ])
      expect(toMentee?.markdown).toContain(said);
  });

  it('is in English as a whole where one part has no words in it', () => {
    const { matched_mentee: _, ...texts } = STANDARD_LETTERS.es;
    const both = application('b', { ...spanish, personId: 'person-e', role: 'mentor', name: 'Eli' });
    const made = input([mentor, mentee, both], [match('m', 'e')]);
    const letters = lettersOf({ ...made, others: { es: { texts, words: letterWords('es') } } });
    expect(letters.map(({ name, language }) => [name, language])).toEqual([
      ['Eli', 'en'],
      ['Mara', 'es'],
    ]);
  });

  it('is in English where the program does not offer it', () => {
    expect(written({ others: {} }, [mentee])[0]).toMatchObject({ language: 'en' });
  });

  it('names the fields that have no value, as the English one does', () => {
    const declined = application('d', { ...spanish, state: 'declined' });
    expect(written({}, [declined])[0]?.problems).toEqual(['{{unmet_rule}} has no value in “Declined”.']);
  });
});
