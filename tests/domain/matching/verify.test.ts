import { describe, expect, it } from 'vitest';
import { NOT_ALLOWED, type Answer, type Problem, type Proof } from '@/domain/matching/problem';
import { verify } from '@/domain/matching/verify';
import { fromTable } from './small-problems';
import { PROBLEM, solved, tampered } from './verify-case';

const ANSWER = solved(PROBLEM);

const isAnswer = (_value: unknown): _value is Answer => true;
const withProof = (change: Partial<Proof>): Answer => ({ ...ANSWER, who: { ...ANSWER.who, ...change } });

it('accepts the answer of the solver', () => {
  expect(verify(PROBLEM, ANSWER)).toEqual([]);
});

it.each([
  ['balanced', PROBLEM],
  ['maximin', { ...PROBLEM, fairness: 'maximin' }],
  ['leximin', { ...PROBLEM, fairness: 'leximin', levels: 4 }],
  ['maximin, one mentee more than places', { ...PROBLEM, fairness: 'maximin', locks: [], vetoes: [['e4', 'm3']] }],
] satisfies [string, Problem][])('rejects an answer in which anything at all was changed: %s', (_, problem) => {
  const answer = solved(problem);
  expect(verify(problem, answer)).toEqual([]);
  const changed = tampered(answer);
  const accepted = changed.filter((other) => isAnswer(other) && verify(problem, other).length === 0);
  expect(changed.length).toBeGreaterThan(300);
  expect(accepted).toEqual([]);
});

describe('names what does not hold', () => {
  it('a price changed by 1', () => {
    const stages = ANSWER.who.stages.map((stage, i) =>
      i === 0 ? { ...stage, mentees: stage.mentees.map((price, row) => (row === 0 ? price - 1 : price)) } : stage,
    );
    expect(verify(PROBLEM, withProof({ stages }))).toEqual([
      'who: a pair is worth more than its prices',
      'who: participation is not what the prices add up to',
    ]);
  });

  it('a pair given up without cause', () => {
    expect(verify(PROBLEM, withProof({ givenUp: [['e0', 'm1']] }))).toContain('who: gave up a pair without cause');
  });

  it('a private stage that is missing', () => {
    expect(verify(PROBLEM, { ...ANSWER, withWhom: null })).toContain('private stage: missing or not asked for');
  });

  it('another problem than the one that was solved', () => {
    const fit = PROBLEM.fit.with(0, 89_999);
    expect(verify({ ...PROBLEM, fit }, ANSWER)).not.toEqual([]);
    expect(verify({ ...PROBLEM, vetoes: [...PROBLEM.vetoes, ['e4', 'm3']] }, ANSWER)).not.toEqual([]);
    expect(verify({ ...PROBLEM, fairness: 'none' }, ANSWER)).not.toEqual([]);
    expect(verify({ ...PROBLEM, locks: [] }, ANSWER)).not.toEqual([]);
    expect(verify({ ...PROBLEM, objective: 'quality' }, ANSWER)).not.toEqual([]);
  });

  it('a worse plan shown with the same proof', () => {
    const matches = ANSWER.matches.slice(1);
    expect(verify(PROBLEM, { ...ANSWER, matches })).toContain('the pairs shown are not the pairs proved');
  });

  it('a floor that is missing, and one where nobody is matched', () => {
    const lifted: Problem = { ...PROBLEM, fairness: 'maximin' };
    const answer = solved(lifted);
    expect(verify(lifted, { ...answer, who: { ...answer.who, floor: null } })).toEqual([
      'who: no floor',
      'who: a pair is worth more than its prices',
    ]);
    const nobody: Problem = { ...lifted, locks: [], fit: lifted.fit.map(() => NOT_ALLOWED) };
    const none = solved(nobody);
    expect(verify(nobody, none)).toEqual([]);
    const floor = { score: 0, beyond: { value: 0, mentees: [0, 0, 0, 0, 0], mentors: [0, 0, 0, 0] } };
    expect(verify(nobody, { ...none, who: { ...none.who, floor } })).toEqual(['who: a floor for nobody']);
  });

  it('two people who mentor each other, beside others who do not', () => {
    const table = [
      [null, 90_000, 10_000],
      [90_000, null, 10_000],
      [10_000, 10_000, 90_000],
    ];
    const free = fromTable(table);
    const bothRoles = [0, 1].map((person) => [`e${person}`, `m${person}`] as const);
    expect(verify({ ...free, bothRoles }, solved(free))).toEqual(['two people mentor each other']);
  });
});
