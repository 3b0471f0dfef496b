import { db } from '@/db/client';

/** Who was given more time in a cycle, newest first. */
export const listLatePermits = (cycleId: string) =>
  db.latePermit.findMany({
    where: { cycleId },
    select: { id: true, email: true, role: true, until: true, reason: true },
    orderBy: { createdAt: 'desc' },
  });
export type LatePermitRow = Awaited<ReturnType<typeof listLatePermits>>[number];
