import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({ css: z.string(), js: z.string(), entry: z.string() });
type Assets = Omit<z.output<typeof manifestSchema>, 'entry'> & {
  /** The stylesheet inside the pages that people come to first; null while developing. */
  entry: string | null;
};

let known: Assets | undefined;

/** Addresses of the stylesheet and the script: hashed in a build, plain while developing. */
export function assets(): Assets {
  if (known) return known;
  const file = join(process.cwd(), 'public/assets/manifest.json');
  if (!existsSync(file)) return { css: '/assets/app.css', js: '/assets/form.js', entry: null };
  known = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return known;
}

let source: string | undefined;

/** What the security policy must say for the stylesheet inside a page. */
export function sheetSource(): string {
  const { entry } = assets();
  if (entry === null) return '';
  return (source ??= ` 'sha256-${createHash('sha256').update(entry).digest('base64')}'`);
}
