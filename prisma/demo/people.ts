import type { Answers } from '../../src/domain/answers';
import type { IdentityAnswers } from '../../src/domain/matching/identity';
import {
  ACTIVITIES,
  COMPETENCIES,
  HOURS,
  LIBRARY_TYPES,
  MODES,
  STAGES,
  TOPICS,
  type Role,
} from '../../src/domain/mentoring';
import { CONNECTIONS, EMPLOYERS, FAMILY_NAMES, GIVEN_NAMES, GOALS, HOPES, PLACES, TITLES } from './names';
import type { Random } from './random';

export type InventedPerson = {
  name: string;
  email: string;
  answers: Answers;
  identity: IdentityAnswers & { countInTotals?: boolean };
  places: number;
};

const values = (options: readonly { value: string }[]) => options.map(({ value }) => value);
const slug = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^a-zA-Z]+/g, '-')
    .toLowerCase();

/** Ratings of one person lie around a level of their own: mentors about 4, mentees about 2.3. */
function ratings(random: Random, role: Role): Record<string, string> {
  const level = (role === 'mentor' ? 4 : 2.3) + (random.next() - 0.5) * 1.4;
  const one = () => Math.min(5, Math.max(1, Math.round(level + (random.next() - 0.5) * 2.2)));
  return Object.fromEntries(COMPETENCIES.map(({ value }) => [`rating_${value}`, String(one())]));
}

function shared(random: Random, name: string): Record<string, string | string[]> {
  const [city, subdivision, timeZone] = random.pick(PLACES);
  return {
    name,
    country: subdivision.slice(0, 2),
    subdivision,
    city,
    time_zone: timeZone,
    adult: 'yes',
    job_title: random.pick(TITLES),
    employer: random.pick(EMPLOYERS),
    library_type: random.pick(values(LIBRARY_TYPES)),
    share_contact: ['email'],
    modes: random.some(values(MODES), 2 + random.whole(3)),
    hours: random.some(values(HOURS), 1 + random.whole(3)),
    ...(random.chance(0.3) ? { pronouns: random.pick(['she/her', 'he/him', 'they/them']) } : {}),
    ...(random.chance(0.35) ? { wants_nearby: 'yes' } : {}),
  };
}

const mentorAnswers = (random: Random, places: number) => ({
  member: 'yes',
  years_experience: String(6 + random.whole(25)),
  children_experience: 'yes',
  have_supervised: random.chance(0.5) ? 'yes' : 'no',
  offer_topics: random.some(values(TOPICS), 3 + random.whole(4)),
  offer_activities: random.some(values(ACTIVITIES), 2 + random.whole(3)),
  places: String(places),
  hopes: random.pick(HOPES),
  ...(random.chance(0.6) ? { help_stages: random.some(values(STAGES).slice(0, 5), 1 + random.whole(3)) } : {}),
});

const menteeAnswers = (random: Random) => ({
  member: random.chance(0.7) ? 'yes' : 'no',
  connection: random.pick(CONNECTIONS),
  stage: random.pick(values(STAGES).slice(0, 5)),
  goal_1: random.pick(GOALS),
  ...(random.chance(0.6) ? { goal_2: random.pick(GOALS) } : {}),
  want_topics: random.some(values(TOPICS), 2 + random.whole(3)),
  want_activities: random.some(values(ACTIVITIES), 1 + random.whole(3)),
  help_areas: random.some(values(COMPETENCIES), 1 + random.whole(3)),
  ...(random.chance(0.5) ? { wanted_library_type: random.pick(values(LIBRARY_TYPES)) } : {}),
});

const GENDERS = ['woman', 'man', 'nonbinary'];
const ETHNICITIES = ['asian', 'black', 'hispanic', 'indigenous', 'middle-eastern', 'pacific', 'white'];

function identity(random: Random): IdentityAnswers {
  const one = (options: readonly string[]) => {
    const own = random.chance(0.75) ? [random.pick(options)] : [];
    return { own, wish: own.length > 0 && random.chance(0.4) ? ({ kind: 'same' } as const) : null };
  };
  return { gender: one(GENDERS), ethnicity: one(ETHNICITIES) };
}

/** One person with a complete application for `role`; `places` counts for mentors only. */
export function inventPerson(random: Random, role: Role, number: number, places = 1): InventedPerson {
  const name = `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`;
  const answers = {
    ...shared(random, name),
    ...ratings(random, role),
    ...(role === 'mentor' ? mentorAnswers(random, places) : menteeAnswers(random)),
  };
  return {
    name,
    email: `${slug(name)}-${number}@example.test`,
    answers,
    // Four in five agree to be counted in totals.
    identity: { ...identity(random), countInTotals: number % 5 !== 0 },
    places: role === 'mentor' ? places : 0,
  };
}

/** Places of many mentors: 70 % one, 20 % two, 10 % three. */
export const drawPlaces = (random: Random): number => {
  const draw = random.next();
  return draw < 0.7 ? 1 : draw < 0.9 ? 2 : 3;
};
