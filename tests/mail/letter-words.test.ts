import { describe, expect, it } from 'vitest';
import { DEFAULT_LETTERS, LETTER_KINDS } from '@/domain/letters/defaults';
import { fieldsIn, unknownFields } from '@/domain/letters/template';
import { COMPETENCIES, TOPICS } from '@/domain/mentoring';
import { letterWords, STANDARD_LETTERS } from '@/lib/words/letters';

describe.each(['es', 'fr'] as const)('our letters in %s', (language) => {
  it.each(LETTER_KINDS)('%s uses the fields that the English one uses', (kind) => {
    const text = STANDARD_LETTERS[language][kind];
    expect(unknownFields(text)).toEqual([]);
    expect(new Set(fieldsIn(text))).toEqual(new Set(fieldsIn(DEFAULT_LETTERS[kind])));
  });
});

describe('a reason', () => {
  const [area, topic] = [COMPETENCIES[3], TOPICS[0]];
  const english = `Strong where Eli asks for help: ${area?.label}.`;

  it('of the matcher is said in the reader’s language, also where a label holds commas', () => {
    const said = letterWords('es').reason(english);
    expect(said).toMatch(/^Con experiencia donde Eli pide ayuda: .+\.$/);
    expect(said).not.toContain(area?.label);
    const topics = `Shared topics: ${topic?.label}, ${TOPICS[1]?.label}.`;
    expect(letterWords('fr').reason(topics)).toMatch(/^Sujets en commun\u202f: [^,]+, .+\.$/);
  });

  it('that somebody wrote, or that names something of theirs, stays as it is', () => {
    for (const own of ['You both love puppets.', 'Shared topics: Puppets of our own.'])
      expect(letterWords('es').reason(own)).toBe(own);
    expect(letterWords('en').reason(english)).toBe(english);
  });
});
