import { expect, it } from 'vitest';
import type { Answer, Problem } from '@/domain/matching/problem';
import { verify } from '@/domain/matching/verify';
import { fingerprint } from './kernels/watching';
import { PROBLEM, solved, tampered } from './verify-case';

const isAnswer = (_value: unknown): _value is Answer => true;
const isProblem = (_value: unknown): _value is Problem => true;
const { privatePart: _, ...PUBLIC } = PROBLEM;
const BOTH: Problem = {
  ...PUBLIC,
  locks: [],
  bothRoles: [0, 1, 2].map((person) => [`e${person}`, `m${person}`] as const),
};

const CASES: [string, Problem][] = [
  ['balanced, with a private part', PROBLEM],
  ['the worst match first', { ...PUBLIC, fairness: 'maximin' }],
  ['steps', { ...PUBLIC, fairness: 'leximin', levels: 4 }],
  ['good pairs only', { ...PUBLIC, fairness: 'none', objective: 'quality', minimumScore: 50_000 }],
  ['people in both roles', BOTH],
];

/** What is said of each change of an answer, and of each change of a problem with the same answer. */
const ofAnswers = (problem: Problem) =>
  tampered(solved(problem)).flatMap((other) =>
    isAnswer(other) && typeof other.withWhom !== 'number' ? [verify(problem, other)] : [],
  );
const ofProblems = (problem: Problem) => {
  const answer = solved(problem);
  return tampered(problem).flatMap((other) => (isProblem(other) ? [verify(other, answer)] : []));
};

/** Each sentence with how often it is said. */
function counted(faultsOf: readonly (readonly string[])[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const fault of faultsOf.flat()) counts[fault] = (counts[fault] ?? 0) + 1;
  return counts;
}

const summed = (faultsOf: readonly (readonly string[])[]): string => {
  const sentences = Object.keys(counted(faultsOf)).length;
  const silent = faultsOf.filter((faults) => faults.length === 0).length;
  return `${faultsOf.length} changes, ${silent} without a word, ${sentences} sentences, ${fingerprint(faultsOf)}`;
};

it('says of each change of an answer or a problem what does not hold', () => {
  expect(counted(ofAnswers({ ...PUBLIC, fairness: 'maximin' }))).toEqual({
    'a fit differs from the problem': 25,
    'a lock is not said': 7,
    'the minimum is not the least fit': 14,
    'the pairs shown are not the pairs proved': 35,
    'the total is not the sum of the fits': 18,
    'the unmatched are not the others': 10,
    'who: a match below the floor': 18,
    'who: a number is not a whole number': 40,
    'who: a pair above the floor is worth more than its prices': 7,
    'who: a pair is worth more than its prices': 21,
    'who: a pair that is not allowed': 16,
    'who: a price below zero': 20,
    'who: a price for a mentee not in question': 8,
    'who: a price for no place': 8,
    'who: a price is missing': 36,
    'who: as many could be matched above the floor': 2,
    'who: kept is not what the prices add up to': 23,
    'who: not the stages of this problem': 6,
    'who: participation is not what the prices add up to': 30,
    'who: the floor is not what the prices add up to': 18,
    'who: total is not what the prices add up to': 38,
  });
  expect(counted(ofProblems(PROBLEM))).toEqual({
    'a fit differs from the problem': 19,
    'a lock is not said': 5,
    'problem: a bad capacity': 4,
    'problem: a bad priority': 10,
    'problem: a fit out of range': 10,
    'problem: a private part out of range': 1,
    'problem: wrong size of the fit matrix': 9,
    'the minimum is not the least fit': 11,
    'the pairs shown are not the pairs proved': 5,
    'the total is not the sum of the fits': 19,
    'the unmatched are not the others': 5,
    'who: a pair is worth more than its prices': 13,
    'who: a pair that is not allowed': 7,
    'who: balanced is not what the prices add up to': 17,
    'who: kept is not what the prices add up to': 6,
    'who: more mentees than places': 3,
    'who: not the stages of this problem': 3,
    'who: participation is not what the prices add up to': 8,
    'who: total is not what the prices add up to': 17,
    'withWhom: a pair is worth more than its prices': 10,
    'withWhom: a pair that is not allowed': 7,
    'withWhom: a price for a mentee not in question': 4,
    'withWhom: balanced is not what the prices add up to': 24,
    'withWhom: kept is not what the prices add up to': 6,
    'withWhom: more mentees than places': 3,
    'withWhom: not the stages of this problem': 2,
    'withWhom: total is not what the prices add up to': 24,
  });
});

it('says the same of each, whatever the plan was made for', () => {
  const told = CASES.flatMap(([name, problem]) => [
    `${name}, answer: ${summed(ofAnswers(problem))}`,
    `${name}, problem: ${summed(ofProblems(problem))}`,
  ]);
  expect(told).toEqual([
    'balanced, with a private part, answer: 411 changes, 0 without a word, 33 sentences, b22a5e8ced7e',
    'balanced, with a private part, problem: 146 changes, 64 without a word, 27 sentences, 0b0af6d6f9aa',
    'the worst match first, answer: 226 changes, 0 without a word, 21 sentences, 780c69d09e8a',
    'the worst match first, problem: 106 changes, 34 without a word, 21 sentences, e2554a6d8a8c',
    'steps, answer: 308 changes, 0 without a word, 19 sentences, dcb31f59b243',
    'steps, problem: 109 changes, 34 without a word, 18 sentences, b46c7c200699',
    'good pairs only, answer: 144 changes, 0 without a word, 17 sentences, 1b58c22b5c18',
    'good pairs only, problem: 106 changes, 37 without a word, 16 sentences, 39292417bfd6',
    'people in both roles, answer: 251 changes, 0 without a word, 18 sentences, f8be7ffb52db',
    'people in both roles, problem: 116 changes, 33 without a word, 17 sentences, cd0303a5b504',
  ]);
});
