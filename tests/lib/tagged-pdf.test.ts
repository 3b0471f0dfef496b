import { describe, expect, it } from 'vitest';
import { inLanguage } from '@/lib/language';
import { paperFile } from '@/lib/pdf/paper-file';
import { taggedPdf } from '@/lib/pdf/tagged';
import { paperLines, paperOf, type PaperFacts } from '@/lib/words/papers';
import { readPdf } from './read-pdf';

const FACTS: PaperFacts = {
  name: 'Žofia Nguyễn',
  role: 'mentor',
  program: 'ALSC Mentoring',
  cycle: 'Fall 2024',
  contact: 'Rosalind Achebe',
  timeZone: 'America/Chicago',
  from: new Date('2024-11-01T15:00:00Z'),
  until: new Date('2025-11-01T15:00:00Z'),
  minutes: 95,
  eventMinutes: 60,
  pairs: 2,
  number: 'F24-C-7K3M9QXW2A',
  checkedAt: '',
};
const pdfOf = async (over: Partial<PaperFacts> = {}) => {
  const pdf = await taggedPdf(paperOf('certificate', { ...FACTS, ...over }));
  if (!pdf) throw new Error('no PDF');
  return pdf;
};

describe('a certificate as PDF', () => {
  it('has language, title, and a heading and paragraphs in their order', async () => {
    const { catalog, tags, marks, metadata } = readPdf(await pdfOf());
    expect(catalog).toMatch(/\/Lang \(en\)/);
    expect(catalog).toMatch(/\/MarkInfo/);
    expect(catalog).toMatch(/\/ViewerPreferences/);
    expect(tags).toEqual(['H1', ...Array.from({ length: paperLines('certificate', FACTS).length - 1 }, () => 'P')]);
    // The rule on top is decoration; all else is marked with its tag.
    expect(marks[0]).toBe('Artifact');
    expect(marks.filter((mark) => mark !== 'Artifact')).toEqual(tags);
    expect(metadata).toContain('pdfuaid');
  });

  it('embeds every font it names, with the letters they stand for', async () => {
    const { fonts } = readPdf(await pdfOf());
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    expect(fonts.filter(({ embedded, toUnicode }) => !embedded || !toUnicode)).toEqual([]);
  });

  it('is in the language at hand', async () => {
    const pdf = await inLanguage('fr', () => pdfOf());
    expect(readPdf(pdf).catalog).toMatch(/\/Lang \(fr\)/);
  });

  it.each(['Жанна Ќосић', 'Ελένη Παπαδοπούλου', 'Đặng Thị Hồng', 'Åse Łoś', 'e\u0301lodie'])(
    'prints the name %s',
    async (name) => {
      expect(await taggedPdf(paperOf('certificate', { ...FACTS, name }))).not.toBeNull();
    },
  );

  it.each(['李小龍', 'محمد', 'सीता', 'Ana 😀'])(
    'is a page to print for %s: no letter is ever missing',
    async (name) => {
      expect(await taggedPdf(paperOf('letter', { ...FACTS, name }))).toBeNull();
      const { name: file, bytes } = await paperFile('letter', { ...FACTS, name }, 'es');
      expect(file).toBe('F24-C-7K3M9QXW2A-letter.html');
      expect(bytes.toString()).toContain('<html lang="es">');
      expect(bytes.toString()).toContain(name);
    },
  );
});

it('says where the number is checked only to who chose that, and no hours where none are written down', () => {
  const words = (over: Partial<PaperFacts>) =>
    paperLines('certificate', { ...FACTS, ...over })
      .map(({ text }) => text)
      .join('\n');
  expect(words({})).not.toContain('check');
  expect(words({ checkedAt: 'https://example.org/certificate/x' })).toContain('https://example.org/certificate/x');
  expect(words({})).toContain('1 h 35 min');
  expect(words({ minutes: 0, eventMinutes: 0 })).not.toContain('min');
});
