import { inflateSync } from 'node:zlib';

/** What a reader of tags finds in a PDF of ours: plain objects and streams, no cross-reference streams. */
export type ReadPdf = {
  catalog: string;
  info: string;
  /** Tags of the structure tree, in order, without the document's own. */
  tags: string[];
  fonts: { name: string; embedded: boolean; toUnicode: boolean }[];
  /** Marked-content operators of all pages: artifacts, and tags with their numbers. */
  marks: string[];
  metadata: string;
};

const objectsOf = (pdf: Buffer): Map<string, string> => {
  const text = pdf.toString('latin1');
  const found = text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g);
  return new Map([...found].map(([, id = '', body = '']) => [id, body]));
};

const refsIn = (body: string): string[] => [...body.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id);

function streamOf(body: string): string {
  const [, raw = ''] = /stream\r?\n([\s\S]*)\r?\nendstream/.exec(body) ?? [];
  const bytes = Buffer.from(raw, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

/** The kids of a structure element, depth first. */
function tagsUnder(id: string, objects: ReadonlyMap<string, string>): string[] {
  const body = objects.get(id) ?? '';
  const [, kids = ''] = /\/K (\[[^\]]*\]|\d+ 0 R)/.exec(body) ?? [];
  const under = refsIn(kids)
    .filter(
      (kid) => (objects.get(kid) ?? '').includes('/Type /StructElem') || (objects.get(kid) ?? '').includes('/S /'),
    )
    .flatMap((kid) => tagsUnder(kid, objects));
  const [, tag] = /\/S \/(\w+)/.exec(body) ?? [];
  return tag && tag !== 'Document' ? [tag, ...under] : under;
}

/** Reads the structure of a PDF as a screen reader would ask for it. */
export function readPdf(pdf: Buffer): ReadPdf {
  const objects = objectsOf(pdf);
  const bodies = [...objects.values()];
  const catalog = bodies.find((body) => body.includes('/Type /Catalog')) ?? '';
  const [, root = ''] = /\/StructTreeRoot (\d+) 0 R/.exec(catalog) ?? [];
  const fonts = bodies.filter((body) => body.includes('/Type /Font\n') && body.includes('/Subtype /Type0'));
  const described = (body: string) => {
    const [, descendant = ''] = /\/DescendantFonts \[(\d+) 0 R/.exec(body) ?? [];
    const [, descriptor = ''] = /\/FontDescriptor (\d+) 0 R/.exec(objects.get(descendant) ?? '') ?? [];
    return objects.get(descriptor) ?? '';
  };
  const pages = bodies.filter((body) => body.includes('/Type /Page\n'));
  const contents = pages.flatMap((body) => refsIn(/\/Contents (\d+ 0 R)/.exec(body)?.[1] ?? ''));
  const drawn = contents.map((id) => streamOf(objects.get(id) ?? '')).join('\n');
  return {
    catalog,
    info: bodies.find((body) => body.includes('/CreationDate')) ?? '',
    tags: tagsUnder(root, objects),
    fonts: fonts.map((body) => ({
      name: /\/BaseFont \/(\S+)/.exec(body)?.[1] ?? '',
      embedded: /\/FontFile[23]? \d/.test(described(body)),
      toUnicode: body.includes('/ToUnicode'),
    })),
    marks: [...drawn.matchAll(/\/(\w+) (?:<<[^>]*>> )?(?:BDC|BMC)/g)].map(([, tag = '']) => tag),
    metadata: bodies
      .filter((body) => body.includes('/Type /Metadata'))
      .map(streamOf)
      .join(''),
  };
}
