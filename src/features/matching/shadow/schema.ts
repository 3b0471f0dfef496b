import { z } from 'zod';
import { isId } from '@/lib/id';
import { readTable, TableFault } from '@/lib/csv';
import type { PairLine } from '@/domain/matching/reports/read-pairs';

const MOST_CHARACTERS = 500_000;

export const pairingSchema = z.strictObject({
  cycleId: z.string().refine(isId),
  text: z
    .string()
    .trim()
    .min(1, 'Paste your pairs, or choose a file.')
    .max(MOST_CHARACTERS, 'This is more than a pairing can be. Choose the file with mentee and mentor only.'),
});
export type PairingInput = z.output<typeof pairingSchema>;

/** The lines of a pairing; a text is why it cannot be read. Its first line names the columns mentee and mentor. */
export function pairLines(text: string): PairLine[] | string {
  try {
    const { headings, rows } = readTable(text);
    const column = (name: string) => headings.findIndex((heading) => heading.trim().toLowerCase() === name);
    const [mentee, mentor] = [column('mentee'), column('mentor')];
    if (mentee < 0 || mentor < 0) return 'The first line must name the columns: mentee, mentor.';
    return rows.map(({ line, cells }) => ({ line, mentee: cells[mentee] ?? '', mentor: cells[mentor] ?? '' }));
  } catch (error) {
    if (error instanceof TableFault) return error.message;
    throw error;
  }
}
