import { z } from 'zod';
import { db } from '@/db/client';
import { summarize } from '@/domain/review';
import { getForm } from '@/features/forms/queries';
import { cleanerFor } from '@/features/reviews/blinding/schema';
import { knownSchema, sectionsInWords, type Powers } from '@/features/reviews/queries';
import { listRubrics, readReview } from '@/features/reviews/rubrics/queries';
import { givenSchema } from '@/features/reviews/rubrics/schema';
import { and, chosen } from '../inbox/choosing/queries';
import { nameFor, type Viewer } from '../inbox/choosing/schema';
import { beside, ordered, placeIn, sortFor } from '../inbox/paging/queries';
import { writePlace } from '../inbox/paging/schema';
import type { InboxFilter } from '../inbox/schema';

/** More makes a stack that nobody carries, and a page that a browser takes long to lay out. */
export const MOST_PRINTED = 200;

const rowsSchema = z.array(
  knownSchema.extend({
    id: z.string(),
    reference: z.string().nullable(),
    name: z.string(),
    email: z.string(),
    person: z.object({ name: z.string(), email: z.string() }),
    submittedAt: z.date().nullable(),
    formVersion: z.string(),
    places: z.number(),
    reviewCount: z.number(),
    /** Those that are open to the viewer, after their own or when they review nothing; null before. */
    ratings: z.array(givenSchema).nullable(),
  }),
);

/** The applications of a filter on paper: what the viewer may read of each, and where the next packet begins. */
export async function getPacket(cycleId: string, viewer: Viewer, filter: InboxFilter, powers: Powers) {
  const place = await placeIn(cycleId, viewer, filter);
  const sort = sortFor(filter.sort, viewer);
  const where = place && place !== 'lost' ? [beside(sort, 'after', place.key)] : [];
  const rows = rowsSchema.parse(
    await db.$queryRaw`
    SELECT a.id::text, a.reference, a.name, a.email,
      (SELECT json_build_object('name', p.name, 'email', p.email) FROM persons p WHERE p.id = a.person_id) AS person, a.role, a.state, a.answers, a.submitted_at AS "submittedAt",
      a.form_version AS "formVersion", a.places, a.review_count AS "reviewCount",
      CASE WHEN ${!viewer.reviews} OR EXISTS (SELECT FROM reviews r WHERE r.application_id = a.id
          AND r.reviewer_id = ${viewer.userId}::uuid)
        THEN (SELECT json_agg(json_build_object('ratings', r.ratings, 'rubricNumber', r.rubric_number)) FROM reviews r WHERE r.application_id = a.id) END AS ratings
    FROM applications a WHERE ${and([chosen(cycleId, viewer, filter), ...where])}
    ORDER BY ${ordered(sort)} LIMIT ${MOST_PRINTED + 1}`,
  );
  const printed = rows.slice(0, MOST_PRINTED);
  const last = printed.at(-1);
  const rubrics = await listRubrics(cycleId);
  const sheets = await Promise.all(
    printed.map(async ({ ratings, answers, formVersion, email, person, ...row }) => ({
      ...row,
      name: nameFor(viewer, row),
      sections: sectionsInWords(
        await getForm(formVersion),
        { role: row.role, answers },
        {
          powers,
          clean: cleanerFor(powers, answers, [{ name: row.name, email }, person]),
        },
      ),
      summary: ratings && summarize(ratings.map((one) => readReview(rubrics, { role: row.role, ...one }).score)),
    })),
  );
  return { sheets, next: last && rows.length > MOST_PRINTED ? writePlace(sort, last) : null };
}
export type Packet = Awaited<ReturnType<typeof getPacket>>;
export type Sheet = Packet['sheets'][number];
