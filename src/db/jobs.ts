import type { Tx } from './client';

export type TaskName =
  | 'make-cycle-key'
  | 'run-matching'
  | 'answer-inquiry'
  | 'drain-outbox'
  | 'release-held'
  | 'send-reminders'
  | 'note-erasure'
  | 'make-sealed-copy';

/** Queues a job in the transaction that causes it. A second job under the same key replaces the first while it waits. */
export async function enqueueJob(
  tx: Tx,
  task: TaskName,
  payload: Record<string, string> = {},
  key: string = task,
): Promise<void> {
  await tx.$queryRaw`SELECT app.enqueue_job(${task}, ${JSON.stringify(payload)}::json, ${key})::text`;
}
