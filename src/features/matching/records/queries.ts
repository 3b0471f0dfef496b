import { gunzipSync } from 'node:zlib';
import { db } from '@/db/client';
import type { Viewer } from '../inputs/queries';
import { hasClosedApplication } from '../plans/queries';

export const RECORD_FILES = ['problem.json', 'answer.json'] as const;
export type RecordFile = (typeof RECORD_FILES)[number];

/** A run's public problem or its answer, as `npm run solve` reads and writes it; null when there is none for the viewer. */
export async function findRecord(
  cycleId: string,
  runId: string,
  file: RecordFile,
  viewer: Viewer,
): Promise<string | null> {
  // It holds everybody, and so also what is closed to a member who applied.
  if (await hasClosedApplication(cycleId, viewer)) return null;
  const record = await db.runRecord.findFirst({
    where: { runId, run: { cycleId } },
    select: { problem: file === 'problem.json', answer: file === 'answer.json' },
  });
  const found = file === 'problem.json' ? record?.problem : record?.answer;
  return found ? gunzipSync(found).toString('utf8') : null;
}

/** Whether a run can be solved again; runs of older versions cannot. */
export const hasRecord = async (runId: string): Promise<boolean> =>
  (await db.runRecord.count({ where: { runId } })) > 0;
