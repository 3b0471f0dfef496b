import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';
import { db } from '@/db/client';
import { clock } from '@/lib/clock';
import { log } from '@/lib/log';

const BEAT_MS = 3000;
/** A worker that was silent for this long is dead; its jobs go to the living. */
const DEAD_MS = 20_000;

/** Gives the jobs of dead workers back to the queue, which alone would wait four hours. Our own live, with or without a beat. */
async function unlockDead(own: readonly string[]): Promise<void> {
  const since = new Date(clock.now().getTime() - DEAD_MS);
  await db.$executeRaw`DELETE FROM worker_heartbeats WHERE beat_at < ${since}`;
  const dead = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT locked_by AS id FROM graphile_worker._private_jobs
    WHERE locked_by <> ALL (${[...own]}) AND NOT EXISTS (SELECT FROM worker_heartbeats h WHERE h.worker_id = locked_by)`;
  if (dead.length === 0) return;
  await db.$queryRaw`SELECT graphile_worker.force_unlock_workers(${dead.map(({ id }) => id)})::text`;
  log.warn({ count: dead.length }, 'gave back the jobs of dead workers');
}

async function beat(ids: readonly string[]): Promise<void> {
  const beatAt = clock.now();
  for (const workerId of ids) {
    await db.workerHeartbeat.upsert({ where: { workerId }, create: { workerId, beatAt }, update: { beatAt } });
  }
  await unlockDead(ids);
}

/** Notes that this process lives, and beats for it until stopped. Jobs are locked by the pool of a process, not by its workers. */
export async function keepHeartbeat() {
  const ids: string[] = [];
  const events: WorkerEvents = new EventEmitter();
  const beatOnce = () =>
    beat(ids).catch((error: unknown) =>
      log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'heartbeat failed'),
    );
  events.on('pool:create', ({ workerPool }) => {
    ids.push(workerPool.id);
    void beatOnce();
  });
  const timer = setInterval(() => void beatOnce(), BEAT_MS);
  return {
    events,
    stop: async () => {
      clearInterval(timer);
      await db.workerHeartbeat.deleteMany({ where: { workerId: { in: ids } } });
    },
  };
}
