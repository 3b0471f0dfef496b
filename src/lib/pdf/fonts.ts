import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';

/** The two faces of a paper, as on every page. */
export type Face = 'serif' | 'sans';
const WEIGHTS: Record<Face, number> = { serif: 600, sans: 400 };

const LITERATA = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'].map(
  (part) => `literata/files/literata-${part}-wght-normal.woff2`,
);
const ATKINSON = ['latin', 'latin-ext'].map(
  (part) => `atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-wght-normal.woff2`,
);
/** Files that are asked for a letter, in order: where Atkinson has none, Literata may. */
const FILES: Record<Face, readonly string[]> = { serif: LITERATA, sans: [...ATKINSON, ...LITERATA] };

/** A font file at one weight, ready to be embedded, with the letters that are in it. */
type Cut = { name: string; bytes: Buffer; letters: ReadonlySet<number> };

const cuts = new Map<string, Promise<Cut>>();

async function cut(file: string, weight: number): Promise<Cut> {
  const source = await readFile(join(process.cwd(), 'node_modules/@fontsource-variable', file));
  const font = fontkit.create(source);
  if (!('characterSet' in font)) throw new Error(`${file} is a collection.`);
  const letters = font.characterSet;
  const text = String.fromCodePoint(...letters);
  const bytes = await subsetFont(source, text, { targetFormat: 'sfnt', variationAxes: { wght: weight } });
  return { name: `${file} ${weight}`, bytes, letters: new Set(letters) };
}

/** Each file is cut once by a process. */
function cutOf(file: string, weight: number): Promise<Cut> {
  const key = `${file} ${weight}`;
  const found = cuts.get(key) ?? cut(file, weight);
  cuts.set(key, found);
  return found;
}

/** No font here has the narrow space of French; the plain one keeps words together as well. Marks that nobody sees are left out. */
const inFonts = (text: string): string => text.replaceAll('\u202f', '\u00a0').replaceAll(/\p{Cf}/gu, '');

export type Run = { text: string; font: Cut };

/** A letter with the accents that follow it: one font must have them all. */
const clusters = (text: string): string[] =>
  [...new Intl.Segmenter('en').segment(text.normalize('NFC'))].map(({ segment }) => segment);

/**
 * A text in runs, each in a font that has all its letters.
 *
 * @returns null when no font of ours has one of them: nothing is ever printed with letters missing
 */
export async function runsOf(text: string, face: Face): Promise<Run[] | null> {
  const fonts = await Promise.all(FILES[face].map((file) => cutOf(file, WEIGHTS[face])));
  const runs: Run[] = [];
  for (const cluster of clusters(inFonts(text))) {
    const points = Array.from(cluster, (letter) => letter.codePointAt(0) ?? 0);
    const has = (font: Cut) => points.every((point) => font.letters.has(point));
    const last = runs.at(-1);
    // Spaces and marks stay in the font of the word before them.
    if (last && has(last.font)) last.text += cluster;
    else {
      const font = fonts.find(has);
      if (!font) return null;
      runs.push({ text: cluster, font });
    }
  }
  return runs;
}
