import type { Answer, Problem } from '@/domain/matching/problem';
import {
  checkProof,
  EXCLUDED,
  groundFor,
  otherWayRound,
  sum,
  textOf,
  type Index,
} from '@/domain/matching/verify-proof';

/**
 * Whether `answer` is a best plan for `problem`, checked against every pair in exact integers. Shares no code with the
 * solver. An empty list means proved; each entry says what does not hold.
 */
export function verify(problem: Problem, answer: Answer): string[] {
  const index = {
    row: new Map(problem.mentees.map(({ id }, row) => [id, row])),
    column: new Map(problem.mentors.map(({ id }, column) => [id, column])),
  };
  const whole = checkInput(problem, index);
  if (whole.length > 0) return whole;
  const whoGround = groundFor(problem, index, { givenUp: answer.who.givenUp, among: null });
  const faults = [
    ...checkProof(whoGround, index, { side: 'who', proof: answer.who }),
    ...checkAnswer(problem, index, answer),
  ];
  if ((answer.withWhom === null) !== (problem.privatePart === undefined))
    return [...faults, 'private stage: missing or not asked for'];
  if (answer.withWhom === null) return faults;
  const among = new Set(answer.who.matches.map(([menteeId]) => menteeId));
  const ground = groundFor(problem, index, { givenUp: answer.withWhom.givenUp, among });
  const same = answer.withWhom.matches.length === among.size && answer.withWhom.matches.every(([id]) => among.has(id));
  return [
    ...faults,
    ...(same ? [] : ['withWhom: other mentees than those chosen by fit']),
    ...checkProof(ground, index, { side: 'withWhom', proof: answer.withWhom }),
  ];
}

function checkInput(problem: Problem, { row, column }: Index): string[] {
  const { mentees, mentors, fit, privatePart } = problem;
  const faults: string[] = [];
  if (row.size !== mentees.length || column.size !== mentors.length) faults.push('problem: an id stands twice');
  if (fit.length !== mentees.length * mentors.length) faults.push('problem: wrong size of the fit matrix');
  if (privatePart && privatePart.length !== fit.length) faults.push('problem: wrong size of the private matrix');
  if (fit.some((value) => value !== EXCLUDED && (value < 0 || value > 100_000)))
    faults.push('problem: a fit out of range');
  if (privatePart?.some((value) => value < 0 || value > 20_000)) faults.push('problem: a private part out of range');
  if (mentees.some(({ priority }) => !Number.isSafeInteger(priority) || priority < 1))
    faults.push('problem: a bad priority');
  if (mentors.some(({ capacity }) => !Number.isSafeInteger(capacity) || capacity < 0))
    faults.push('problem: a bad capacity');
  return faults;
}

/** What people are shown, against the proofs: pairs, fits, totals. */
function checkAnswer(problem: Problem, index: Index, answer: Answer): string[] {
  const locks = new Set(problem.locks.map(textOf));
  const proved = [...(answer.withWhom ?? answer.who).matches.map(textOf), ...locks].sort();
  const shown = answer.matches.map(({ mentee, mentor }) => textOf([mentee, mentor])).sort();
  const matched = answer.matches.map(({ mentee }) => mentee);
  const taken = new Set(matched);
  const fits = answer.matches.map(
    ({ mentee, mentor }) =>
      problem.fit[(index.row.get(mentee) ?? -1) * problem.mentors.length + (index.column.get(mentor) ?? -1)],
  );
  const alone = problem.mentees.map(({ id }) => id).filter((id) => !taken.has(id));
  const pairs = new Set(shown);
  const claims: [boolean, string][] = [
    [!problem.vetoes.some((veto) => pairs.has(textOf(veto))), 'a vetoed pair is made'],
    [proved.join() === shown.join(), 'the pairs shown are not the pairs proved'],
    [matched.join() === [...taken].sort().join(), 'matches are not one per mentee in order'],
    [answer.unmatched.join() === alone.sort().join(), 'the unmatched are not the others'],
    [answer.matches.every(({ fit }, i) => fit === fits[i] && fit !== EXCLUDED), 'a fit differs from the problem'],
    [
      answer.matches.every((match) => match.locked === locks.has(textOf([match.mentee, match.mentor]))),
      'a lock is not said',
    ],
    [answer.totalFit === sum(answer.matches.map(({ fit }) => fit)), 'the total is not the sum of the fits'],
    [
      answer.minimumFit === (fits.length === 0 ? null : Math.min(...fits.map((fit) => fit ?? 0))),
      'the minimum is not the least fit',
    ],
    [
      !answer.matches.some(({ mentee, mentor }) =>
        otherWayRound(problem, [mentee, mentor]).some((p) => pairs.has(textOf(p))),
      ),
      'two people mentor each other',
    ],
  ];
  return claims.filter(([holds]) => !holds).map(([, fault]) => fault);
}
