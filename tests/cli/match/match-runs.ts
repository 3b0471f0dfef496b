import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runMatch } from '@/cli/match';

export type Run = { code: number; out: string; said: string[]; plan: string | null };

/** Runs the command in a folder of its own that holds these files. */
export function runWith(files: Record<string, string>, args: readonly string[]): Run {
  const folder = mkdtempSync(join(tmpdir(), 'bookend-match-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const said: string[] = [];
    let out = '';
    const code = runMatch(args, {
      folder,
      out: (text) => (out += text),
      say: (line) => said.push(line.replaceAll(`${folder}/`, '')),
    });
    return { code, out, said, plan: textOf(join(folder, 'plan.csv')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

export const ARGUMENTS = ['--mentors', 'mentors.csv', '--mentees', 'mentees.csv', '--out', 'plan.csv'];

export const FILES = {
  'mentors.csv': 'name,rating_outreach,topics\nKim Ferreira,4,Writing and publishing\nRex Oyelaran,3,storytime\n',
  'mentees.csv': 'name,rating_outreach,topics\nDana Quist,1,storytime\nAlex Núñez,1,writing\n',
};

/** The pairs of a plan's text, as "mentee with mentor". */
export const pairsOf = (plan: string | null): string[] =>
  (plan ?? '')
    .trim()
    .split('\r\n')
    .slice(1)
    .map((row) => row.split(',').slice(0, 2).join(' with '));
