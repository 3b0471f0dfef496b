import { at } from '@/domain/matching/arrange';
import { reversed } from '@/domain/matching/locks';
import { byText, NOT_ALLOWED, pairKey, type Problem } from '@/domain/matching/problem';
import { ruleLabel, type RuleKey } from '@/domain/matching/rules';
import type { ScoredCycle } from '@/domain/matching/score-cycle';
import type { PlanPair, Resolve } from './resolve';

/** One thing done differently. Fits in thousandths of a point. */
export type Change =
  /** Let this one pair be made although the rule speaks against it. */
  | { kind: 'rule'; rule: RuleKey; mentorId: string; fit: number }
  /** Ask this mentor for one more place. */
  | { kind: 'place'; mentorId: string; fit: number }
  /** Lower the minimum score of the whole cycle to `to`. */
  | { kind: 'minimum-score'; to: number };

export type Unmatched = {
  menteeId: string;
  /** Mentors whom no rule excludes: they had no place left. */
  open: number;
  /** Rules in words, with how many mentors each excludes, most first. A mentor excluded by two is counted in both. */
  rules: readonly { label: string; mentors: number }[];
  /** Of each kind the best that would match this mentee and leave nobody unmatched who is matched; the smallest first. */
  changes: readonly Change[];
};

/**
 * Rules that a change may set aside for one pair. Never what a participant asked for, nor what is no rule of the cycle's
 * own; for places and for the minimum score there are changes of their own.
 */
const MAY_BE_WAIVED: readonly RuleKey[] = ['last-cycle', 'same-employer', 'reverse-pair', 'committee-veto'];

/** The form asks for one to three. */
const MOST_PLACES = 3;

/** How many pairs are tried before a kind of change is given up: each costs a solution. */
const MOST_TRIED = 5;

type Cell = { cell: number; mentorId: string; places: number; fit: number; rules: readonly RuleKey[] };

/** The mentee's row, best fit first. */
function rowOf({ cycle, fit, excluded }: ScoredCycle, row: number): Cell[] {
  const width = cycle.mentors.length;
  return cycle.mentors
    .map(({ applicationId, places }, column): Cell => {
      const cell = row * width + column;
      return { cell, mentorId: applicationId, places, fit: at(fit, cell), rules: excluded.get(cell) ?? [] };
    })
    .sort((a, b) => b.fit - a.fit || byText(a.mentorId, b.mentorId));
}

type Case = { problem: Problem; scored: ScoredCycle; matches: readonly PlanPair[]; resolve: Resolve };

/** Whether a changed problem matches this mentee, and everybody who is matched now. */
function helps({ matches, resolve }: Case, menteeId: string, changed: Problem): boolean {
  const then = new Set(resolve(changed).matches.map(({ mentee }) => mentee));
  return then.has(menteeId) && matches.every(({ mentee }) => then.has(mentee));
}

const opened = ({ problem, scored }: Case, cells: readonly number[]): Problem => {
  const fit = problem.fit.slice();
  for (const cell of cells) fit[cell] = at(scored.fit, cell);
  return { ...problem, fit };
};

function waivedRule(about: Case, menteeId: string, cells: readonly Cell[]): Change[] {
  const waivable = cells.flatMap(({ rules: [rule, ...others], ...cell }) =>
    rule && others.length === 0 && MAY_BE_WAIVED.includes(rule) ? [{ ...cell, rule }] : [],
  );
  const found = waivable.slice(0, MOST_TRIED).find(({ cell }) => helps(about, menteeId, opened(about, [cell])));
  return found ? [{ kind: 'rule', rule: found.rule, mentorId: found.mentorId, fit: found.fit }] : [];
}

/** One more place with a mentor whom no rule excludes helps: everybody else can stay where they are. */
function furtherPlace({ problem, matches }: Case, menteeId: string, cells: readonly Cell[]): Change[] {
  const made = new Set(matches.map(({ mentee, mentor }) => pairKey(mentee, mentor)));
  const found = cells.find(({ cell, mentorId, places }) => {
    if (at(problem.fit, cell) === NOT_ALLOWED || places >= MOST_PLACES) return false;
    const reverse = reversed([menteeId, mentorId], problem.bothRoles);
    return reverse === null || !made.has(pairKey(...reverse));
  });
  return found ? [{ kind: 'place', mentorId: found.mentorId, fit: found.fit }] : [];
}

/** The least lowering: to the best fit that alone is in the way; a place has to be there too. */
function lowerMinimum(about: Case, menteeId: string, cells: readonly Cell[]): Change[] {
  const { problem, scored } = about;
  const onlyTooLow = (rules: readonly RuleKey[]) => rules.length === 1 && rules[0] === 'minimum-score';
  const tooLow = cells.filter(({ rules }) => onlyTooLow(rules)).slice(0, MOST_TRIED);
  const found = tooLow.find(({ fit: to }) => {
    const cellsNow = [...scored.excluded].filter(([cell, rules]) => onlyTooLow(rules) && at(scored.fit, cell) >= to);
    const changed = opened(
      about,
      cellsNow.map(([cell]) => cell),
    );
    return helps(about, menteeId, { ...changed, minimumScore: Math.min(problem.minimumScore, to) });
  });
  return found ? [{ kind: 'minimum-score', to: found.fit }] : [];
}

function countRules(cells: readonly Cell[], reader: 'staff' | 'others'): Unmatched['rules'] {
  const counts = new Map<string, number>();
  for (const { rules } of cells)
    for (const label of new Set(rules.map((rule) => ruleLabel(rule, reader))))
      counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .map(([label, mentors]) => ({ label, mentors }))
    .sort((a, b) => b.mentors - a.mentors || byText(a.label, b.label));
}

/**
 * Why each unmatched mentee is unmatched, and what would match them: first waiving one rule for one pair, then one more
 * place, then a lower minimum. In the words of `reader`; a participant's veto is in no suggestion.
 *
 * @param problem as it was solved, in the order of the cycle, without a private part
 */
export function unmatchedReport(about: Case, reader: 'staff' | 'others'): Unmatched[] {
  const { problem, scored, matches } = about;
  const matched = new Set(matches.map(({ mentee }) => mentee));
  return problem.mentees.flatMap(({ id: menteeId }, row): Unmatched[] => {
    if (matched.has(menteeId)) return [];
    const cells = rowOf(scored, row);
    return [
      {
        menteeId,
        open: cells.filter(({ cell }) => at(problem.fit, cell) !== NOT_ALLOWED).length,
        rules: countRules(cells, reader),
        changes: [
          ...waivedRule(about, menteeId, cells),
          ...furtherPlace(about, menteeId, cells),
          ...lowerMinimum(about, menteeId, cells),
        ],
      },
    ];
  });
}
