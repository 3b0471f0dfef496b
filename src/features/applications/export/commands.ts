import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import type { ExportFile } from './schema';

type Taken = { cycle: { id: string; organizationId: string; programId: string }; file: ExportFile; count: number };

/** Says in the history who took applications out of the program, and how many. Nothing of the filter: it may hold a name. */
export async function noteExport(actor: UserActor, { cycle, file, count }: Taken, now: Date): Promise<void> {
  authorize(actor, 'application.export', { programId: cycle.programId }, now);
  await db.$transaction((tx) =>
    recordEvent(tx, {
      actor,
      organizationId: cycle.organizationId,
      cycleId: cycle.id,
      subjectType: 'cycle',
      subjectId: cycle.id,
      action: 'applications.exported',
      detail: { file, count },
      at: now,
    }),
  );
}
