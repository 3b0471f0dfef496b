import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clock } from '@/lib/clock';
import { drain, hasUntriedMail } from '@/mail/drain';
import { asWorker, urls } from '../../support/database';
import { testRing } from '../../support/factories';

Object.assign(process.env, {
  WORKER_DATABASE_URL: urls.worker,
  VAULT_KEY: testRing.masterKey,
  VAULT_KEY_FILE: testRing.file,
  SMTP_URL: 'smtp://127.0.0.1:1',
  MAIL_FROM: 'Mentoring <mentoring@example.test>',
  BOUNCE_DIR: mkdtempSync(join(tmpdir(), 'bookend-bounces-')),
});
const { tasks } = await import('@/jobs/tasks');

/** Every mail server of the year takes everything. */
const send = () => Promise.resolve({ result: 'accepted', reply: '250 OK' } as const);

/** Mail goes as soon as it waits; letters follow their trial letters. */
async function post(): Promise<void> {
  if (!(await hasUntriedMail(clock.now()))) return;
  const { probes } = await drain({ send, readNow: clock.now });
  if (probes === 0) return;
  await tasks['release-held']();
  await drain({ send, readNow: clock.now });
  await tasks['release-held']();
}

/** What the worker's own clock runs all day, two at a time, as in `worker.ts`. */
export const runTimed = () =>
  asWorker(async () => {
    await Promise.all([tasks['release-held'](), tasks['read-bounces'](), tasks['purge-identity']()]);
    await Promise.all([tasks['send-reminders'](), tasks['tend-pairs']()]);
    await post();
  });

/** What it runs once a night. */
export const runNightly = () => asWorker(() => Promise.all([tasks['check-access-log'](), tasks['forget-old']()]));

/** Jobs that a press queued. */
export const makeKey = (cycleId: string) => asWorker(() => tasks['make-cycle-key']({ cycleId }));
export const writeLetters = () => asWorker(() => tasks['release-held']());
export const runMatching = (runId: string) =>
  asWorker(() => tasks['run-matching']({ runId }, { job: { attempts: 1 } }));
