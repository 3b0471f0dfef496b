import { at } from '@/domain/matching/arrange';
import { labelsFor } from '@/domain/matching/rules';
import type { ScoredCycle } from '@/domain/matching/score-cycle';

/** One pair: its fit in thousandths of a point, and why it may not be made; empty when it may. */
export type GridCell = { mentorId: string; fit: number; notBecause: readonly string[] };
export type GridRow = { menteeId: string; cells: readonly GridCell[] };

/** Every mentee with every mentor, in the order of the cycle. */
export function gridOf({ cycle, fit, excluded }: ScoredCycle, reader: 'staff' | 'others'): GridRow[] {
  const width = cycle.mentors.length;
  return cycle.mentees.map(({ applicationId: menteeId }, row) => ({
    menteeId,
    cells: cycle.mentors.map(({ applicationId: mentorId }, column) => {
      const cell = row * width + column;
      return { mentorId, fit: at(fit, cell), notBecause: labelsFor(excluded.get(cell) ?? [], reader) };
    }),
  }));
}
