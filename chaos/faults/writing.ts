// The worker is killed while it writes the letters of a release that two people have let go.
import { setTimeout as wait } from 'node:timers/promises';
import { db } from '../../src/db/client';
import { confirmRelease, requestRelease } from '../../src/features/announcements/releases/commands';
import { fillToldCrowd } from '../../prisma/demo/told-crowd';
import { checkLetters } from '../check';
import { sized, type Context, type Fault } from '../context';
import { makeCycle } from '../fill';
import { NOTHING } from '../outcome';
import { closeRelease, nudge, someoneOfStaff, timePasses } from '../release';

/** What is asked for and confirmed, with so many letters. */
async function confirmed({ world, cycle: ground }: Context, letters: number) {
  const now = new Date();
  const cycle = await makeCycle(world, ground, 'WRT');
  const [first, second] = [await someoneOfStaff(ground, now), await someoneOfStaff(ground, now)];
  const { organizationId } = ground;
  const crowd = { tx: db, start: now, organizationId, cycle, count: letters, seed: 3, from: 700_001 };
  await fillToldCrowd({ ...crowd, approvedById: first.userId });
  const asked = { cycleId: cycle.id, letterCount: letters, holdMinutes: 1, beginsAt: '' };
  const id = await requestRelease(first, asked, now);
  await confirmRelease(second, { releaseId: id, version: 1 }, now);
  return { id, cycleId: cycle.id };
}

const count = async ({ world }: Context, sql: string, values: unknown[] = []): Promise<number> =>
  (await world.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`, values))[0]?.count ?? 0;

/** A writer has taken a release. Nothing of what it writes can be seen before it is done. */
const isWriting = async (context: Context) =>
  (await count(
    context,
    "pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND a.xact_start IS NOT NULL",
  )) > 0;

async function until(isSo: () => Promise<boolean>, seconds: number): Promise<boolean> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await isSo()) return true;
    await wait(5);
  }
  return false;
}

/** @returns how many were killed in the middle, and how many letters such a one left: there may be none */
async function killWriters(context: Context, releaseId: string, kills: number) {
  const met = { inTheMiddle: 0, left: 0 };
  for (let done = 0; done < kills; done += 1) {
    context.worker = context.world.worker();
    await nudge(context.world);
    await until(() => isWriting(context), 30);
    await wait(context.random.next() * sized(context, 60, 1500));
    const wasWriting = await isWriting(context);
    await context.worker.kill();
    if (wasWriting) met.inTheMiddle += 1;
    met.left += await count(
      context,
      "outbox_messages m JOIN releases r ON r.id = m.release_id WHERE r.id = $1 AND r.state = 'writing'",
      [releaseId],
    );
  }
  return met;
}

const writing: Fault = {
  name: 'writing',
  what: 'kill -9 of the worker while it writes the letters of a release',
  run: async (context) => {
    const { world } = context;
    const [letters, kills] = [sized(context, 200, 5000), sized(context, 3, 20)];
    await context.worker.kill();
    const release = await confirmed(context, letters);
    const isIn = (state: string) => async () =>
      (await count(context, 'releases WHERE id = $1 AND state = $2', [release.id, state])) > 0;
    const { inTheMiddle, left } = await killWriters(context, release.id, kills);
    context.worker = await world.steadyWorker();
    await nudge(world);
    const isHeld = await until(isIn('held'), sized(context, 30, 120));
    await world.query('UPDATE releases SET hold_until = now() WHERE id = $1', [release.id]);
    const isDone = await until(async () => {
      await timePasses(world, 1000);
      await nudge(world);
      await wait(200);
      return isIn('done')();
    }, 120);
    const found = await checkLetters(world, release.id);
    const kept = await count(context, 'letters WHERE release_id = $1', [release.id]);
    await closeRelease(world, release);
    return {
      ...NOTHING,
      faults: kills,
      kills,
      problems: [
        ...(inTheMiddle > 0 ? [] : ['no writer was killed in the middle']),
        ...(left > 0 ? ['a writer that was killed left letters'] : []),
        ...(isHeld ? [] : ['the letters were never written']),
        ...(isDone ? [] : ['letters were still waiting at the end']),
        ...(found.sent === letters && kept === letters ? [] : [`${found.sent} mails, ${kept} letters of ${letters}`]),
        ...(found.doubled > 0 ? [`${found.doubled} letters doubled`] : []),
        ...(found.lost > 0 ? [`${found.lost} letters lost`] : []),
      ],
      notes: [
        `${inTheMiddle} killed in the middle; written ${found.sent}, received ${found.received}, doubled ${found.doubled}, lost ${found.lost}`,
      ],
    };
  },
};

export const WRITING: readonly Fault[] = [writing];
