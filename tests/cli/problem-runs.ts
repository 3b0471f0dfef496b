import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSolve } from '@/cli/solve';

/** Of this test process. */
export const folder = mkdtempSync(join(tmpdir(), 'bookend-solve-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export const PEOPLE = {
  mentees: [{ id: 'e1' }, { id: 'e2' }, { id: 'e3' }],
  mentors: [
    { id: 'm1', capacity: 1 },
    { id: 'm2', capacity: 1 },
  ],
};
export const MATRIX = [
  [90, 80.125],
  [85, 20],
  [null, 70],
];

/** Writes the problem and solves it as the command does, hearing all it says. */
export function run(problem: unknown, ...args: string[]) {
  const path = join(folder, 'problem.json');
  writeFileSync(path, typeof problem === 'string' ? problem : JSON.stringify(problem));
  let text = '';
  const said: string[] = [];
  const around = {
    folder,
    out: (part: string) => (text += part),
    say: (line: string) => said.push(line),
    now: () => 0,
  };
  return { code: runSolve([path, ...args], around), text, said };
}
