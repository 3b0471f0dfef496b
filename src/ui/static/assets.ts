import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({ css: z.string(), js: z.string() });
type Manifest = z.output<typeof manifestSchema>;

let known: Manifest | undefined;

/** Addresses of the stylesheet and the script: hashed in a build, plain while developing. */
export function assets(): Manifest {
  if (known) return known;
  const file = join(process.cwd(), 'public/assets/manifest.json');
  if (!existsSync(file)) return { css: '/assets/app.css', js: '/assets/form.js' };
  known = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return known;
}
