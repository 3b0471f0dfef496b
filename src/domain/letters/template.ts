import { LETTER_FIELDS, type LetterField, type LetterText } from './defaults';

const FIELD = /\{\{\s*([a-z_]+)\s*\}\}/g;

const isField = (name: string): name is LetterField => Object.hasOwn(LETTER_FIELDS, name);

/** Names between double braces, in the order they first stand there. */
export function fieldsIn({ subject, body }: LetterText): string[] {
  return [...new Set([...`${subject}\n${body}`.matchAll(FIELD)].map(([, name]) => name ?? ''))];
}

/** Fields a template uses that do not exist, and braces that name nothing: each blocks the release. */
export function unknownFields(text: LetterText): string[] {
  const unknown = fieldsIn(text).filter((name) => !isField(name));
  const loose = `${text.subject}\n${text.body}`.replace(FIELD, '').match(/\{\{[^\n]{0,20}|[^\n]{0,20}\}\}/g) ?? [];
  return [...unknown, ...loose];
}

export type FieldValues = Partial<Record<LetterField, string>>;

export type Filled = LetterText & {
  /** Fields the template uses and nobody has a value for. */
  missing: LetterField[];
};

/**
 * Puts the values in, once: a value that holds braces itself is not looked at again. Values are Markdown already, made by
 * `values.ts`; an empty value leaves no empty paragraph behind.
 */
export function fill(text: LetterText, values: FieldValues): Filled {
  const missing: LetterField[] = [];
  const put = (source: string) =>
    source.replace(FIELD, (whole, name: string) => {
      if (!isField(name)) return whole;
      const value = values[name];
      if (value === undefined) missing.push(name);
      return value ?? '';
    });
  const subject = put(text.subject);
  const body = put(text.body)
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return { subject: plain(subject), body, missing: [...new Set(missing)] };
}

/** A subject is one plain line: escapes of Markdown go. */
const plain = (source: string): string =>
  source
    .replace(/\\([\\`*_{}[\]()#+\-.!<>|~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
