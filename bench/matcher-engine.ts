// The exact engine beside its peers: the same files, by turns, medians; and its own limits.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jonkerVolgenant, munkres, networkSimplex, scipy, type Peer } from './peers';

export type Row = { name: string; value: number | string; unit: string; target: string; met?: boolean };
type Numbers = Record<string, number>;

const folder = mkdtempSync(join(tmpdir(), 'bookend-engine-'));
const caseFile = new URL('./matcher-case.ts', import.meta.url).pathname;

function ours(...args: readonly (string | number)[]): Numbers {
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

const atMost = (name: string, value: number, limit: number | null, unit = ''): Row => ({
  name,
  value: round(value),
  unit,
  target: limit === null ? '' : `≤ ${limit} ${unit}`.trim(),
  ...(limit === null ? {} : { met: value <= limit }),
});

type Race = {
  name: string;
  path: string;
  kind: 'dense' | 'sparse';
  rounds: number;
  against: readonly [Peer, number][];
};

/** Our solver and each peer by turns on one file; a peer that finds another total is an error, not a row. */
function race({ name, path, kind, rounds, against }: Race): Row[] {
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
    const target = `≤ ${limit}`;
    if (peer.missing !== null) return { name: label, value: `not run: ${peer.missing}`, unit: '', target };
    const other = median(times.peers[at] ?? []);
    const row = atMost(label, own / other, limit);
    return { ...row, unit: `(${Math.round(own)} ms, ${Math.round(other)} ms)` };
  });
  return kind === 'sparse' && space[1]
    ? [...rows, atMost(`${name}: memory, ours to theirs`, (space[0] ?? 0) / (space[1] ?? 1), 0.6)]
    : rows;
}

function made(file: string, what: 'make-dense' | 'make-sparse', ...args: readonly (string | number)[]): string {
  const path = join(folder, file);
  ours(what, path, ...args);
  return path;
}

function squares(): Row[] {
  const [py, jv, js] = [scipy(), jonkerVolgenant(folder), munkres()];
  const dense = (kind: string, size: number) => made(`${kind}-${size}`, 'make-dense', kind, size, size, 1);
  const [small, large] = [dense('realistic', 2000), dense('realistic', 5000)];
  const square = (name: string, path: string, rounds: number, against: Race['against']) =>
    race({ name, path, kind: 'dense', rounds, against });
  const whole = ours('whole', large, 'none');
  const balanced = ours('whole', large, 'balanced');
  return [
    ...square('T1 realistic 2,000', small, 3, [
      [py, 0.25],
      [jv, 1],
    ]),
    ...square('T1 realistic 5,000', large, 1, [
      [py, 0.1],
      [jv, 0.6],
    ]),
    ...square('T2 random 2,000', dense('random', 2000), 3, [[py, 0.4]]),
    ...square('T2 random 5,000', dense('random', 5000), 3, [[py, 0.25]]),
    ...square('T2 ties 5,000', dense('ties', 5000), 1, [[py, 0.4]]),
    ...square('T6 realistic 2,000', small, 1, [[js, 0.35]]),
    atMost('T8 certificate, realistic 5,000, as a share of the solve', (whole.verifyMs ?? 0) / (whole.ms ?? 1), 0.05),
    atMost('T8 the same, balanced', (balanced.verifyMs ?? 0) / (balanced.ms ?? 1), 0.05),
    atMost('realistic 5,000: everything, with the tie key', whole.ms ?? 0, null, 'ms'),
    atMost('realistic 5,000: everything, balanced', balanced.ms ?? 0, null, 'ms'),
  ];
}

function withPlaces(): Row[] {
  const py = scipy();
  const shares = [
    ['tight', 1, 0.06],
    ['loose', 1.3, 0.12],
    ['scarce', 0.7, 0.6],
  ] as const;
  const rows = shares.flatMap(([name, share, limit]) => {
    const path = made(name, 'make-dense', 'realistic', 5000, 2000, share);
    return race({ name: `T3 5,000 × 2,000 ${name}`, path, kind: 'dense', rounds: 1, against: [[py, limit]] });
  });
  const tight = join(folder, 'tight');
  const asked = ours('questions', tight, 'dense');
  return [
    ...rows,
    ...questionRows('T9 5,000 × 2,000 tight', asked),
    atMost('T10 ten alternatives, 5,000 × 2,000 tight, 95 % below', asked.alternatives ?? 0, 25, 'ms'),
    atMost('T11 leximin on 40 levels, 5,000 × 2,000', ours('leximin', tight).ms ?? 0, 3000, 'ms'),
  ];
}

const QUESTIONS = ['lock', 'veto', 'withdraw-mentee', 'withdraw-mentor'];
const questionRows = (name: string, asked: Numbers): Row[] =>
  QUESTIONS.map((kind) => atMost(`${name}: ${kind}, 95 % below`, asked[kind] ?? NaN, 5, 'ms'));

function sparseOnes(full: boolean): Row[] {
  const lemon = networkSimplex(folder);
  return (['realistic', 'random'] as const).flatMap((kind) => {
    const path = made(`sparse-${kind}`, 'make-sparse', kind, 100_000, 50_000);
    const name = `T4 100,000 × 50,000 × 50 ${kind}`;
    const limit = kind === 'realistic' ? 0.6 : 0.4;
    const rows = race({ name, path, kind: 'sparse', rounds: full ? 3 : 1, against: [[lemon, limit]] });
    if (kind === 'random') return rows;
    return [...rows, ...questionRows('T9 100,000 × 50,000 × 50', ours('questions', path, 'sparse'))];
  });
}

function withoutMatrix(full: boolean): Row[] {
  const sizes = full
    ? ([
        [20_000, 10_000, 25_000, 250],
        [100_000, 50_000, 300_000, 400],
      ] as const)
    : ([[20_000, 10_000, 25_000, 250]] as const);
  return sizes.flatMap(([rows, columns, ms, space]) => {
    const found = ours('no-matrix', rows, columns);
    const name = `T5 all pairs of ${rows} × ${columns}, no matrix`;
    return [atMost(name, found.ms ?? 0, ms, 'ms'), atMost(`${name}: memory`, found.megabytes ?? 0, space, 'MB')];
  });
}

export function engineRows(full: boolean): Row[] {
  try {
    return [...squares(), ...withPlaces(), ...sparseOnes(full), ...withoutMatrix(full)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
