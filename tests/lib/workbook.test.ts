import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { byteStream } from '@/lib/byte-stream';
import { writeWorkbook } from '@/lib/workbook';

/** The files of a ZIP archive, by its central directory (PKWARE APPNOTE 4.3). */
function unzip(bytes: Buffer): Record<string, string> {
  const files: Record<string, string> = {};
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [size, nameSize, extra] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameSize);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(from, from + size);
    files[name] = (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8');
    at += 46 + nameSize + extra + bytes.readUInt16LE(at + 32);
  }
  return files;
}

const now = new Date('2030-01-15T18:00:00Z');
async function* batches(...all: (string | number)[][][]) {
  for (const batch of all) yield await Promise.resolve(batch);
}
async function written(...all: (string | number)[][][]) {
  const parts: Uint8Array[] = [];
  const book = writeWorkbook({ name: 'F26 & more', headings: ['Name', 'Number'], rows: batches(...all), now });
  for await (const part of book) parts.push(part);
  return unzip(Buffer.concat(parts));
}

it('writes a workbook of one sheet, batch after batch', async () => {
  const files = await written([['Ada', 1]], [['Zoë <b>', 2.5]], []);
  expect(Object.keys(files).toSorted()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  expect(files['xl/workbook.xml']).toContain('name="F26 &amp; more"');
  expect(files['xl/worksheets/sheet1.xml']?.match(/<row>.*?<\/row>/g)).toEqual([
    '<row><c t="inlineStr"><is><t xml:space="preserve">Name</t></is></c><c t="inlineStr"><is><t xml:space="preserve">Number</t></is></c></row>',
    '<row><c t="inlineStr"><is><t xml:space="preserve">Ada</t></is></c><c><v>1</v></c></row>',
    '<row><c t="inlineStr"><is><t xml:space="preserve">Zoë &lt;b&gt;</t></is></c><c><v>2.5</v></c></row>',
  ]);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1'])('writes %j as a text that no program runs', async (text) => {
  const files = await written([[text, 1]]);
  expect(files['xl/worksheets/sheet1.xml']).toContain(`>'${text}</t>`);
});

it('leaves out what XML cannot hold', async () => {
  const files = await written([['a\u0000\u001fb\ud800c\n', 1]]);
  expect(files['xl/worksheets/sheet1.xml']).toContain('>ab\ufffdc\n</t>');
});

it('tells when its rows break off, and stops reading when nobody takes them', async () => {
  async function* broken() {
    yield await Promise.resolve([['Ada', 1]]);
    throw new Error('the database is gone');
  }
  const take = async () => {
    for await (const part of writeWorkbook({ name: 'x', headings: [], rows: broken(), now }))
      expect(part).toBeDefined();
  };
  await expect(take()).rejects.toThrow('the database is gone');

  let stopped = false;
  async function* endless() {
    try {
      for (;;) yield await Promise.resolve(new TextEncoder().encode('x'));
    } finally {
      stopped = true;
    }
  }
  const reader = byteStream(endless()).getReader();
  expect((await reader.read()).value).toEqual(new TextEncoder().encode('x'));
  await reader.cancel();
  expect(stopped).toBe(true);
});
