import type { TaskList } from 'graphile-worker';
import type { TaskName } from '@/db/jobs';
import { answerInquiryJob } from './answer-inquiry';
import { drainOutbox } from './drain-outbox';
import { makeCycleKeyJob } from './make-cycle-key';
import { releaseHeld } from './release-held';
import { sendReminders } from './send-reminders';
import { runMatchingJob } from './run-matching';

/** Every job of the program. Each may be killed at any point and run again. */
export const tasks = {
  'make-cycle-key': makeCycleKeyJob,
  'drain-outbox': async () => void (await drainOutbox()),
  'release-held': releaseHeld,
  'send-reminders': sendReminders,
  'run-matching': runMatchingJob,
  'answer-inquiry': answerInquiryJob,
} satisfies Partial<Record<TaskName, TaskList[string]>>;
