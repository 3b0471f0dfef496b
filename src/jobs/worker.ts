import { Logger, run } from 'graphile-worker';
import { workerEnv } from '@/lib/env';
import { giveWay } from '@/lib/give-way';
import { log } from '@/lib/log';
import { drainOutbox } from './drain-outbox';
import { keepHeartbeat } from './heartbeat';
import { tasks } from './tasks';
import { watchOutbox } from './watch-outbox';

const CONCURRENCY = 2;

const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log.warn({ queue: message.slice(0, 200) }, 'queue');
});

giveWay();

const env = workerEnv();
const heart = await keepHeartbeat();
const runner = await run({
  connectionString: env.WORKER_DATABASE_URL,
  concurrency: CONCURRENCY,
  noHandleSignals: true,
  pollInterval: 1000,
  logger,
  taskList: tasks,
  // Deferred mail and holds that pass while nobody presses anything.
  crontab: [
    '* * * * * drain-outbox ?jobKey=drain-outbox',
    '* * * * * release-held ?jobKey=release-held',
    '* * * * * read-bounces ?jobKey=read-bounces',
    '* * * * * fold-counts ?jobKey=fold-counts',
    '*/5 * * * * send-reminders ?jobKey=send-reminders',
    '*/10 * * * * tend-pairs ?jobKey=tend-pairs',
    '*/10 * * * * purge-identity ?jobKey=purge-identity',
    '17 3 * * * check-access-log ?jobKey=check-access-log&fill=1d',
    '40 3 * * * forget-old ?jobKey=forget-old&fill=1d',
  ].join('\n'),
  events: heart.events,
});
// What fell due while nothing ran is not left to the next tick.
await runner.addJob('purge-identity', {}, { jobKey: 'purge-identity' });
log.info('worker started');

const outbox = watchOutbox(drainOutbox);

const stop = async () => {
  await outbox.stop();
  await runner.stop();
  await heart.stop();
  process.exit(0);
};
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());
await runner.promise;
