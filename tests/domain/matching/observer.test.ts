import { COMPETENCIES } from '@/domain/mentoring';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '@/domain/matching/factors';
import { privateMatrix, type IdentityAnswers } from '@/domain/matching/identity';
import { DEFAULT_RULES } from '@/domain/matching/rules';
import { problemFor, scoreCycle } from '@/domain/matching/score-cycle';
import { solve } from '@/domain/matching/solve';
import { menteeProfile, mentorProfile } from '@/domain/profile';
import { shortCodes } from '@/vault/mac';
import { drawPlaces, inventPerson } from '../../../prisma/demo/people';
import { seededRandom, type Random } from '../../../prisma/demo/random';

const [MENTORS, MENTEES] = [200, 500];
/** Four groups, as large as these shares of hundred; two in five wish for somebody of their own. */
const GROUPS = [70, 85, 95, 100];
const WISHING = 0.4;

function groupOf(random: Random): string {
  const drawn = random.whole(100);
  return `group ${GROUPS.findIndex((share) => drawn < share)}`;
}

function people(random: Random, role: 'mentor' | 'mentee', count: number) {
  return Array.from({ length: count }, (_, index) => {
    const places = role === 'mentor' ? drawPlaces(random) : 0;
    const { answers } = inventPerson(random, role, index, places);
    const id = `${role} ${String(index).padStart(4, '0')}`;
    const gender = { own: [groupOf(random)], wish: random.chance(WISHING) ? { kind: 'same' as const } : null };
    const sealed: IdentityAnswers = { gender, ethnicity: { own: [], wish: null } };
    const row = { id, personId: id, places, answers: { ...answers, employer: `Library ${index}` } };
    return { id, row, group: gender.own[0], wishes: gender.wish !== null, sealed };
  });
}

/** The model cycle, solved as the worker does and once more by fit alone. */
function matchModel(seed: number) {
  const random = seededRandom(seed);
  const mentors = people(random, 'mentor', MENTORS);
  const mentees = people(random, 'mentee', MENTEES);
  const scored = scoreCycle({
    mentees: mentees.map(({ row }) => menteeProfile(row)),
    mentors: mentors.map(({ row }) => mentorProfile(row)),
    weights: DEFAULT_WEIGHTS,
    rules: DEFAULT_RULES,
    facts: { participantVetoes: [], committeeVetoes: [], lastCycle: [], locks: [] },
    areas: COMPETENCIES,
    instant: new Date('2030-01-15T12:00:00Z'),
  });
  const problem = problemFor(scored, { objective: 'participation', fairness: 'balanced', seed: 'model', previous: [] });
  const codeOf = shortCodes(createHash('sha256').update(`key ${seed}`).digest());
  const jitter = (mentee: string, mentor: string) => codeOf(`${mentee}|${mentor}`) % 10_001;
  const sealed = (list: typeof mentees) => list.map(({ id, sealed: answers }) => ({ id, answers }));
  const bonus = privateMatrix(sealed(mentees), sealed(mentors), () => 0);
  const privatePart = privateMatrix(sealed(mentees), sealed(mentors), jitter);
  const [plan, open] = [solve({ ...problem, privatePart }), solve(problem)];
  if (!plan || !open) throw new Error('Nobody cancelled.');
  return { mentors, mentees, fit: scored.fit, bonus, plan, open };
}

type Seen = { met: boolean; wished: boolean; signals: Record<string, number> };

/** For every match: what an observer of all public numbers can hold against it, and the truth. */
function observe({ mentors, mentees, fit, bonus, plan, open }: ReturnType<typeof matchModel>): Seen[] {
  const openMentor = new Map(open.matches.map(({ mentee, mentor }) => [mentee, mentor]));
  const openFit = new Map(open.matches.map((match) => [match.mentee, match.fit]));
  const places = new Map(mentors.map(({ id }, at) => [id, at]));
  const rows = new Map(mentees.map(({ id }, at) => [id, at]));
  return plan.matches.map(({ mentee, mentor, fit: own }) => {
    const [row, column] = [rows.get(mentee) ?? 0, places.get(mentor) ?? 0];
    const fits = [...fit.subarray(row * MENTORS, (row + 1) * MENTORS)];
    const wished = mentees[row]?.wishes ?? false;
    return {
      wished,
      met: wished && mentees[row]?.group === mentors[column]?.group,
      signals: {
        'low fit': -own,
        'better mentors passed over': fits.filter((one) => one > own).length,
        'fit lost against the best mentor': Math.max(...fits) - own,
        'fit lost against the plan by fit alone': (openFit.get(mentee) ?? 0) - own,
        'another mentor than by fit alone': openMentor.get(mentee) === mentor ? 0 : 1,
        'the bonus itself': bonus[row * MENTORS + column] ?? 0,
      },
    };
  });
}

/** The chance that a signal is larger where a wish was met than where none was, ties by half. */
function auc(seen: readonly Seen[], signal: string): number {
  const [met, other] = [seen.filter((one) => one.met), seen.filter((one) => !one.met)];
  let won = 0;
  for (const a of met)
    for (const b of other) {
      const [x, y] = [a.signals[signal] ?? 0, b.signals[signal] ?? 0];
      won += x > y ? 1 : x === y ? 0.5 : 0;
    }
  return won / (met.length * other.length);
}

const SEEDS = Array.from({ length: 12 }, (_, seed) => seed);

it('lets an observer of everything public guess met wishes hardly better than by a coin, and meets most of them', () => {
  const seen = SEEDS.flatMap((seed) => observe(matchModel(seed)));
  const wished = seen.filter((one) => one.wished);
  const { length: met } = wished.filter((one) => one.met);
  expect(met / wished.length).toBeGreaterThanOrEqual(0.85);
  const [hidden, ...open] = Object.keys(seen[0]?.signals ?? {}).reverse();
  for (const signal of open) {
    const guess = auc(seen, signal);
    expect(Math.max(guess, 1 - guess), signal).toBeLessThanOrEqual(0.6);
  }
  // Positive control: who saw the private part would know.
  expect(auc(wished, hidden ?? '')).toBe(1);
});
