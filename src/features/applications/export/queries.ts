import { z } from 'zod';
import { db } from '@/db/client';
import { APPLICATION_STATES } from '@/domain/application';
import { ROLES } from '@/domain/mentoring';
import type { Question } from '@/domain/questions';
import { getForm } from '@/features/forms/queries';
import type { Cell } from '@/lib/csv';
import { jsonDate } from '@/lib/json-rows';
import { chosen, visible } from '../inbox/choosing/queries';
import { nameFor, type Viewer } from '../inbox/choosing/schema';
import { ordered, sortFor } from '../inbox/paging/queries';
import type { InboxFilter } from '../inbox/schema';
import { answersSchema } from '../schema';
import { cellsOf, exportedQuestions } from './schema';

/** The applications of a filter, in its order: those that will be in the file. */
export async function listExported(cycleId: string, viewer: Viewer, filter: InboxFilter): Promise<string[]> {
  const [row] = z.array(z.object({ ids: z.array(z.string()) })).parse(
    await db.$queryRaw`
    SELECT coalesce(array_agg(s.id::text), '{}') AS ids FROM (
      SELECT a.id FROM applications a WHERE ${chosen(cycleId, viewer, filter)}
      ORDER BY ${ordered(sortFor(filter.sort, viewer))}) s`,
  );
  return row?.ids ?? [];
}

/** Questions whose answers go into the file: those of every version of the form that its applications were sent with. */
export async function listExportedQuestions(cycleId: string): Promise<Question[]> {
  const versions = await db.application.groupBy({
    by: ['formVersion'],
    where: { cycleId, state: { not: 'draft' } },
    orderBy: { formVersion: 'asc' },
  });
  return exportedQuestions(await Promise.all(versions.map(({ formVersion }) => getForm(formVersion))));
}

const rowsSchema = z.array(
  z.object({
    reference: z.string().nullable(),
    name: z.string(),
    role: z.enum(ROLES),
    state: z.enum(APPLICATION_STATES),
    submittedAt: jsonDate.nullable(),
    places: z.number(),
    reviewCount: z.number(),
    laterBy: jsonDate.nullable(),
    isMarked: z.boolean(),
    answers: answersSchema,
  }),
);

const AT_ONCE = 500;

type Of = { cycle: { id: string; timeZone: string }; viewer: Viewer; questions: readonly Question[] };

/**
 * The rows of the file, some hundred at a time, so that a large one takes no more memory than a small one. PostgreSQL writes each
 * batch as one text; only the answers to these questions go out, and what has been closed to the viewer meanwhile is left out.
 */
export async function* readExported(
  ids: readonly string[],
  { cycle, viewer, questions }: Of,
): AsyncGenerator<Cell[][]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const batch = ids.slice(from, from + AT_ONCE);
    const [found] = z.array(z.object({ rows: z.string() })).parse(
      await db.$queryRaw`
      SELECT coalesce(json_agg(t ORDER BY t.place), '[]')::text AS rows FROM (
        SELECT b.place, a.reference, a.name, a.role, a.state, a.submitted_at AS "submittedAt", a.places,
          a.review_count AS "reviewCount", a.later_by AS "laterBy", a.discuss_since IS NOT NULL AS "isMarked",
          a.answers
        FROM unnest(${batch}::uuid[]) WITH ORDINALITY AS b(id, place) JOIN applications a ON a.id = b.id
        WHERE ${visible(cycle.id, viewer)}) t`,
    );
    const rows = rowsSchema.parse(JSON.parse(found?.rows ?? '[]'));
    yield rows.map((row) => cellsOf({ ...row, name: nameFor(viewer, row) }, questions, cycle.timeZone));
  }
}
