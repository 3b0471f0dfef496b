// Races on one file, and rows of figures.
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Peer } from './peers';

export type Row = { name: string; value: number | string; unit: string; target: string; met?: boolean };
export type Numbers = Record<string, number>;

export const folder = mkdtempSync(join(tmpdir(), 'bookend-engine-'));
const caseFile = new URL('./matcher-case.ts', import.meta.url).pathname;

export function ours(...args: readonly (string | number)[]): Numbers {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=4096', '--import', 'tsx', caseFile, ...args.map(String)],
    { encoding: 'utf8', maxBuffer: 2 ** 24 },
  );
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr.slice(-600)}`);
  return JSON.parse(stdout);
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number) => Number(value.toPrecision(3));

export const atMost = (name: string, value: number, limit: number | null, unit = ''): Row => ({
  name,
  value: round(value),
  unit,
  target: limit === null ? '' : `≤ ${limit} ${unit}`.trim(),
  ...(limit === null ? {} : { met: value <= limit }),
});

export type Race = {
  name: string;
  path: string;
  kind: 'dense' | 'sparse';
  rounds: number;
  against: readonly [Peer, number | null][];
};

/** Our solver and each peer by turns on one file; a peer that finds another total is an error, not a row. */
export function race({ name, path, kind, rounds, against }: Race): Row[] {
  const times = { ours: [] as number[], peers: against.map((): number[] => []) };
  let space = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    const own = ours(kind, path);
    times.ours.push(own.ms ?? NaN);
    against.forEach(([peer], at) => {
      if (peer.missing !== null) return;
      const result = peer.run(path);
      if (result.total !== own.total) throw new Error(`${name}: ${peer.name} finds ${result.total}, we ${own.total}`);
      times.peers[at]?.push(result.ms);
      space = [own.megabytes ?? 0, result.megabytes];
    });
  }
  const own = median(times.ours);
  const rows = against.map(([peer, limit], at): Row => {
    const label = `${name} against ${peer.name}`;
    const target = limit === null ? '' : `≤ ${limit}`;
    if (peer.missing !== null) return { name: label, value: `not run: ${peer.missing}`, unit: '', target };
    const other = median(times.peers[at] ?? []);
    const row = atMost(label, own / other, limit);
    return { ...row, unit: `(${Math.round(own)} ms, ${Math.round(other)} ms)` };
  });
  return kind === 'sparse' && space[1]
    ? [...rows, atMost(`${name}: memory, ours to theirs`, (space[0] ?? 0) / (space[1] ?? 1), 0.6)]
    : rows;
}
