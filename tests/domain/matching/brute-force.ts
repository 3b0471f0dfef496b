import { NOT_ALLOWED, type Pair, type Problem } from '@/domain/matching/problem';
import { textHash, tieKey } from '@/domain/matching/tie-key';

type Plan = { pairs: Pair[]; worth: number[] };

const key = (pair: Pair) => pair.join(' ');

/** All plans that keep the rules and the locks. */
export function everyPlan(problem: Problem): Pair[][] {
  const { mentees, mentors, fit, locks } = problem;
  const locked = new Set(locks.map(key));
  const vetoed = new Set(problem.vetoes.map(key));
  const plans: Pair[][] = [];
  const place = (row: number, pairs: Pair[], load: Map<string, number>) => {
    const mentee = mentees[row];
    if (!mentee) return plans.push(pairs);
    place(row + 1, pairs, load);
    mentors.forEach(({ id, capacity }, column) => {
      const value = fit[row * mentors.length + column] ?? NOT_ALLOWED;
      const pair: Pair = [mentee.id, id];
      const tooPoor = problem.objective === 'quality' && value < problem.minimumScore && !locked.has(key(pair));
      if (value === NOT_ALLOWED || vetoed.has(key(pair)) || tooPoor || (load.get(id) ?? 0) >= capacity) return;
      place(row + 1, [...pairs, pair], new Map(load).set(id, (load.get(id) ?? 0) + 1));
    });
    return plans.length;
  };
  place(0, [], new Map());
  const wanted = [...locked];
  return plans.filter((pairs) => wanted.every((lock) => pairs.some((pair) => key(pair) === lock)));
}

const balance = (u: number) => Math.round(1e6 * (1 - (1 - u / 120_000) ** 2));

/** In the order in which plans are judged; the worst match and the steps below count pairs that are not locked. */
export function worthOf(problem: Problem, pairs: Pair[], withPrivate: boolean): number[] {
  const { fairness, objective, levels = 40, seed } = problem;
  const previous = new Set(problem.previous.map(key));
  const locked = new Set(problem.locks.map(key));
  const serves = objective === 'participation' || fairness === 'maximin' || fairness === 'leximin';
  const hash = (role: string, id: string) => textHash(`${seed}\n${role}\n${id}`);
  const total = { served: 0, balanced: 0, utility: 0, kept: 0, tie: 0 };
  const free: number[] = [];
  for (const pair of pairs) {
    const row = problem.mentees.findIndex(({ id }) => id === pair[0]);
    const column = problem.mentors.findIndex(({ id }) => id === pair[1]);
    const cell = row * problem.mentors.length + column;
    const utility = (problem.fit[cell] ?? 0) + (withPrivate ? (problem.privatePart?.[cell] ?? 0) : 0);
    total.served += serves ? (problem.mentees[row]?.priority ?? 0) : 0;
    total.balanced += fairness === 'balanced' ? balance(utility) : 0;
    total.utility += utility;
    total.kept += previous.has(key(pair)) ? 1 : 0;
    if (locked.has(key(pair))) continue;
    free.push(utility);
    total.tie += tieKey(hash('mentee', pair[0]), hash('mentor', pair[1]));
  }
  const most = withPrivate ? 120_000 : 100_000;
  const steps = Array.from({ length: fairness === 'leximin' ? levels - 1 : 0 }, (_, step) => {
    return -free.filter((utility) => utility < Math.ceil(((step + 1) * most) / levels)).length;
  });
  const worst = fairness === 'maximin' ? Math.min(1e9, ...free) : 0;
  return [total.served, worst, ...steps, total.balanced, total.utility, total.kept, total.tie];
}

function bestOf(plans: Plan[]): Plan | null {
  const better = (a: Plan, b: Plan) => {
    const level = a.worth.findIndex((value, l) => value !== b.worth[l]);
    return level !== -1 && (a.worth[level] ?? 0) > (b.worth[level] ?? 0);
  };
  return plans.reduce<Plan | null>((best, plan) => (best && !better(plan, best) ? best : plan), null);
}

const matchedIn = (pairs: Pair[]) => pairs.map(([menteeId]) => menteeId).join();

/** The best plan by trying them all: who by fit alone, then with whom. Null when no plan keeps the locks. */
export function bruteForce(problem: Problem): { who: Pair[]; plan: Pair[] } | null {
  const plans = everyPlan(problem);
  const who = bestOf(plans.map((pairs) => ({ pairs, worth: worthOf(problem, pairs, false) })));
  if (!who) return null;
  if (!problem.privatePart) return { who: who.pairs, plan: who.pairs };
  const same = plans.filter((pairs) => matchedIn(pairs) === matchedIn(who.pairs));
  const plan = bestOf(same.map((pairs) => ({ pairs, worth: worthOf(problem, pairs, true) })));
  return { who: who.pairs, plan: plan?.pairs ?? [] };
}
