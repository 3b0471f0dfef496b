import { z } from 'zod';
import type { FrozenStatistics } from '@/domain/statistics';

const figure = z.number().int().nullable();

/** The frozen release of a cycle, as the database and the erasure ledger keep it. */
export const frozenSchema: z.ZodType<FrozenStatistics> = z.object({
  people: figure,
  gender: z.array(figure),
  ethnicity: z.array(figure),
  crossed: z.array(figure).nullable(),
});
