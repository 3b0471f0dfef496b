import type { TaskList } from 'graphile-worker';
import type { TaskName } from '@/db/jobs';
import { drainOutbox } from './drain-outbox';
import { makeCycleKeyJob } from './make-cycle-key';

/** Every job of the program. Each may be killed at any point and run again. */
export const tasks = {
  'make-cycle-key': makeCycleKeyJob,
  'drain-outbox': drainOutbox,
} satisfies Partial<Record<TaskName, TaskList[string]>>;
