import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileIn, fileTypeOf, safeFileName } from '@/domain/file-type';

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
/** An archive as far as it matters here: its entries, uncompressed. */
const archive = (...names: string[]) =>
  bytes(names.map((name) => `PK\u0003\u0004${'\0'.repeat(26)}${name}${'\u00b5'.repeat(60)}`).join(''));

describe('the type of a file is what its content shows', () => {
  it.each<[string, Uint8Array, ReturnType<typeof fileTypeOf>]>([
    ['a PDF', bytes('%PDF-1.7\n%\u00e2\u00e3'), 'pdf'],
    ['a Word document', archive('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), 'docx'],
    [
      'one whose entries stand in another order',
      archive('docProps/app.xml', 'word/document.xml', '[Content_Types].xml'),
      'docx',
    ],
    [
      'one whose document stands far behind',
      archive('[Content_Types].xml', 'x'.repeat(9000), 'word/document.xml'),
      'docx',
    ],
    ['an OpenDocument text', archive('mimetypeapplication/vnd.oasis.opendocument.text', 'content.xml'), 'odt'],
    ['rich text', bytes('{\\rtf1\\ansi Hello}'), 'rtf'],
    ['plain text', Uint8Array.from(Buffer.from('Héllo\tworld\r\n日本')), 'txt'],
    ['a spreadsheet', archive('[Content_Types].xml', 'xl/workbook.xml'), null],
    ['slides', archive('[Content_Types].xml', 'ppt/presentation.xml'), null],
    ['an archive of anything', archive('password.txt', 'run.exe'), null],
    ['an archive with a folder of that name', archive('word/list.txt'), null],
    ['an OpenDocument spreadsheet', archive('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'), null],
    ['a program', bytes('MZ\u0090\0\u0003\0\0\0'), null],
    ['a program of another system', bytes('\u007fELF\u0002\u0001\u0001\0'), null],
    ['a picture', bytes('\u0089PNG\r\n\u001a\n\0\0'), null],
    ['an old Word document', bytes('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1'), null],
    ['text in UTF-16', Uint8Array.from(Buffer.from('\ufeffHello', 'utf16le')), null],
    ['text in Latin-1', bytes('caf\u00e9 au lait'), null],
    ['text with a NUL', bytes('Hello\0world'), null],
    ['text with an escape', bytes('Hello \u001b[31m'), null],
    ['nothing', new Uint8Array(), null],
  ])('%s', (_, content, type) => {
    expect(fileTypeOf(content)).toBe(type);
  });

  it('whatever the bytes are, there is an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (content) => {
        expect([null, 'pdf', 'docx', 'odt', 'rtf', 'txt']).toContain(fileTypeOf(content));
      }),
    );
  });
});

describe('a safe name', () => {
  it.each([
    ['resume.pdf', 'resume.pdf'],
    ['Résumé of Zsófia.PDF', 'Résumé of Zsófia.pdf'],
    ['Re\u0301sume\u0301.pdf', 'Résumé.pdf'],
    ['\u0939\u093f\u0928\u094d\u0926\u0940.pdf', '\u0939\u093f\u0928\u094d\u0926\u0940.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\Users\\me\\cv.docx', 'C Users me cv.pdf'],
    ['cv.pdf.exe', 'cv.pdf.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'a Set-Cookie x 1.pdf'],
    ['cv\u202efdp.exe', 'cv fdp.pdf'],
    ['nul\0byte.pdf', 'nul byte.pdf'],
    ['"; drop.pdf', 'drop.pdf'],
    ['🎓 diploma.pdf', 'diploma.pdf'],
    ['🎓.pdf', 'file.pdf'],
    ['.pdf', 'file.pdf'],
    ['...', 'file.pdf'],
    ['', 'file.pdf'],
    ['\ud800.pdf', 'file.pdf'],
    ['x'.repeat(500), `${'x'.repeat(80)}.pdf`],
    [`${'x'.repeat(79)} y`, `${'x'.repeat(79)}.pdf`],
    [`a${'\u{20000}'.repeat(90)}`, `a${'\u{20000}'.repeat(79)}.pdf`],
  ])('%j becomes %s', (name, safe) => {
    expect(safeFileName(name, 'pdf')).toBe(safe);
  });

  it('is whole text, short, without a path, and stands in an answer', () => {
    const id = '018f3c2a-0000-7000-8000-000000000001';
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
        const safe = safeFileName(name, 'txt');
        expect(safe.isWellFormed()).toBe(true);
        // oxlint-disable-next-line no-control-regex
        expect(safe).not.toMatch(/[/\\:"'<>|\u0000-\u001f\u007f\u202a-\u202e]/);
        expect(Array.from(safe).length).toBeLessThanOrEqual(84);
        expect(encodeURIComponent(safe)).not.toBe('');
        expect(fileIn(`${id} ${safe}`)).toEqual({ id, name: safe });
      }),
    );
  });
});

it.each([
  '',
  'resume.pdf',
  '018f3c2a resume.pdf',
  '018f3c2a-0000-7000-8000-000000000001',
  'x018f3c2a-0000-7000-8000-000000000001 a',
])('an answer that names no file: %j', (answer) => {
  expect(fileIn(answer)).toBeNull();
});
