import type { FormRole, Role } from '../../src/domain/mentoring';
import { newId } from '../../src/lib/id';
import { createClosings } from './closings';
import { acceptAll, createCommittee, type Committee, type DemoUser } from './committee';
import { createApplication, createCycle, type Applied, type DemoCycle, type Ground } from './cycles';
import { createEvents } from './events';
import { fillFunding } from './funding-cycles';
import { createYears } from './pair-years';
import { createLibrary } from './library';
import { createPairs, type PairedRow } from './pairs';
import { inventPerson, type InventedPerson } from './people';
import { CHILDREN, CYCLE_DATES, datesFrom, TECHNICAL } from './programs';
import { createReviews } from './reviews';
import { seededRandom, type Random } from './random';

const DAY_MS = 86_400_000;
/** 15 mentors with 22 places: nine with one, five with two, one with three. */
const PLACES = [1, 2, 1, 1, 2, 1, 3, 1, 2, 1, 1, 2, 1, 2, 1];
const UNDECIDED = 6;

type Numbered = { count: number };
/** What every step of the filling needs. */
type Filling = Ground & { random: Random; numbers: Numbered };
type Crowd = { role: FormRole; count: number; state: string; days: number; placesOf?: (index: number) => number };

/** `count` invented people who applied, spread over the days before `days`. */
async function applyAll(filling: Filling, cycle: DemoCycle, crowd: Crowd): Promise<Applied[]> {
  const { random, numbers, start } = filling;
  const applied: Applied[] = [];
  for (let index = 0; index < crowd.count; index++) {
    const places = crowd.placesOf?.(index) ?? 1;
    const submittedAt = new Date(start.getTime() + (crowd.days - random.next() * 15) * DAY_MS);
    const person = personFor(random, crowd.role, ++numbers.count, places);
    applied.push(
      ...(await createApplication(filling, cycle, { person, role: crowd.role, state: crowd.state, submittedAt })),
    );
  }
  return applied;
}

function personFor(random: Random, role: FormRole, number: number, places: number): InventedPerson {
  if (role !== 'both') return inventPerson(random, role, number, places);
  const mentor = inventPerson(random, 'mentor', number, places);
  const mentee = inventPerson(random, 'mentee', number);
  return { ...mentor, answers: { ...mentee.answers, ...mentor.answers } };
}

async function createPrograms({ tx, start, organizationId }: Ground) {
  await tx.organization.create({
    data: { id: organizationId, name: 'Association for Library Service (invented)', slug: 'library-association' },
  });
  const [children, technical] = [newId(start), newId(start)];
  await tx.program.createMany({
    data: [
      { id: children, organizationId, ...CHILDREN },
      { id: technical, organizationId, ...TECHNICAL },
    ],
  });
  return { children, technical };
}

/** 34 mentees and 15 mentors with 22 places. One reviewer is among the mentors: their own application is closed to them. */
async function fillInReview(filling: Filling, cycle: DemoCycle, { chair, reviewers }: Committee): Promise<Applied[]> {
  const { random, numbers, start } = filling;
  const [applicant] = reviewers;
  if (!applicant) throw new Error('The committee has no reviewer.');
  const submittedAt = new Date(start.getTime() - 12 * DAY_MS);
  const invented = inventPerson(random, 'mentor', ++numbers.count, PLACES[0]);
  const own = {
    ...invented,
    name: applicant.name,
    email: 'teodor@example.test',
    answers: { ...invented.answers, name: applicant.name, employer: 'Maple County Library' },
  };
  const applied = [
    ...(await createApplication(filling, cycle, {
      person: own,
      role: 'mentor',
      state: 'submitted',
      submittedAt,
      personId: applicant.personId,
    })),
    ...(await applyAll(filling, cycle, {
      role: 'mentor',
      count: 14,
      state: 'submitted',
      days: -3,
      placesOf: (index) => PLACES[index + 1] ?? 1,
    })),
    ...(await applyAll(filling, cycle, { role: 'mentee', count: 34, state: 'submitted', days: -3 })),
  ];
  await createReviews(filling, { cycle, applied, reviewers, chair }, random);
  await acceptAll(filling, cycle, applied.slice(0, -UNDECIDED), chair);
  return applied;
}

