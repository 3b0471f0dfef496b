import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeConflict, lockConflict } from '@/domain/matching/locks';
import type { SolveProgress } from '@/domain/matching/plan-search';
import { solve } from '@/domain/matching/solve';
import { verify } from '@/domain/matching/verify';
import { answerText } from '@/domain/matching/files/answer-text';
import { InputFault } from './solve/faults';
import { codeOf, readProblemFile, termsOf } from './solve/problem-file';
import { problemOf } from './solve/problem-pairs';

const USAGE = 'Usage: npm run solve -- problem.json [--out answer.json]';
const PROGRESS_MS = 500;

/** Where words go, and where paths begin. */
export type Surroundings = {
  folder: string;
  out: (text: string) => void;
  say: (line: string) => void;
  now: () => number;
};

/** Solves a problem file: 0 when the answer is written, 2 when the input is at fault, with a line for each fault. */
export function runSolve(args: readonly string[], around: Surroundings): number {
  try {
    const { path, out } = readArguments(args, around.folder);
    const text = solveFile(path, around);
    if (out === null) around.out(text);
    else write(out, text);
    return 0;
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    for (const fault of error.faults) around.say(fault);
    return 2;
  }
}

function readArguments(args: readonly string[], folder: string): { path: string; out: string | null } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: 'string' } },
      allowPositionals: true,
    });
    const [path, ...rest] = positionals;
    if (path === undefined || rest.length > 0) throw new InputFault([USAGE]);
    return { path: resolve(folder, path), out: values.out === undefined ? null : resolve(folder, values.out) };
  } catch (error) {
    if (error instanceof InputFault) throw error;
    throw new InputFault([error instanceof Error ? error.message : 'Bad arguments', USAGE]);
  }
}

function solveFile(path: string, { say, now }: Surroundings): string {
  const start = now();
  const file = readProblemFile(path);
  const problem = problemOf(file, termsOf(file), path);
  const conflict = lockConflict(problem);
  if (conflict) throw new InputFault([`conflicting locks: ${describeConflict(conflict, String)}`]);
  const read = now();
  const answer = solve(problem, { onProgress: reporter(say, now) });
  if (!answer) throw new Error('Nobody can cancel here.');
  const solved = now();
  const faults = verify(problem, answer);
  if (faults.length > 0) throw new Error(`The answer is not proved: ${faults.join('; ')}`);
  const [reading, solving, proving] = [read - start, solved - read, now() - solved].map(Math.round);
  say(`read in ${reading} ms, solved in ${solving} ms, proved over all pairs in ${proving} ms`);
  return answerText(problem, answer);
}

function reporter(say: (line: string) => void, now: () => number): (progress: SolveProgress) => void {
  let next = now() + PROGRESS_MS;
  return ({ done, total, share }) => {
    if (now() < next) return;
    next = now() + PROGRESS_MS;
    const near = share === null ? '' : `, within ${(100 * share).toPrecision(2)} % of the best possible`;
    say(`${Math.floor((100 * done) / Math.max(1, total))} %${near}`);
  };
}

function write(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new InputFault([`${path}: cannot be written (${codeOf(error)})`]);
  }
}
