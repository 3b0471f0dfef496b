import { newId } from '../../src/lib/id';
import type { Role } from '../../src/domain/mentoring';
import { CRITERIA } from '../../src/domain/review';
import type { Tx } from '../../src/db/client';
import { drawPlaces, inventPerson } from './people';
import { seededRandom, type Random } from './random';

type Crowd = {
  tx: Tx;
  start: Date;
  organizationId: string;
  cycle: { id: string; code: string };
  count: number;
  /** Who may have reviewed whom: each application none to three times. */
  reviewers?: readonly string[];
  seed?: number;
  /** Numbers go on from here, so that a crowd can be followed by another. */
  from?: number;
};

const AT_ONCE = 2_000;
const MINUTE_MS = 60_000;

/** How states are spread over a cycle under review. */
function drawState(random: Random): string {
  const draw = random.next();
  if (draw < 0.6) return 'submitted';
  if (draw < 0.63) return 'needs_information';
  if (draw < 0.83) return 'accepted';
  if (draw < 0.88) return 'hold';
  return draw < 0.92 ? 'declined' : 'withdrawn';
}

type Row = ReturnType<typeof draw>;

function draw(random: Random, number: number, { start, cycle: { code } }: Crowd) {
  const role: Role = random.chance(0.3) ? 'mentor' : 'mentee';
  const submittedAt = new Date(start.getTime() - number * MINUTE_MS);
  const person = inventPerson(random, role, number, role === 'mentor' ? drawPlaces(random) : 0);
  return {
    id: newId(submittedAt),
    personId: newId(submittedAt),
    role,
    state: drawState(random),
    reference: `${code}-${role === 'mentor' ? 'M' : 'E'}-${String(number).padStart(6, '0')}`,
    name: person.name,
    email: person.email,
    answers: person.answers,
    places: person.places,
    submittedAt,
    laterBy: random.chance(0.02) ? start : null,
    discussSince: random.chance(0.03) ? start : null,
  };
}

async function insertRows({ tx, organizationId, cycle }: Crowd, rows: readonly Row[]): Promise<void> {
  const json = JSON.stringify(rows);
  await tx.$executeRaw`
    INSERT INTO persons (id, organization_id, email, name, email_proven_at, created_at)
    SELECT r."personId", ${organizationId}::uuid, r.email, r.name, r."submittedAt", r."submittedAt"
    FROM json_to_recordset(${json}::json) AS r("personId" uuid, email text, name text, "submittedAt" timestamptz)`;
  await tx.$executeRaw`
    INSERT INTO applications (id, organization_id, cycle_id, person_id, role, state, reference, name, email, proven_at,
      answers, form_version, places, submitted_at, later_by, discuss_since, discuss_reason)
    SELECT r.id, ${organizationId}::uuid, ${cycle.id}::uuid, r."personId", r.role, r.state, r.reference, r.name, r.email,
      r."submittedAt", r.answers, 'mentoring-2026', r.places, r."submittedAt", r."laterBy", r."discussSince",
      CASE WHEN r."discussSince" IS NULL THEN '' ELSE 'We are not sure.' END
    FROM json_to_recordset(${json}::json) AS r(id uuid, "personId" uuid, role text, state text, reference text, name text,
      email text, answers jsonb, places int, "submittedAt" timestamptz, "laterBy" timestamptz, "discussSince" timestamptz)`;
}

async function insertReviews(crowd: Crowd, random: Random, rows: readonly Row[]): Promise<void> {
  const { tx, organizationId, start, reviewers = [] } = crowd;
  const reviews = rows.flatMap(({ id, role }) =>
    random.some(reviewers, random.whole(4)).map((reviewerId) => ({
      id: newId(start),
      applicationId: id,
      reviewerId,
      ratings: Object.fromEntries(CRITERIA[role].map(({ key }) => [key, 1 + random.whole(4)])),
    })),
  );
  if (reviews.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO reviews (id, organization_id, application_id, reviewer_id, ratings, saved_at)
    SELECT r.id, ${organizationId}::uuid, r."applicationId", r."reviewerId", r.ratings, ${start}
    FROM json_to_recordset(${JSON.stringify(reviews)}::json)
      AS r(id uuid, "applicationId" uuid, "reviewerId" uuid, ratings jsonb)`;
}

/** Many people at once who applied in a cycle, each with whole answers: for measuring and for tests of long lists. */
export async function fillCrowd(crowd: Crowd): Promise<string[]> {
  const { count, seed = 100, from = 1 } = crowd;
  const random = seededRandom(seed);
  const ids: string[] = [];
  for (let done = 0; done < count; done += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - done);
    const rows = Array.from({ length: size }, (_, index) => draw(random, from + done + index, crowd));
    await insertRows(crowd, rows);
    await insertReviews(crowd, random, rows);
    ids.push(...rows.map(({ id }) => id));
  }
  return ids;
}
