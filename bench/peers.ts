// Other solvers on the same files, where they are found: each answers with milliseconds and the total, or says why not.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export type PeerResult = { ms: number; total: number; megabytes: number };
export type Peer = { name: string; missing: string | null; run: (path: string) => PeerResult };

const here = (file: string) => new URL(`./peers/${file}`, import.meta.url).pathname;

function measured(command: string, args: readonly string[]): PeerResult {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8' });
  const [ms = NaN, total = NaN, megabytes = 0] = stdout.trim().split(' ').map(Number);
  if (status !== 0 || Number.isNaN(ms)) throw new Error(`${command} failed: ${stderr.slice(0, 300)}`);
  return { ms, total, megabytes };
}

const answers = (command: string, args: readonly string[]): boolean => spawnSync(command, args).status === 0;

/** SciPy's solver, with whichever Python has it. */
export function scipy(): Peer {
  const python = ['python3', '/usr/bin/python3'].find((name) => answers(name, ['-c', 'import scipy.optimize']));
  return {
    name: 'SciPy',
    missing: python ? null : 'no Python with scipy found',
    run: (path) => measured(python ?? '', [here('scipy_dense.py'), path]),
  };
}

/** Compiles one of our drivers with everything the compiler can do for this machine. */
function compiled(name: string, file: string, { folder, header }: { folder: string; header: string | null }): Peer {
  const program = join(folder, file.replace('.cpp', ''));
  const reason = () => {
    if (header && !existsSync(join('/usr/include', header))) return `${header} not found`;
    const { status, error } = spawnSync('g++', ['-O3', '-march=native', '-o', program, here(file)]);
    if (error) return 'no g++ found';
    return status === 0 ? null : 'it does not compile here';
  };
  return { name, missing: reason(), run: (path) => measured(program, [path]) };
}

export const jonkerVolgenant = (folder: string): Peer =>
  compiled('C++ Jonker–Volgenant', 'jonker_volgenant.cpp', { folder, header: null });

export const networkSimplex = (folder: string): Peer =>
  compiled('LEMON network simplex', 'network_simplex.cpp', { folder, header: 'lemon/network_simplex.h' });

/** The npm package, when somebody installed it. */
export function munkres(): Peer {
  const isThere = existsSync(new URL('../node_modules/munkres/package.json', import.meta.url));
  return {
    name: 'npm munkres',
    missing: isThere ? null : 'munkres is not installed',
    run: (path) => measured(process.execPath, [here('munkres.mjs'), path]),
  };
}
