import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../scripts/lib/postgres.mjs';

type Settings = Record<string, string>;
type Running = { port: number | null; stop: () => Promise<unknown>; urlOf: (database: string) => string };

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

/** Processes whose parent is `pid`, read from the system itself. */
const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);

function end(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Already gone.
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The database server of a fault, to be killed as a whole and started again on what is left. */
export class Database {
  private constructor(
    readonly dataDir: string,
    private readonly password: string,
    private running: Running,
  ) {}

  static async take(dataDir: string, password: string): Promise<Database> {
    return new Database(dataDir, password, await startPostgres({ dataDir, password }));
  }

  /** `kill -9` of the server and all of its processes at one moment: nobody is left who could write what was not written. */
  async kill(): Promise<void> {
    const [first = ''] = readFileSync(join(this.dataDir, 'postmaster.pid'), 'utf8').split('\n');
    const server = Number(first);
    // Stopped first, so that it cannot start others while they are counted.
    end(server, 'SIGSTOP');
    const all = [...childrenOf(server), server];
    all.forEach((pid) => end(pid, 'SIGKILL'));
    while (all.some(isAlive)) await pause(5);
  }

  /** Comes back at the same port. @param settings further `-c` settings of this start alone */
  async start(settings: Settings = {}): Promise<void> {
    const { dataDir, password } = this;
    this.running = await startPostgres({ dataDir, password, settings });
  }

  /** As an operator restarts it: connections are ended, what was committed is on the disk. */
  async stop(): Promise<void> {
    await this.running.stop();
  }

  get port(): number {
    return this.running.port ?? 0;
  }
}
