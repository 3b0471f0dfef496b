import { setTimeout as wait } from 'node:timers/promises';
import { Logger, run } from 'graphile-worker';
import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { keepHeartbeat } from '@/jobs/heartbeat';
import { asWorker, ownerQuery, urls } from '../support/database';

const quiet = new Logger(() => () => undefined);

it('lets a job that takes longer than a beat end in peace, and gives back that of a dead process', async () => {
  let runs = 0;
  await asWorker(async () => {
    const heart = await keepHeartbeat();
    const runner = await run({
      connectionString: urls.worker,
      concurrency: 2,
      noHandleSignals: true,
      pollInterval: 100,
      logger: quiet,
      events: heart.events,
      taskList: {
        slow: async () => {
          runs += 1;
          await wait(4500);
        },
      },
    });
    await runner.addJob('slow', {});
    await ownerQuery("SELECT graphile_worker.add_job('of-the-dead')");
    await ownerQuery(
      `UPDATE graphile_worker._private_jobs j SET locked_by = 'pool-dead', locked_at = now()
       FROM graphile_worker._private_tasks t WHERE t.id = j.task_id AND t.identifier = 'of-the-dead'`,
    );
    await wait(5500);
    expect(await db.workerHeartbeat.count()).toBe(1);
    await runner.stop();
    await heart.stop();
  });
  expect(runs).toBe(1);
  expect(await ownerQuery('SELECT key, locked_by FROM graphile_worker._private_jobs')).toEqual([
    { key: null, locked_by: null },
  ]);
});
