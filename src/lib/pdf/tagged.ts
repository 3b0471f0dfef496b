import PDFDocument from 'pdfkit';
import { runsOf, type Face, type Run } from './fonts';

export type PaperBlock = {
  tag: 'H1' | 'P';
  face: Face;
  size: number;
  text: string;
  /** Points under it. */ below: number;
};
export type Paper = { title: string; language: string; author: string; madeAt: Date; blocks: readonly PaperBlock[] };

const MARGIN = 72;
const INK = '#1B2422';

type Drawn = PaperBlock & { runs: readonly Run[] };

function drawRuns(doc: PDFKit.PDFDocument, { runs, size, below }: Drawn): void {
  for (const [index, { text, font }] of runs.entries()) {
    doc
      .font(font.name)
      .fontSize(size)
      .text(text, { continued: index < runs.length - 1, lineGap: size * 0.25 });
  }
  doc.y += below;
}

/** The thick rule of a date slip; it says nothing, so readers skip it. */
function drawRule(doc: PDFKit.PDFDocument): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.rect(MARGIN, MARGIN, doc.page.width - 2 * MARGIN, 8).fill(INK);
  doc.endMarkedContent();
  doc.y = MARGIN + 48;
  doc.fillColor(INK);
}

function draw(doc: PDFKit.PDFDocument, blocks: readonly Drawn[]): void {
  for (const { runs } of blocks) for (const { font } of runs) doc.registerFont(font.name, font.bytes);
  drawRule(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const block of blocks) root.add(doc.struct(block.tag, {}, [() => drawRuns(doc, block)]));
  root.end();
}

async function bytesOf(doc: PDFKit.PDFDocument): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of doc) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * A tagged PDF of one page: language, title, structure tree of headings and paragraphs, embedded fonts (ISO 14289-1, PDF/UA-1).
 * The same paper gives the same text and tags.
 *
 * @returns null when a letter of it is in none of our fonts
 */
export async function taggedPdf({
  title,
  language,
  author,
  madeAt,
  blocks,
}: Paper): Promise<Buffer<ArrayBuffer> | null> {
  const drawn: Drawn[] = [];
  for (const block of blocks) {
    const runs = await runsOf(block.text, block.face);
    if (!runs) return null;
    drawn.push({ ...block, runs });
  }
  const [first] = drawn;
  if (!first?.runs[0]) throw new Error('A paper says something.');
  const options: PDFKit.PDFDocumentOptions = {
    size: 'LETTER',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Author: author, CreationDate: madeAt, ModDate: madeAt },
  };
  // Its types know neither. Without a font of its own it would name one that is not embedded.
  const doc = new PDFDocument(Object.assign(options, { subset: 'PDF/UA', font: first.runs[0].font.bytes }));
  const bytes = bytesOf(doc);
  draw(doc, drawn);
  doc.end();
  return bytes;
}
