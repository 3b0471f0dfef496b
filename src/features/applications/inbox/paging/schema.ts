import { z } from 'zod';
import { isId } from '@/lib/id';
import type { InboxFilter } from '../schema';

type Sort = InboxFilter['sort'];
const id = z.string().refine(isId);
/** Milliseconds, up to the year 9999. */
const at = z.coerce.number().int().min(0).max(253_402_300_799_999);

/**
 * Where a page of an order begins: what its order goes by, of the row it comes after. A place is a value, so that it stays
 * where it was when rows come, go or change. Names are not put into addresses: there it is the row that is named.
 */
const PLACES = z.discriminatedUnion('sort', [
  z.object({ sort: z.literal('fewest'), reviewCount: z.coerce.number().int().min(0).max(1_000_000), at, id }),
  z.object({ sort: z.literal('newest'), at, id }),
  z.object({ sort: z.literal('name'), id }),
  z.object({ sort: z.literal('reference'), reference: z.string().regex(/^[\w-]{1,60}-[A-Z]-\d{1,12}$/) }),
]);

const PARTS = {
  fewest: ['reviewCount', 'at', 'id'],
  newest: ['at', 'id'],
  name: ['id'],
  reference: ['reference'],
} as const satisfies Record<Sort, readonly string[]>;

/** @returns null when it is none: forged, cut short, or of another order */
export function readPlace(sort: Sort, written: string): z.output<typeof PLACES> | null {
  const values = written.split('~');
  if (values.length !== PARTS[sort].length) return null;
  const typed = Object.fromEntries(PARTS[sort].map((part, index) => [part, values[index]]));
  const parsed = PLACES.safeParse({ ...typed, sort });
  return parsed.success ? parsed.data : null;
}

type Row = { id: string; reviewCount: number; submittedAt: Date | null; reference: string | null };

/** The place of a row, as it is written in addresses. */
export function writePlace(sort: Sort, row: Row): string {
  const values: Record<string, string | number> = {
    id: row.id,
    at: row.submittedAt?.getTime() ?? 0,
    reviewCount: row.reviewCount,
    reference: row.reference ?? '',
  };
  return PARTS[sort].map((part) => values[part]).join('~');
}
