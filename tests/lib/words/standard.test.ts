import { describe, expect, it } from 'vitest';
import { STANDARD_FORM, MENTORING_2026 } from '@/domain/forms/mentoring-2026';
import { FORM_ROLES } from '@/domain/mentoring';
import { sectionsFor } from '@/domain/questions';
import { inLanguage } from '@/lib/language';
import { questionInWords, sectionsInWords } from '@/lib/words/form';
import { isStandard } from '@/lib/words/standard';

const sections = FORM_ROLES.flatMap((role) => sectionsFor(MENTORING_2026, role, true));

describe('the standard form', () => {
  it.each(['es', 'fr'] as const)('is wholly translated into %s', (language) => {
    const worded = inLanguage(language, () => sectionsInWords(sections));
    const left = worded.flatMap((section) => [section, ...section.questions]).filter(({ lang }) => lang !== undefined);
    expect(left).toEqual([]);
  });

  it('asks the same questions, of the same people, with the same values', () => {
    const bare = (value: unknown): unknown =>
      JSON.parse(
        JSON.stringify(value, (key, one: unknown) =>
          ['label', 'hint', 'missing', 'title', 'intro', 'statement', 'message', 'text'].includes(key) ? '' : one,
        ),
      );
    const worded = inLanguage('es', () => sectionsInWords(sections));
    const sorted = (value: unknown) =>
      JSON.stringify(value).replace(/"options":\[[^\]]*\]/g, (options) =>
        [...options.matchAll(/"value":"[^"]*"/g)].sort().join(),
      );
    // Every question gets words for a missing answer; English words them where they are needed.
    expect(sorted(bare(worded)).replaceAll('"missing":"",', '').replaceAll(',"missing":""', '')).toEqual(
      sorted(bare(sections)).replaceAll('"missing":"",', '').replaceAll(',"missing":""', ''),
    );
  });

  it('has a statement that the catalogs know', () => {
    expect(isStandard(STANDARD_FORM.attestation)).toBe(true);
  });
});

describe('a question that staff reworded', () => {
  const [question] = sections.flatMap(({ questions }) => questions).filter(({ name }) => name === 'member');
  if (!question || question.type !== 'one') throw new Error('The standard form asks for membership.');
  const reworded = { ...question, label: 'Do you belong to us?' };

  it('stays as they wrote it, whole, and says in which language', () => {
    expect(inLanguage('es', () => questionInWords(reworded))).toEqual({ ...reworded, lang: 'en' });
  });

  it('is shown as they translated it, with standard words beside', () => {
    const translated = { ...reworded, translations: { es: [{ of: reworded.label, words: '¿Es de los nuestros?' }] } };
    const shown = inLanguage('es', () => questionInWords(translated));
    expect([shown.label, shown.hint, shown.lang]).toEqual([
      '¿Es de los nuestros?',
      'Si no está segura o seguro, dígalo; el personal lo consultará.',
      undefined,
    ]);
    expect(inLanguage('fr', () => questionInWords(translated)).lang).toBe('en');
  });

  it('is English in English', () => {
    expect(questionInWords(reworded)).toBe(reworded);
  });
});
