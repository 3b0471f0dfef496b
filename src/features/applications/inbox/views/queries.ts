import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';

/** The views a member keeps for a program, the one the inbox begins with first. */
export const listViews = ({ userId }: UserActor, programId: string) =>
  db.savedView.findMany({
    where: { userId, programId },
    select: { id: true, name: true, query: true, isStart: true },
    orderBy: [{ isStart: 'desc' }, { name: 'asc' }],
  });
export type View = Awaited<ReturnType<typeof listViews>>[number];
