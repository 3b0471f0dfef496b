// npm run chaos: breaks a whole running install on purpose, and holds what people were told against what is stored.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { onStop } from '../scripts/lib/processes.mjs';
import { db } from '../src/db/client';
import { seededRandom } from '../prisma/demo/random';
import { CLOCK } from './faults/clock';
import { CONTROLS } from './faults/controls';
import { CUTS } from './faults/cuts';
import { DISK } from './faults/disk';
import { KILLS } from './faults/kills';
import { LETTER_CONTROLS, LETTERS } from './faults/letters';
import { MOVES } from './faults/moves';
import { PRESSES } from './faults/presses';
import { PURGES } from './faults/purge';
import { ROTATIONS } from './faults/rotations';
import { SLOW } from './faults/slow';
import { TABS } from './faults/tabs';
import { WRITING } from './faults/writing';
import type { Context, Fault } from './context';
import { makeCycle, makeGround } from './fill';
import { NOTHING, NotRun, passed, verdict, type Line } from './outcome';
import { print, printLine } from './table';
import { World } from './world';

const FAULTS: readonly Fault[] = [
  ...KILLS,
  ...WRITING,
  ...LETTERS,
  ...PRESSES,
  ...SLOW,
  ...CUTS,
  ...TABS,
  ...MOVES,
  ...DISK,
  ...CLOCK,
  ...ROTATIONS,
  ...PURGES,
  ...CONTROLS,
  ...LETTER_CONTROLS,
];

export type Options = { seed: number; isShort: boolean; only: readonly string[]; out: string | null };

/** After a fault the program must be well without being started again: both processes live, and say that they are ready. */
async function sickness({ world, web, worker }: Context): Promise<string[]> {
  const dead = [...(web.isGone ? ['the web process died'] : []), ...(worker.isGone ? ['the worker died'] : [])];
  if (dead.length > 0) return dead;
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(new URL('/readyz', world.url)).catch(() => null);
    if (answer?.ok) return [];
    await wait(200);
  }
  return ['a minute after the fault the program did not say that it is ready'];
}

async function runOne(fault: Fault, context: Context): Promise<Line> {
  const begun = Date.now();
  const shared = { name: fault.name, isControl: fault.isControl ?? false };
  const seconds = () => (Date.now() - begun) / 1000;
  context.world.note(fault.name);
  try {
    const outcome = await fault.run(context);
    const sick = await sickness(context);
    // A program that is left dead is no control that was caught.
    const isControl = shared.isControl && sick.length === 0;
    return {
      ...shared,
      ...outcome,
      isControl,
      problems: [...outcome.problems, ...sick],
      notRun: null,
      seconds: seconds(),
    };
  } catch (error) {
    if (error instanceof NotRun) return { ...shared, ...NOTHING, notRun: error.message, seconds: seconds() };
    const problem = error instanceof Error ? (error.stack ?? error.message) : 'unknown fault';
    return {
      ...shared,
      ...NOTHING,
      problems: [`the harness stopped: ${problem}`],
      isControl: false,
      notRun: null,
      seconds: seconds(),
    };
  }
}

async function openContext(world: World, options: Options): Promise<Context> {
  Object.assign(process.env, { WEB_DATABASE_URL: world.stack.ownerUrl, APP_URL: world.origin });
  const cycle = await makeCycle(world, await makeGround('chaos'), 'C26');
  const [web, worker] = [await world.web(), await world.steadyWorker()];
  return { world, cycle, random: seededRandom(options.seed), web, worker, isShort: options.isShort };
}

/** @throws for a name that is no fault */
function chosen(only: readonly string[]): readonly Fault[] {
  const unknown = only.filter((name) => !FAULTS.some((fault) => fault.name === name));
  if (unknown.length > 0)
    throw new Error(`There is no fault ${unknown.join(', ')}. Faults: ${FAULTS.map(({ name }) => name).join(', ')}`);
  return only.length > 0 ? FAULTS.filter(({ name }) => only.includes(name)) : FAULTS;
}

/** Runs the faults one after the other on one install. @returns whether none failed */
export async function runFaults(options: Options): Promise<boolean> {
  const faults = chosen(options.only);
  const folder = mkdtempSync(join(tmpdir(), 'bookend-chaos-'));
  const world = await World.open(folder);
  // Ctrl-C leaves no server and no folder behind.
  onStop(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const lines: Line[] = [];
  try {
    const context = await openContext(world, options);
    for (const fault of faults) {
      const line = await runOne(fault, context);
      lines.push(line);
      printLine(line);
      if (!passed(line) && line.notRun === null)
        for (const name of ['web', 'worker'] as const) console.log(world.logTail(name));
    }
  } finally {
    await db.$disconnect();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
  print(lines, faults);
  if (options.out)
    writeFileSync(
      options.out,
      JSON.stringify(
        lines.map((line) => ({ ...line, verdict: verdict(line) })),
        null,
        2,
      ),
    );
  return lines.every((line) => passed(line) || line.notRun !== null);
}
