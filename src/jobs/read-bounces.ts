import { lstat, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { takeBounce, type Taken } from '@/features/announcements/bounces/commands';
import { clock } from '@/lib/clock';
import { workerEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { MOST_BYTES } from '@/mail/bounce';

const JOB = { kind: 'job', name: 'bounces' } as const;

/** Sizes at the last look: a file that has grown since is still being written. */
export type Seen = Map<string, number>;

async function stillFiles(folder: string, seen: Seen): Promise<{ name: string; size: number }[]> {
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => name.endsWith('.eml') && !name.startsWith('.'),
  );
  const files = await Promise.all(
    names.map(async (name) => ({ name, found: await lstat(join(folder, name)).catch(() => null) })),
  );
  const now = files.flatMap(({ name, found }) => (found?.isFile() ? [{ name, size: found.size }] : []));
  const still = now.filter(({ name, size }) => seen.get(name) === size);
  seen.clear();
  for (const { name, size } of now) seen.set(name, size);
  return still.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whatever goes wrong with one file, the others are read; it is tried again with the next look. */
async function takeFile(path: string, size: number, now: Date): Promise<Taken> {
  if (size > MOST_BYTES) return 'unread';
  try {
    return await takeBounce(JOB, await readFile(path), now);
  } catch (error) {
    log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'a mail that came back could not be read');
    return 'later';
  }
}

/**
 * Reads the mails that came back and were put into a folder, and moves each to `done` or `unread`. Killed in between, the next
 * look reads a file again, which changes nothing.
 */
export async function readBounces(folder: string, seen: Seen, now: Date): Promise<Partial<Record<Taken, number>>> {
  const counts: Partial<Record<Taken, number>> = {};
  for (const { name, size } of await stillFiles(folder, seen)) {
    const path = join(folder, name);
    const taken = await takeFile(path, size, now);
    counts[taken] = (counts[taken] ?? 0) + 1;
    if (taken === 'later') continue;
    const shelf = join(folder, taken === 'unread' ? 'unread' : 'done');
    await mkdir(shelf, { recursive: true });
    await rename(path, join(shelf, name));
    seen.delete(name);
  }
  return counts;
}

const seen: Seen = new Map();

/** Every minute. */
export async function readBouncesJob(): Promise<void> {
  const { BOUNCE_DIR: folder } = workerEnv();
  if (folder === '') return;
  const counts = await readBounces(folder, seen, clock.now());
  if (Object.keys(counts).length > 0) log.info(counts, 'mails that came back');
}
