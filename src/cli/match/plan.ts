import { ALSC_2015 } from '@/domain/forms/frameworks';
import { explainPair, type PairExplanation } from '@/domain/matching/explain';
import { FACTORS, type Weights } from '@/domain/matching/factors';
import { describeConflict, lockConflict } from '@/domain/matching/locks';
import type { Answer, Pair, Problem } from '@/domain/matching/problem';
import { unmatchedReport, type Unmatched } from '@/domain/matching/reports/unmatched';
import { DEFAULT_RULES } from '@/domain/matching/rules';
import { problemFor, scoreCycle } from '@/domain/matching/score-cycle';
import { solve } from '@/domain/matching/solve';
import { verify } from '@/domain/matching/verify';
import { InputFault } from '../solve/faults';
import { menteesOf, mentorsOf, type People } from './people';

/** Clocks are compared as in winter, so that a plan does not depend on the day it is made. */
const INSTANT = new Date('2030-01-15T18:00:00Z');

export type Asked = {
  mentees: People;
  mentors: People;
  weights: Weights;
  locks: readonly Pair[];
  vetoes: readonly Pair[];
  previous: readonly Pair[];
  /** Also find out what would match those who are unmatched: each is worth a few solutions. */
  explain: boolean;
};

export type PlanRow = {
  mentee: { id: string; name: string };
  mentor: { id: string; name: string };
  /** Thousandths of a point; the factors' points add up to the fit. */
  fit: number;
  points: readonly { factor: string; label: string; points: number; reason: string }[];
};

export type Plan = {
  /** By mentee's id. */
  rows: readonly PlanRow[];
  unmatched: readonly { id: string; name: string }[];
  /** Empty unless it was asked for. */
  explained: readonly Unmatched[];
  totalFit: number;
};

/**
 * The best plan for these people, proved, with its reasons.
 *
 * @throws {InputFault} when the locks cannot all hold
 */
export function planFor({ mentees, mentors, weights, locks, vetoes, previous, explain }: Asked): Plan {
  const nameOf = namesIn([...mentees.people, ...mentors.people]);
  const facts = { locks, committeeVetoes: vetoes, participantVetoes: [], lastCycle: [] };
  const people = { mentees: menteesOf(mentees), mentors: mentorsOf(mentors) };
  const scored = scoreCycle({
    ...people,
    areas: ALSC_2015.areas,
    weights,
    rules: DEFAULT_RULES,
    facts,
    instant: INSTANT,
  });
  const problem = problemFor(scored, { objective: 'participation', fairness: 'balanced', seed: '', previous });
  const conflict = lockConflict(problem);
  if (conflict) throw new InputFault([`conflicting locks: ${describeConflict(conflict, nameOf)}`]);
  const answer = found(solve(problem));
  const faults = verify(problem, answer);
  if (faults.length > 0) throw new Error(`The plan is not proved: ${faults.join('; ')}`);
  const about = { problem, scored, matches: answer.matches, resolve: (changed: Problem) => found(solve(changed)) };
  const named = (id: string) => ({ id, name: nameOf(id) });
  return {
    rows: answer.matches.map(({ mentee, mentor, fit }) => {
      const why = explainPair(scored, [mentee, mentor], (id) => givenName(nameOf(id)));
      return { mentee: named(mentee), mentor: named(mentor), fit, points: pointsOf(why) };
    }),
    unmatched: answer.unmatched.map(named),
    explained: explain ? unmatchedReport(about, 'staff') : [],
    totalFit: answer.totalFit,
  };
}

const pointsOf = ({ points, reasons }: PairExplanation): PlanRow['points'] =>
  FACTORS.map(({ key, label }) => ({
    factor: key,
    label,
    points: points[key] ?? 0,
    reason: reasons.find(({ factor }) => factor === key)?.text ?? '',
  }));

const namesIn = (people: readonly { id: string; name: string }[]): ((id: string) => string) => {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
};

const givenName = (name: string): string => name.split(' ', 1)[0] ?? name;

function found(answer: Answer | null): Answer {
  if (!answer) throw new Error('Nobody can cancel here.');
  return answer;
}
