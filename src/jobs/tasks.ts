import type { TaskList } from 'graphile-worker';
import type { TaskName } from '@/db/jobs';
import { answerInquiryJob } from './answer-inquiry';
import { checkAccessLogJob } from './check-access-log';
import { drainOutbox } from './drain-outbox';
import { foldCountsJob } from './fold-counts';
import { forgetOldJob } from './forget-old';
import { makeCycleKeyJob } from './make-cycle-key';
import { makeSealedCopyJob } from './make-sealed-copy';
import { noteErasureJob } from './note-erasure';
import { purgeIdentityJob } from './purge-identity';
import { readBouncesJob } from './read-bounces';
import { releaseHeld } from './release-held';
import { sendReminders } from './send-reminders';
import { runMatchingJob } from './run-matching';
import { tendPairs } from './tend-pairs';

/** Run by the worker's own clock, queued by nobody. */
type TimedTask = 'purge-identity' | 'check-access-log' | 'forget-old' | 'fold-counts' | 'read-bounces' | 'tend-pairs';

/** Every job of the program. Each may be killed at any point and run again. */
export const tasks = {
  'make-cycle-key': makeCycleKeyJob,
  'drain-outbox': drainOutbox,
  'release-held': releaseHeld,
  'send-reminders': sendReminders,
  'tend-pairs': tendPairs,
  'run-matching': runMatchingJob,
  'answer-inquiry': answerInquiryJob,
  'note-erasure': noteErasureJob,
  'make-sealed-copy': makeSealedCopyJob,
  'purge-identity': purgeIdentityJob,
  'check-access-log': checkAccessLogJob,
  'forget-old': forgetOldJob,
  'fold-counts': foldCountsJob,
  'read-bounces': readBouncesJob,
} satisfies Partial<Record<TaskName | TimedTask, TaskList[string]>>;
