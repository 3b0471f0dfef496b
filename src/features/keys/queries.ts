import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';

/** Whether this user has turned keys of one letter on. */
export const hasKeys = async ({ userId }: UserActor): Promise<boolean> =>
  (await db.user.findUniqueOrThrow({ where: { id: userId }, select: { shortcuts: true } })).shortcuts;
