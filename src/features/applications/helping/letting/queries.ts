import { db } from '@/db/client';

/** Since when staff may help with a form; null when they may not. */
export async function openedToStaff(draftId: string): Promise<Date | null> {
  const row = await db.draft.findUniqueOrThrow({ where: { id: draftId }, select: { openedToStaffAt: true } });
  return row.openedToStaffAt;
}
