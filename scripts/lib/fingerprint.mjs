import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { root } from './paths.mjs';

const SKIPPED = new Set(['node_modules', 'generated', 'assets']);

function* filesBelow(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) return void (yield path);
  for (const entry of readdirSync(path).sort()) if (!SKIPPED.has(entry)) yield* filesBelow(join(path, entry));
}

/** One hash over the content of the named files and folders of the checkout. */
function fingerprint(places) {
  const hash = createHash('sha256');
  for (const place of places)
    for (const file of filesBelow(join(root, place)))
      hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Runs `work` unless it was last done for the same content; `result` must still be there. */
export async function unlessDone({ places, stamp, result, work }) {
  const now = fingerprint(places);
  if (existsSync(stamp) && existsSync(result) && readFileSync(stamp, 'utf8') === now) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
  return true;
}
