import { z } from 'zod';
import { db } from '@/db/client';
import type { Actor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';

const foldedRows = z.tuple([z.object({ folded: z.number() })]);

/**
 * Makes one line of the many that changes left in the counts of the inbox; the counts stay what they are.
 *
 * @returns how many lines there were
 */
export async function foldCounts(actor: Actor, now: Date): Promise<number> {
  authorize(actor, 'counts.fold', {}, now);
  const [{ folded }] = foldedRows.parse(await db.$queryRaw`SELECT app.fold_inbox_counts() AS folded`);
  return folded;
}
