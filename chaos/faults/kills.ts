import { setTimeout as wait } from 'node:timers/promises';
import { checkMail } from '../check';
import { crowdOf, gather, longest, outcomeOf, sized, type Context, type Fault } from '../context';
import { momentsOf } from '../crowd';
import type { Outcome } from '../outcome';

/** Breaks and mends `times` times while a crowd applies; each time somebody must have been served since. */
async function amid(
  context: Context,
  name: string,
  { people, times }: { people: number; times: number },
  breakOnce: () => Promise<() => Promise<void>>,
): Promise<Outcome & { waits: number[] }> {
  const crowd = crowdOf(context, { name, people: await gather(context, people) });
  const waits: number[] = [];
  for (const moment of momentsOf(context.random, people, times)) {
    await crowd.until(moment);
    const mend = await breakOnce();
    await mend();
    waits.push(await crowd.next());
  }
  const outcome = await outcomeOf(crowd, { faults: times });
  return { ...outcome, waits };
}

const killWeb: Fault = {
  name: 'web',
  what: 'kill -9 of the web process while people send',
  run: async (context) => {
    const times = sized(context, 2, 8);
    const { waits: _, ...outcome } = await amid(
      context,
      'web',
      { people: sized(context, 120, 3000), times },
      async () => {
        await context.web.kill();
        return async () => void (context.web = await context.world.web());
      },
    );
    return { ...outcome, kills: times };
  },
};

const killDatabase: Fault = {
  name: 'postgres',
  what: 'kill -9 of all PostgreSQL processes at once while people send',
  run: async (context) => {
    const times = sized(context, 2, 8);
    const { database } = context.world;
    const { waits, ...outcome } = await amid(
      context,
      'postgres',
      { people: sized(context, 120, 3000), times },
      async () => {
        await database.kill();
        return () => database.start();
      },
    );
    return { ...outcome, kills: times, recoveryMs: longest(waits) };
  },
};

/** The short form runs beside everything else that a busy machine does. */
const mostRecovery = (context: Context) => sized(context, 15_000, 5_000);

const restart: Fault = {
  name: 'restart',
  what: 'fast restart of PostgreSQL; the program is not restarted',
  run: async (context) => {
    const times = sized(context, 1, 5);
    const { database } = context.world;
    const most = mostRecovery(context);
    const { waits, ...outcome } = await amid(
      context,
      'restart',
      { people: sized(context, 80, 2000), times },
      async () => {
        await database.stop();
        return () => database.start();
      },
    );
    const recoveryMs = longest(waits);
    const late = recoveryMs !== null && recoveryMs > most ? [`recovered after ${Math.round(recoveryMs)} ms`] : [];
    return { ...outcome, recoveryMs, problems: [...outcome.problems, ...late] };
  },
};

const untriedMail = async ({ world }: Context): Promise<number> => {
  const [row] = await world.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM outbox_messages WHERE state IN ('queued', 'sending')",
  );
  return row?.count ?? 0;
};

/** Waits until every letter has been tried. */
async function mailIsOut(context: Context, seconds: number): Promise<boolean> {
  for (let tries = 0; tries < seconds * 5; tries += 1) {
    if ((await untriedMail(context)) === 0) return true;
    await wait(200);
  }
  return false;
}

/** Whoever was sending when the worker died: nobody knows of these. Their lease is over at once instead of in three minutes. */
const leasesEnd = ({ world }: Context) =>
  world.query("UPDATE outbox_messages SET lease_until = now() - interval '1 second' WHERE state = 'sending'");

async function takenSince(context: Context, count: number): Promise<void> {
  const { taken } = context.world.sink;
  const wanted = taken.size + count;
  for (let tries = 0; tries < 600 && taken.size < wanted && (await untriedMail(context)) > 0; tries += 1)
    await wait(50);
}

const killWorker: Fault = {
  name: 'worker',
  what: 'kill -9 of the worker while receipts go out',
  run: async (context) => {
    const { world, random } = context;
    const times = sized(context, 2, 8);
    const people = sized(context, 100, 2500);
    await context.worker.kill();
    await leasesEnd(context);
    context.worker = world.worker();
    await mailIsOut(context, 300);
    await context.worker.kill();
    const crowd = crowdOf(context, { name: 'worker', people: await gather(context, people) });
    await crowd.done;
    world.sink.delayMs = 20;
    for (let kill = 0; kill < times; kill += 1) {
      context.worker = world.worker();
      await takenSince(context, 5 + random.whole(Math.floor(people / (times + 1))));
      await context.worker.kill();
      await leasesEnd(context);
    }
    world.sink.delayMs = 0;
    context.worker = await world.steadyWorker();
    const isOut = await mailIsOut(context, 300);
    const { doubled, lost, uncertain } = await checkMail(world);
    return outcomeOf(crowd, {
      faults: times,
      kills: times,
      problems: [
        ...(isOut ? [] : ['letters were still waiting at the end']),
        ...(doubled > 0 ? [`${doubled} letters doubled`] : []),
        ...(lost > 0 ? [`${lost} letters lost`] : []),
      ],
      notes: [`letters ${world.sink.taken.size}, doubled ${doubled}, lost ${lost}, uncertain ${uncertain} (listed)`],
    });
  },
};

export const KILLS: readonly Fault[] = [killWeb, killDatabase, restart, killWorker];
