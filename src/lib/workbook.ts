import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Cell } from './csv';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook of one sheet that are always the same (ECMA-376, part 1). */
const PARTS: Record<string, string> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
// XML 1.0 has no way to write these at all.
// oxlint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escaped = (text: string) =>
  text
    .toWellFormed()
    .replace(UNWRITABLE, '')
    .replace(/[&<>]/g, (mark) => MARKS[mark] ?? '');

/** Texts are texts and never formulas; those that would become one in another program carry an apostrophe, as in our CSV. */
const harmless = (text: string) => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

const cell = (value: Cell) =>
  typeof value === 'number'
    ? `<c><v>${value}</v></c>`
    : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(harmless(value))}</t></is></c>`;

const line = (cells: readonly Cell[]) => `<row>${cells.map(cell).join('')}</row>`;

async function* sheet(headings: readonly string[], batches: AsyncIterable<readonly (readonly Cell[])[]>) {
  yield `${HEAD}<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${line(headings)}`;
  for await (const rows of batches) yield rows.map(line).join('');
  yield '</sheetData></worksheet>';
}

type Book = {
  /** The name of its one sheet: up to 31 letters, none of []:*?/\ */
  name: string;
  headings: readonly string[];
  rows: AsyncIterable<readonly (readonly Cell[])[]>;
  now: Date;
};

/** An XLSX workbook of one sheet, written while its rows are read. */
export async function* writeWorkbook({ name, headings, rows, now }: Book): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream.pipe(new PassThrough());
  const book = `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  for (const [path, text] of Object.entries({ ...PARTS, 'xl/workbook.xml': book }))
    zip.addBuffer(Buffer.from(HEAD + text), path, { mtime: now });
  const source = Readable.from(sheet(headings, rows));
  source.on('error', (error) => output.destroy(error));
  zip.addReadStream(source, 'xl/worksheets/sheet1.xml', { mtime: now });
  zip.end();
  try {
    for await (const part of output) if (part instanceof Uint8Array) yield part;
  } finally {
    source.destroy();
  }
}
