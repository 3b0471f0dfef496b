/** What applicants may hand in, known by its content. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  txt: 'text/plain; charset=utf-8',
} as const;
export type FileType = keyof typeof FILE_TYPES;

export const MAX_FILE_BYTES = 5 * 1024 * 1024;
export const FILE_WORDS = 'A PDF, Word, OpenDocument, RTF or plain text file of at most 5 MB.';

const starts = (bytes: Uint8Array, text: string): boolean =>
  new TextEncoder().encode(text).every((byte, index) => bytes[index] === byte);

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** What kind of document an archive is. Its entries are named in plain bytes, wherever in it they stand. */
function archiveType(bytes: Uint8Array): FileType | null {
  if (latin(bytes.subarray(0, 200)).includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  const all = latin(bytes);
  // Spreadsheets and slides have a list of content types too, but nothing in a folder `word`.
  return all.includes('[Content_Types].xml') && all.includes('word/') ? 'docx' : null;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The type that the content itself shows, whatever the name says; null for anything that is not taken. */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  if (starts(bytes, '%PDF-')) return 'pdf';
  if (starts(bytes, '{\\rtf')) return 'rtf';
  if (starts(bytes, 'PK\u0003\u0004')) return archiveType(bytes);
  return bytes.length > 0 && isText(bytes) ? 'txt' : null;
}

/** A name that is safe in a header and on any disk, ending as its content says. */
export function safeFileName(name: string, type: FileType): string {
  const plain = name
    .normalize('NFC')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[^\p{L}\p{M}\p{N} ._-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+/, '');
  // Cut between characters: half of one is no text that a database takes.
  const stem = Array.from(plain)
    .slice(0, 80)
    .join('')
    .replace(/[ .]+$/, '');
  return `${stem || 'file'}.${type}`;
}

/** The id and name in a file question's answer, `<id> <name>`; null when nothing was handed in. */
export function fileIn(answer: string): { id: string; name: string } | null {
  const [, id = '', name = ''] = /^([0-9a-f-]{36}) (.+)$/.exec(answer) ?? [];
  return id ? { id, name } : null;
}
