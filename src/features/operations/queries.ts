import { db } from '@/db/client';

const HEARTBEAT_MS = 30_000;

/** What readiness looks at; a fault in any of them is `false`, never an exception. */
export async function findReadiness(now: Date) {
  try {
    const since = new Date(now.getTime() - HEARTBEAT_MS);
    const [migrations, workers] = await Promise.all([
      db.$queryRaw<
        { unfinished: bigint }[]
      >`SELECT count(*) AS unfinished FROM _prisma_migrations WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
      db.workerHeartbeat.count({ where: { beatAt: { gt: since } } }),
    ]);
    return { database: true, migrations: Number(migrations[0]?.unfinished ?? 1) === 0, worker: workers > 0 };
  } catch {
    return { database: false, migrations: false, worker: false };
  }
}