type Paired = { chair: DemoUser; pairs: number; days: number; stateOf: (index: number) => string };

async function fillPaired(
  filling: Filling,
  cycle: DemoCycle,
  { chair, pairs, days, stateOf }: Paired,
): Promise<{ mentors: Applied[]; mentees: Applied[]; rows: PairedRow[] }> {
  const of = (role: Role) => applyAll(filling, cycle, { role, count: pairs, state: 'accepted', days });
  const [mentors, mentees] = [await of('mentor'), await of('mentee')];
  const rows = await createPairs(filling, {
    cycle,
    mentors,
    mentees,
    chair,
    at: new Date(filling.start.getTime() + (days + 20) * DAY_MS),
    stateOf,
  });
  return { mentors, mentees, rows };
}

/**
 * The demonstration program of docs/demonstration.md: an archived, an active and an in-review cycle, and a second
 * program that is open for applications. Dates count from `ground.start`; the same seed makes the same people.
 */
export async function fillDemonstration(ground: Ground): Promise<void> {
  const filling: Filling = { ...ground, random: seededRandom(20_261), numbers: { count: 0 } };
  const year = ground.start.getUTCFullYear();
  const named = (season: string, back: number, letter = 'F') => ({
    code: `${letter}${String(year - back).slice(2)}`,
    name: `${season} ${year - back}`,
  });
  const after = (days: number) => new Date(ground.start.getTime() + days * DAY_MS);
  const { children, technical } = await createPrograms(ground);
  const committee = await createCommittee(ground, { children, technical });

  const archived = await createCycle(ground, {
    programId: children,
    ...named('Fall', 2),
    dates: CYCLE_DATES.archived,
    releasedAt: after(-719),
  });
  const past = await fillPaired(filling, archived, {
    chair: committee.chair,
    pairs: 18,
    days: -745,
    stateOf: (index) => (index % 9 === 4 ? 'ended_early' : 'completed'),
  });
  await createYears(ground, {
    cycle: archived,
    dates: CYCLE_DATES.archived,
    pairs: past.rows,
    liaisons: [],
    staff: null,
  });
  const { endsAt } = datesFrom(ground.start, CYCLE_DATES.archived);
  await createClosings(ground, { pairs: past.rows, mentors: past.mentors, mentees: past.mentees, endsAt });
  const active = await createCycle(ground, {
    programId: children,
    ...named('Fall', 1),
    dates: CYCLE_DATES.active,
    releasedAt: after(-349),
  });
  const { mentees, rows } = await fillPaired(filling, active, {
    chair: committee.chair,
    pairs: 40,
    days: -380,
    stateOf: (index) => (index % 13 === 6 ? 'ended_early' : index % 11 === 7 ? 'on_hold' : 'active'),
  });
  const { reviewers: liaisons, staff } = committee;
  await createYears(ground, { cycle: active, dates: CYCLE_DATES.active, pairs: rows, liaisons, staff });
  await createEvents(ground, { cycle: active, dates: CYCLE_DATES.active, staff });
  await createLibrary(ground, { children, technical, cycle: active, dates: CYCLE_DATES.active });
  const inReview = await createCycle(ground, {
    programId: children,
    ...named('Fall', 0),
    dates: CYCLE_DATES.inReview,
    confirmation: 'both_after',
  });
  const applied = await fillInReview(filling, inReview, committee);
  const open = await createCycle(ground, {
    programId: technical,
    ...named('Year', 0, 'A'),
    dates: CYCLE_DATES.open,
    reviewStyle: 'light',
  });
  await applyAll(filling, open, { role: 'both', count: 20, state: 'submitted', days: -1, placesOf: () => 1 });
  await fillFunding(ground, committee.funding, { active, mentees, inReview, applied, open });
}
