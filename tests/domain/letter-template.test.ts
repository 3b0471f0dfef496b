import { describe, expect, it } from 'vitest';
import { DEFAULT_LETTERS, LETTER_KINDS } from '@/domain/letters/defaults';
import { fieldsIn, fill, unknownFields } from '@/domain/letters/template';

describe('a template', () => {
  it('is filled once: braces in a value stay as they are', () => {
    expect(
      fill(
        { subject: 'For {{name}}', body: 'Hello {{ name }},\n\n{{partner_notes}}\n\nbye' },
        { name: '{{cycle}}', partner_notes: '' },
      ),
    ).toEqual({ subject: 'For {{cycle}}', body: 'Hello {{cycle}},\n\nbye', missing: [] });
  });

  it('names fields without a value, and fields that do not exist', () => {
    const text = { subject: '{{name}}', body: '{{unmet_rule}} {{nobody}} {{broken' };
    expect(fill(text, { name: 'Ana' }).missing).toEqual(['unmet_rule']);
    expect(unknownFields(text)).toEqual(['nobody', '{{broken']);
  });

  it.each(LETTER_KINDS)('%s as delivered uses only fields that exist', (kind) => {
    expect(unknownFields(DEFAULT_LETTERS[kind])).toEqual([]);
    expect(fieldsIn(DEFAULT_LETTERS[kind]).length).toBeGreaterThan(0);
  });
});
