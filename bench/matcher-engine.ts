// The exact engine beside its peers: the same files, by turns, medians; and its own limits.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, folder, ours, race, type Numbers, type Race, type Row } from './matcher-race';
import { jonkerVolgenant, munkres, networkSimplex, scipy } from './peers';

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
      [jv, null],
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
    atMost('longest wait of a cancel, realistic 5,000, balanced', ours('cancel', large, 'dense').ms ?? NaN, 50, 'ms'),
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
    const cancel = ours('cancel', path, 'sparse').ms ?? NaN;
    return [
      ...rows,
      atMost('longest wait of a cancel, 100,000 × 50,000 × 50, balanced', cancel, 50, 'ms'),
      ...questionRows('T9 100,000 × 50,000 × 50', ours('questions', path, 'sparse')),
    ];
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

/** Every small problem against trying all plans, in the numbers that a test run has no time for. */
function bruteForce(): Row[] {
  const cases = 100_000;
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'domain',
      'tests/domain/matching/solve.test.ts',
      '--testTimeout=3600000',
    ],
    { env: { ...process.env, MATCHER_CASES: String(cases) } },
  );
  return [
    {
      name: 'T12 problems solved as by trying all plans',
      value: status === 0 ? cases : 0,
      unit: '',
      target: String(cases),
      met: status === 0,
    },
  ];
}

/** A part that fails is a row that fails; the others still tell what they found. */
function guarded(name: string, part: () => Row[]): Row[] {
  process.stderr.write(`${name} …\n`);
  try {
    return part();
  } catch (error) {
    return [
      {
        name,
        value: `failed: ${error instanceof Error ? error.message : 'unknown'}`,
        unit: '',
        target: '',
        met: false,
      },
    ];
  }
}

export function engineRows(full: boolean): Row[] {
  try {
    return [
      ...guarded('square matrices', squares),
      ...guarded('places', withPlaces),
      ...guarded('lists of pairs', () => sparseOnes(full)),
      ...guarded('no matrix', () => withoutMatrix(full)),
      ...(full ? guarded('brute force', bruteForce) : []),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
