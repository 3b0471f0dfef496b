// What-ifs and alternatives from a kept solution: the slow end of many different questions.
import type { AnyProblem } from '../src/domain/matching/problem';
import type { Move } from '../src/domain/matching/whatif/moves';
import { openSession } from '../src/domain/matching/whatif/session';

const WARM = 10;
const ASKED = 60;

const slowEnd = (times: readonly number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

/** The 95th percentile of each kind of question, in milliseconds. */
export function questionTimes(problem: AnyProblem): Record<string, number> {
  const start = performance.now();
  const session = openSession(problem);
  const openMs = performance.now() - start;
  const times = new Map<string, number[]>();
  const time = <T>(kind: string, work: () => T): T => {
    const from = performance.now();
    const value = work();
    times.set(kind, [...(times.get(kind) ?? []), performance.now() - from]);
    return value;
  };
  for (let k = 0; k < WARM + ASKED; k += 1) {
    if (k === WARM) times.clear();
    const mentee = problem.mentees[(k * 7919) % problem.mentees.length]?.id ?? '';
    const mentor = problem.mentors[(k * 7907) % problem.mentors.length]?.id ?? '';
    const made = session.answer.matches[(k * 31) % session.answer.matches.length];
    const alternatives = time('alternatives', () => session.alternatives(mentee, 10));
    const other = alternatives[3];
    const moves: Move[] = [
      { kind: 'withdraw-mentee', mentee },
      { kind: 'withdraw-mentor', mentor },
      ...(made ? [{ kind: 'veto' as const, pair: [made.mentee, made.mentor] as const }] : []),
      ...(other ? [{ kind: 'lock' as const, pair: other.pair }] : []),
    ];
    for (const move of moves) time(move.kind, () => session.tryOut(move));
  }
  return { openMs, ...Object.fromEntries([...times].map(([kind, spent]) => [kind, slowEnd(spent)])) };
}
