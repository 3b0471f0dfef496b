// The database's disk is full: a small memory disk of its own, with a database and a web process of its own.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { db } from '../../src/db/client';
import { sized, gather, longest, outcomeOf, crowdOf, type Context, type Fault } from '../context';
import { makeCycle, makeGround } from '../fill';
import { NotRun } from '../outcome';
import { World } from '../world';

const SIZE = '320m';
const MEBIBYTE = 2 ** 20;
/** The page that says what is kept and what to do, and nothing else, comes while there is no room. */
const CLEAR = '500 Something went wrong on our side';

function mounted(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new NotRun('only root may mount a small disk');
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new NotRun(`no disk could be mounted: ${stderr.trim()}`);
  return () => void spawnSync('umount', ['-l', folder]);
}

/** Fills what is left of the disk, to the last page. */
function fillUp(folder: string): () => void {
  const file = join(folder, 'ballast');
  const handle = openSync(file, 'w');
  const block = Buffer.alloc(MEBIBYTE, 1);
  for (let size = MEBIBYTE; size >= 4096;) {
    try {
      writeSync(handle, block, 0, size);
    } catch {
      size /= 4;
    }
  }
  closeSync(handle);
  return () => rmSync(file);
}

/** Moves the client of this process, which fills databases, to another one. */
async function movedTo<T>(url: string, work: () => Promise<T>): Promise<T> {
  const before = process.env.WEB_DATABASE_URL;
  await db.$disconnect();
  Object.assign(globalThis, { bookendDb: undefined, bookendPool: undefined });
  process.env.WEB_DATABASE_URL = url;
  try {
    return await work();
  } finally {
    await db.$disconnect().catch(() => undefined);
    Object.assign(globalThis, { bookendDb: undefined, bookendPool: undefined });
    process.env.WEB_DATABASE_URL = before;
  }
}

const isUp = (world: World): Promise<boolean> =>
  world.query('SELECT 1').then(
    () => true,
    () => false,
  );

async function applyOnSmallDisk(context: Context, world: World, folder: string) {
  const cycle = await makeCycle(world, await makeGround('disk'), 'D26');
  const web = await world.web();
  const ground = { ...context, world, cycle, web };
  const small = join(folder, 'postgres');
  const count = sized(context, 150, 1500);
  const people = await gather(ground, count);
  const crowd = crowdOf(ground, { name: 'disk', people });
  await crowd.until(Math.floor(count / 5));
  const before = crowd.errors;
  const makeRoom = fillUp(small);
  const deadline = Date.now() + 60_000;
  // Until it has refused; while it has room in pages that are there already, it goes on as before.
  while (crowd.errors < before + 20 && Date.now() < deadline && !crowd.isOver) await wait(50);
  const [left, refused] = [statfsSync(small).bavail, crowd.errors - before];
  makeRoom();
  // A server that gave up for want of room is started again by whoever runs it; the program is not.
  const hadStopped = !(await isUp(world));
  if (hadStopped) await world.database.start();
  const recoveryMs = longest([await crowd.next()]);
  await crowd.done;
  const problems = [
    ...(refused === 0 ? ['nothing was refused: the disk was never full'] : []),
    ...[...crowd.reasons.keys()].filter((reason) => reason !== CLEAR).map((reason) => `refused with "${reason}"`),
    ...(web.isGone ? ['the web process died'] : []),
  ];
  const notes = [`${refused} refused while ${left} blocks were left${hadStopped ? '; PostgreSQL had stopped' : ''}`];
  return outcomeOf(crowd, { faults: 1, recoveryMs, problems, notes });
}

const disk: Fault = {
  name: 'disk',
  what: 'the disk of PostgreSQL is full, and has room again',
  run: async (context) => {
    // The database alone is on it: books and logs of the harness have room.
    const folder = join(context.world.folder, 'disk');
    const unmount = mounted(join(folder, 'postgres'));
    const kept = { ...process.env };
    try {
      const world = await World.open(folder);
      try {
        return await movedTo(world.stack.ownerUrl, () => applyOnSmallDisk(context, world, folder));
      } finally {
        await world.close();
      }
    } finally {
      Object.assign(process.env, kept);
      unmount();
    }
  },
};

export const DISK: readonly Fault[] = [disk];
