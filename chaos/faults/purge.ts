// The purge of a cycle's confidential answers, killed in the middle and gone on with by the next worker.
import { readLedger } from '../../src/vault/ledger';
import { killWhen } from '../command';
import { sized, type Context, type Fault } from '../context';
import { NOTHING } from '../outcome';
import { keyNames, recordsOf, sealCycle, type Sealed } from './sealed';

type Step = { begun: boolean; deleted: boolean; destroyed: boolean; count: number };

async function stepOf({ world }: Context, { cycle }: Sealed): Promise<Step> {
  const rows = await world.query<{ deleted: boolean; destroyed: boolean; count: number }>(
    `SELECT deleted_at IS NOT NULL AS deleted, key_destroyed_at IS NOT NULL AS destroyed, records_deleted AS count
     FROM identity_purges WHERE cycle_id = $1`,
    [cycle.id],
  );
  const [row] = rows;
  return {
    begun: row !== undefined,
    deleted: row?.deleted ?? false,
    destroyed: row?.destroyed ?? false,
    count: row?.count ?? 0,
  };
}

const isDue = ({ world }: Context, { cycle }: Sealed) =>
  world.query(
    `UPDATE cycles SET opens_at = now() - interval '9 days', closes_at = now() - interval '8 days',
       matching_at = now() - interval '7 days', announce_at = now() - interval '6 days', starts_at = now() - interval '5 days',
       waitlist_until = now() - interval '2 days', identity_delete_on = now() - interval '1 day' WHERE id = $1`,
    [cycle.id],
  );

/** Where the worker dies: when the log says that it opened, when the records are gone, or when the key is. */
const MOMENTS = [
  async (context: Context, { cycle }: Sealed) =>
    (await context.world.query('SELECT FROM vault.access_log WHERE cycle_id = $1', [cycle.id])).length > 0,
  async (context: Context, sealed: Sealed) => (await stepOf(context, sealed)).begun,
  async (context: Context, sealed: Sealed) => (await stepOf(context, sealed)).deleted,
  async ({ world }: Context, { cycle }: Sealed) =>
    readLedger(world.ring).some((entry) => entry.kind === 'purged' && entry.cycleId === cycle.id),
] as const;

async function untilPurged(context: Context, sealed: Sealed): Promise<void> {
  for (let tries = 0; tries < 1200 && !(await stepOf(context, sealed)).destroyed; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
}

/** What must be so when it is over, however often it was killed. */
async function problemsOf(context: Context, sealed: Sealed): Promise<string[]> {
  const { ring } = context.world;
  const { cycle, ids } = sealed;
  const { destroyed, count } = await stepOf(context, sealed);
  const keys = keyNames(ring).filter((name) => name.startsWith(`${cycle.code}-`));
  const lines = readLedger(ring).filter((entry) => entry.kind === 'purged' && entry.cycleId === cycle.id).length;
  const left = (await recordsOf(context, sealed)).length;
  return [
    ...(destroyed ? [] : ['the purge did not end']),
    ...(left > 0 ? [`${left} records are left`] : []),
    ...(keys.length > 0 ? [`keys are left: ${keys.join(', ')}`] : []),
    ...(count === ids.length ? [] : [`the certificate says ${count} of ${ids.length} records`]),
    ...(lines === 1 ? [] : [`the ledger has ${lines} lines`]),
  ];
}

/** A worker that will be killed. */
function startDoomed({ world }: Context) {
  const part = world.worker();
  const exited = part.exited.then((end) => ({ code: end.code, signal: end.signal, output: '', ms: 0 }));
  return { exited, kill: () => void part.kill() };
}

const purge: Fault = {
  name: 'purge',
  what: 'kill -9 of the worker in the middle of the purge, at every step of it',
  run: async (context) => {
    const { world } = context;
    const problems: string[] = [];
    let kills = 0;
    const cycles = sized(context, 1, 4);
    await context.worker.stop();
    const others = keyNames(world.ring).length;
    for (let index = 0; index < cycles; index += 1) {
      const sealed = await sealCycle(context, `P${index}X`, sized(context, 200, 800));
      await isDue(context, sealed);
      for (const moment of context.isShort ? MOMENTS.slice(1, 3) : MOMENTS) {
        const { exited, kill } = startDoomed(context);
        if (await killWhen({ ended: exited, kill }, () => moment(context, sealed))) kills += 1;
      }
      context.worker = world.worker();
      await untilPurged(context, sealed);
      problems.push(...(await problemsOf(context, sealed)));
      await context.worker.stop();
    }
    if (keyNames(world.ring).length !== others) problems.push('keys of other cycles went with it');
    context.worker = await world.steadyWorker();
    return { ...NOTHING, faults: kills, kills, problems, notes: [`${cycles} cycles purged, one certificate each`] };
  },
};

export const PURGES: readonly Fault[] = [purge];
