import { balanced, type Asked } from '../../src/domain/assigning';
import { CRITERIA, RATINGS } from '../../src/domain/review';
import { newId } from '../../src/lib/id';
import type { DemoUser } from './committee';
import type { Applied, DemoCycle, Ground } from './cycles';
import type { Random } from './random';

const COMMENTS = [
  'Concrete about what they want. A pleasure to read.',
  'Clear goals, and honest about time.',
  'Would be good with somebody patient.',
  'Strong in outreach.',
  '',
  '',
  'Knows our program well.',
  'A first step is missing, but the wish is real.',
] as const;

const FOR_APPLICANT = ['You write clearly about what you want to learn.', '', '', '', ''] as const;

/** Steps by which each reviewer rates above or below the others: kind and strict ones, as in life. */
const LEANINGS = [0.2, -0.6, 0.5, -0.2, 0.1] as const;

type Reading = { cycle: DemoCycle; applied: readonly Applied[]; reviewers: readonly DemoUser[]; chair: DemoUser };

/**
 * Two readers for every application, evenly; who applied does not read themselves. Given out by where people stand in their
 * lists: by their ids, which are drawn anew each time, every demonstration would leave something else to somebody else.
 */
function giveOut({ applied, reviewers }: Reading): Asked[] {
  const wanted = applied.map(({ personId }, at) => ({
    id: String(at).padStart(4, '0'),
    needs: 2,
    mayRead: reviewers.flatMap((reviewer, place) => (reviewer.personId === personId ? [] : [String(place)])),
  }));
  const { asked } = balanced(
    wanted,
    reviewers.map((_, place) => ({ id: String(place), load: 0 })),
  );
  return asked.map((pair) => ({
    applicationId: applied[Number(pair.applicationId)]?.applicationId ?? '',
    reviewerId: reviewers[Number(pair.reviewerId)]?.id ?? '',
  }));
}

async function assign({ tx, start, organizationId }: Ground, reading: Reading) {
  const { cycle, chair } = reading;
  const asked = giveOut(reading);
  await tx.reviewAssignment.createMany({
    data: asked.map((pair) => ({
      id: newId(start),
      organizationId,
      cycleId: cycle.id,
      ...pair,
      source: 'balanced',
      assignedById: chair.id,
      assignedAt: start,
    })),
  });
  return asked;
}

/** One reviewer works with an applicant whom they were asked to read: declared, so that it is closed to them. */
async function declareOne(
  { tx, start, organizationId }: Ground,
  { applied, reviewers }: Reading,
  asked: readonly Asked[],
) {
  const reviewer = reviewers[2];
  const one = asked.find(({ reviewerId }) => reviewerId === reviewer?.id);
  const personId = applied.find(({ applicationId }) => applicationId === one?.applicationId)?.personId;
  if (!reviewer || !one || !personId) throw new Error('Nobody to be in conflict with.');
  await tx.conflict.create({
    data: {
      id: newId(start),
      organizationId,
      userId: reviewer.id,
      personId,
      state: 'in_force',
      source: 'declared',
      reason: 'We worked in the same branch until last year.',
      settledById: reviewer.id,
      settledAt: start,
    },
  });
  return asked.filter((pair) => pair !== one);
}

/** Assignments, a conflict, and readings: most applications by two members, the last ones by one or none. */
export async function createReviews(ground: Ground, reading: Reading, random: Random): Promise<void> {
  const { tx, start, organizationId } = ground;
  const asked = await declareOne(ground, reading, await assign(ground, reading));
  const rows = reading.applied.flatMap(({ applicationId, role }, index) => {
    const worth = 2 + random.next() * 1.8;
    const readers = asked.filter((pair) => pair.applicationId === applicationId);
    const done = index % 6 === 5 ? 0 : index % 4 === 3 ? 1 : 2;
    return readers.slice(0, done).map(({ reviewerId }) => {
      const leaning = LEANINGS[reading.reviewers.findIndex(({ id }) => id === reviewerId)] ?? 0;
      const rated = () => Math.round(Math.min(4, Math.max(1, worth + leaning + random.next() - 0.5)));
      return {
        id: newId(start),
        organizationId,
        applicationId,
        reviewerId,
        comment: random.pick(COMMENTS),
        forApplicant: random.pick(FOR_APPLICANT),
        savedAt: new Date(start.getTime() - random.whole(36) * 3_600_000),
        ratings: Object.fromEntries(CRITERIA[role].map(({ key }) => [key, RATINGS[rated() - 1] ?? 1])),
      };
    });
  });
  await tx.review.createMany({ data: rows });
}
