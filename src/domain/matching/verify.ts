import type { AnyProblem, Answer } from '@/domain/matching/problem';
import {
  EXCLUDED,
  fitReader,
  groundFor,
  otherWayRound,
  sum,
  textOf,
  type Index,
} from '@/domain/matching/verify-ground';
import { checkProof } from '@/domain/matching/verify-proof';

/**
 * Whether `answer` is a best plan for `problem`, checked against every pair in exact integers. Shares no code with the
 * solver. An empty list means proved; each entry says what does not hold.
 *
 * @param ask called again and again; throws to stop everything
 */
export function verify(problem: AnyProblem, answer: Answer, ask: () => void = () => undefined): string[] {
  const index = {
    row: new Map(problem.mentees.map(({ id }, row) => [id, row])),
    column: new Map(problem.mentors.map(({ id }, column) => [id, column])),
  };
  ask();
  const whole = checkInput(problem, index);
  if (whole.length > 0) return whole;
  ask();
  const who = groundFor(problem, index, { side: 'who', proof: answer.who, among: null, ask });
  const faults = [...checkProof(who), ...checkAnswer(problem, index, { answer, ask })];
  const hasPrivate = 'fit' in problem && problem.privatePart !== undefined;
  if ((answer.withWhom === null) === hasPrivate) return [...faults, 'private stage: missing or not asked for'];
  if (answer.withWhom === null) return faults;
  const among = new Set(answer.who.matches.map(([menteeId]) => menteeId));
  const same = answer.withWhom.matches.length === among.size && answer.withWhom.matches.every(([id]) => among.has(id));
  return [
    ...faults,
    ...(same ? [] : ['withWhom: other mentees than those chosen by fit']),
    ...checkProof(groundFor(problem, index, { side: 'withWhom', proof: answer.withWhom, among, ask })),
  ];
}

function checkInput(problem: AnyProblem, { row, column }: Index): string[] {
  const { mentees, mentors } = problem;
  const claims: [boolean, string][] = [
    [row.size === mentees.length && column.size === mentors.length, 'an id stands twice'],
    ...('fit' in problem ? matrixClaims(problem) : listClaims(problem)),
    [mentees.every(({ priority }) => Number.isSafeInteger(priority) && priority >= 1), 'a bad priority'],
    [mentors.every(({ capacity }) => Number.isSafeInteger(capacity) && capacity >= 0), 'a bad capacity'],
  ];
  return claims.filter(([holds]) => !holds).map(([, fault]) => `problem: ${fault}`);
}

type Claims = [boolean, string][];

/** Whether every number is one that may be made, or says that it may not. */
function isInRange(scores: Int32Array, most: number, orExcluded: boolean): boolean {
  for (let at = 0; at < scores.length; at += 1) {
    const score = scores[at]!;
    // Numbers below zero are huge when read without a sign.
    if (score >>> 0 > most && !(orExcluded && score === EXCLUDED)) return false;
  }
  return true;
}

function matrixClaims(problem: Extract<AnyProblem, { fit: Int32Array }>): Claims {
  const { mentees, mentors, fit, privatePart } = problem;
  return [
    [fit.length === mentees.length * mentors.length, 'wrong size of the fit matrix'],
    [!privatePart || privatePart.length === fit.length, 'wrong size of the private matrix'],
    [isInRange(fit, 100_000, true), 'a fit out of range'],
    [!privatePart || isInRange(privatePart, 20_000, false), 'a private part out of range'],
  ];
}

/** Rows that are worked out when read are the asker's to keep in range. */
function listClaims({ mentees, mentors, pairs }: Exclude<AnyProblem, { fit: Int32Array }>): Claims {
  if ('rowOf' in pairs) return [];
  const { start, column, score } = pairs;
  const isSized = start.length === mentees.length + 1 && start[0] === 0 && start[mentees.length] === column.length;
  return [
    [isSized && column.length === score.length, 'wrong size of the list of pairs'],
    [start.every((place, row) => place <= (start[row + 1] ?? place)), 'a list of pairs out of order'],
    [column.every((place) => place >= 0 && place < mentors.length), 'a pair with nobody'],
    [isInRange(score, 100_000, true), 'a fit out of range'],
  ];
}

/** What people are shown, against the proofs: pairs, fits, totals. */
function checkAnswer(
  problem: AnyProblem,
  index: Index,
  { answer, ask }: { answer: Answer; ask: () => void },
): string[] {
  const locks = new Set(problem.locks.map(textOf));
  const proved = [...(answer.withWhom ?? answer.who).matches.map(textOf), ...locks];
  ask();
  const shown = answer.matches.map(({ mentee, mentor }) => textOf([mentee, mentor]));
  const matched = answer.matches.map(({ mentee }) => mentee);
  const taken = new Set(matched);
  const fitsOf = fitReader(problem);
  const fits = answer.matches.map(({ mentee, mentor }, k) => {
    if ((k & 15) === 0) ask();
    return fitsOf(index.row.get(mentee) ?? -1)[index.column.get(mentor) ?? -1] ?? EXCLUDED;
  });
  ask();
  const alone = new Set(problem.mentees.flatMap(({ id }) => (taken.has(id) ? [] : [id])));
  const pairs = new Set(shown);
  ask();
  const isShown = isSame(proved, pairs) && shown.length === pairs.size;
  ask();
  const isRest = isSame(answer.unmatched, alone) && isAscending(answer.unmatched);
  ask();
  const isMutual = ({ mentee, mentor }: Answer['matches'][number]) =>
    otherWayRound(problem, [mentee, mentor]).some((pair) => pairs.has(textOf(pair)));
  const claims: Claims = [
    [!problem.vetoes.some((veto) => pairs.has(textOf(veto))), 'a vetoed pair is made'],
    [isShown, 'the pairs shown are not the pairs proved'],
    [isAscending(matched), 'matches are not one per mentee in order'],
    [isRest, 'the unmatched are not the others'],
    [answer.matches.every(({ fit }, at) => fit === fits[at] && fit !== EXCLUDED), 'a fit differs from the problem'],
    [answer.matches.every((one, at) => one.locked === locks.has(shown[at] ?? '')), 'a lock is not said'],
    [answer.totalFit === sum(fits), 'the total is not the sum of the fits'],
    [answer.minimumFit === leastOf(fits), 'the minimum is not the least fit'],
    [!answer.matches.some(isMutual), 'two people mentor each other'],
  ];
  return claims.filter(([holds]) => !holds).map(([, fault]) => fault);
}

/** Whether a list has each of these once, and nothing else. */
const isSame = (list: readonly string[], these: ReadonlySet<string>): boolean =>
  list.length === these.size && new Set(list).size === list.length && list.every((one) => these.has(one));

const isAscending = (ids: readonly string[]): boolean => ids.every((id, at) => at === 0 || (ids[at - 1] ?? '') < id);

const leastOf = (numbers: readonly number[]): number | null =>
  numbers.reduce<number | null>((least, number) => Math.min(least ?? number, number), null);
