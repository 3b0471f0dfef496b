import { COMPETENCIES } from '@/domain/mentoring';
import { expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '@/domain/matching/factors';
import type { Pair } from '@/domain/matching/problem';
import { DEFAULT_RULES } from '@/domain/matching/rules';
import { menteeProfile, mentorProfile } from '@/domain/profile';
import { solveCycle } from '@/engine/engine';
import { drawPlaces, inventPerson } from '../../prisma/demo/people';
import { seededRandom } from '../../prisma/demo/random';
import { NOW } from '../support/factories';

function asked(mentees: number, mentors: number, locks: readonly Pair[] = []) {
  const random = seededRandom(3);
  const row = (role: 'mentor' | 'mentee', index: number) => {
    const id = `${role}-${index}`;
    const { answers } = inventPerson(random, role, index);
    return { id, personId: id, places: drawPlaces(random), answers: { ...answers, employer: id } };
  };
  const cycle = {
    mentees: Array.from({ length: mentees }, (_, index) => menteeProfile(row('mentee', index))),
    mentors: Array.from({ length: mentors }, (_, index) => mentorProfile(row('mentor', index))),
    weights: DEFAULT_WEIGHTS,
    rules: DEFAULT_RULES,
    facts: { participantVetoes: [], committeeVetoes: [], lastCycle: [], locks },
    areas: COMPETENCIES,
    instant: NOW,
  };
  const settings = { objective: 'participation', fairness: 'balanced', seed: '', previous: [] } as const;
  return {
    cycle,
    settings,
    privatePart: null,
    names: { 'mentee-0': { short: 'Ada', full: 'Ada Quist' }, 'mentor-0': { short: 'Bo', full: 'Bo Ferreira' } },
  };
}

const quiet = { everyMs: 1000, onProgress: () => Promise.resolve(true) };

it('gives a proven plan of public terms', async () => {
  const answer = await solveCycle(asked(12, 5), quiet);
  expect(answer.kind).toBe('plan');
  expect(Object.keys(answer.kind === 'plan' ? answer.plan : {}).sort()).toEqual([
    'inputsHash',
    'matches',
    'milliseconds',
    'record',
    'totalFit',
  ]);
});

it('tells how far it is, and stops when told to', async () => {
  const seen: string[] = [];
  const answer = await solveCycle(asked(500, 220), {
    everyMs: 5,
    onProgress: ({ stage }) => {
      seen.push(stage);
      return Promise.resolve(seen.length < 2);
    },
  });
  expect(answer).toEqual({ kind: 'cancelled' });
  expect(seen[0]).toBe('scoring');
});

it('names the locks that cannot hold', async () => {
  const answer = await solveCycle(
    asked(3, 1, [
      ['mentee-0', 'mentor-0'],
      ['mentee-0', 'mentor-0x'],
    ]),
    quiet,
  );
  expect(answer).toMatchObject({
    kind: 'refused',
    code: 'matching.lock_conflict',
    detail: expect.stringContaining('Ada Quist'),
  });
});

it('fails when the asker fails, and goes on with the next', async () => {
  const failing = { everyMs: 1, onProgress: () => Promise.reject(new Error('no database')) };
  await expect(solveCycle(asked(500, 220), failing)).rejects.toThrow('no database');
  expect((await solveCycle(asked(4, 4), quiet)).kind).toBe('plan');
});

it('lets the private part choose with whom, also when it comes late', async () => {
  const { cycle, ...rest } = asked(2, 2);
  const [mentee, mentor] = [cycle.mentees[0], cycle.mentors[0]];
  if (!mentee || !mentor) throw new Error('Nobody applied.');
  const alike = {
    ...cycle,
    mentees: cycle.mentees.map(({ applicationId, personId }) => ({ ...mentee, applicationId, personId })),
    mentors: cycle.mentors.map(({ applicationId, personId }) => ({
      ...mentor,
      applicationId,
      personId,
      places: 1,
      employer: '',
    })),
  };
  const pairsWith = async (values: readonly number[]) => {
    const privatePart = async () => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      return Int32Array.from(values);
    };
    const answer = await solveCycle({ ...rest, cycle: alike, privatePart }, quiet);
    return answer.kind === 'plan' ? answer.plan.matches.map(({ mentorId }) => mentorId) : [];
  };
  expect(await pairsWith([20_000, 0, 0, 20_000])).toEqual(['mentor-0', 'mentor-1']);
  expect(await pairsWith([0, 20_000, 20_000, 0])).toEqual(['mentor-1', 'mentor-0']);
});
