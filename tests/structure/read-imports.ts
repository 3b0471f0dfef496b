import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const src = resolve(import.meta.dirname, '../../src');

export type Import = { from: string; to: string; package: boolean };

const isSource = (name: string) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts');

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'generated') return [];
    return statSync(path).isDirectory() ? filesBelow(path) : isSource(name) ? [path] : [];
  });
}

/** Source files, relative to `src`, with their text. */
export const sources = filesBelow(src).map((path) => ({ path: relative(src, path), text: readFileSync(path, 'utf8') }));

const SPECIFIER =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function fileOf(path: string): string {
  const found = ['.ts', '.tsx', '/index.ts', '']
    .map((end) => path + end)
    .find((file) => existsSync(file) && statSync(file).isFile());
  return relative(src, found ?? path);
}

/** Every import of every source file: to a file of ours (relative to `src`), or to a package (by its name). */
export const imports: Import[] = sources.flatMap(({ path, text }) =>
  [...text.matchAll(SPECIFIER)].map(([, first, second]): Import => {
    const specifier = first ?? second ?? '';
    if (specifier.startsWith('@/')) return { from: path, to: fileOf(join(src, specifier.slice(2))), package: false };
    if (specifier.startsWith('.'))
      return { from: path, to: fileOf(resolve(src, dirname(path), specifier)), package: false };
    return { from: path, to: specifier, package: true };
  }),
);
