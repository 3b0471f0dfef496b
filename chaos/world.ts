// A whole install of its own: database, web process, worker, a mail server of ours; started as `npm start` starts them.
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from '../scripts/lib/ports.mjs';
import { keepWorker, startWeb, untilReady } from '../scripts/lib/serve.mjs';
import { startStack } from '../scripts/lib/stack.mjs';
import { Database } from './database';
import { Sink } from './sink';

type Environment = Record<string, string | undefined>;
type End = { code: number | null; signal: NodeJS.Signals | null };
type Child = {
  child: { pid?: number | undefined };
  exited: Promise<End>;
  stop: () => Promise<void>;
  kill: () => Promise<unknown>;
};
type Stack = Awaited<ReturnType<typeof startStack>>;

export type WebOptions = { port?: number; env?: Environment };

/** A process of the program, to be killed without a word. */
export class Part {
  /** Whether it ended, for whatever reason. */
  isGone = false;

  constructor(
    private readonly process: Child,
    /** Where it answers; the worker answers nowhere. */
    readonly port = 0,
  ) {
    void process.exited.then(() => (this.isGone = true));
  }

  get exited(): Promise<End> {
    return this.process.exited;
  }

  async kill(): Promise<void> {
    await this.process.kill();
    await this.process.exited;
  }

  stop = (): Promise<void> => this.process.stop();
}

export class World {
  readonly pool: pg.Pool;
  private readonly parts = new Set<Part>();

  private constructor(
    readonly folder: string,
    readonly port: number,
    readonly stack: Stack,
    readonly database: Database,
    readonly sink: Sink,
  ) {
    this.pool = new pg.Pool({ connectionString: stack.ownerUrl, max: 4 });
    this.pool.on('error', () => undefined);
  }

  /** Everything below the two processes. What of the environment the launcher reads is set here, for this process alone. */
  static async open(folder: string): Promise<World> {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const sink = await Sink.open(join(folder, 'mail'));
    const port: number = await freePort();
    Object.assign(process.env, { DATA_DIR: folder, SMTP_URL: sink.url, LOG_LEVEL: 'warn', TRUSTED_PROXIES: '1' });
    const stack = await startStack({ mode: 'production', demo: false, port });
    const database = await Database.take(join(folder, 'postgres'), stack.secrets.PG_PASSWORD ?? '');
    return new World(folder, port, stack, database, sink);
  }

  get origin(): string {
    return this.stack.appUrl;
  }

  get url(): URL {
    return new URL(`http://127.0.0.1:${this.port}`);
  }

  get ring(): { masterKey: string; file: string } {
    return { masterKey: this.stack.owner.VAULT_KEY ?? '', file: this.stack.owner.VAULT_KEY_FILE ?? '' };
  }

  /** After a rotation: what the worker is started with from now on. */
  useMasterKey(masterKey: string): void {
    this.stack.worker.VAULT_KEY = masterKey;
    this.stack.owner.VAULT_KEY = masterKey;
  }

  async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(sql, values)).rows;
  }

  /** @returns once it answers */
  async web({ port = this.port, env = {} }: WebOptions = {}): Promise<Part> {
    const settings: Environment = { ...this.stack.web, PORT: String(port), ...env };
    const started: Child = startWeb('start', settings, { logFile: join(this.folder, 'web.log') });
    const part = new Part(started, port);
    this.parts.add(part);
    await untilReady(`http://127.0.0.1:${port}/healthz`, [started], 120);
    return part;
  }

  /** A worker that shows signs of life: from then on it outlives its database. */
  async steadyWorker(env: Environment = {}): Promise<Part> {
    const begun = new Date();
    const part = this.worker(env);
    for (let tries = 0; tries < 1200 && !part.isGone; tries += 1) {
      const alive = await this.query('SELECT FROM worker_heartbeats WHERE beat_at > $1', [begun]);
      if (alive.length > 0) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return part;
  }

  /** @returns at once, before it does anything */
  worker(env: Environment = {}): Part {
    const settings: Environment = { ...this.stack.worker, MAIL_PER_MINUTE: '0', ...env };
    const part = new Part(
      // A database that goes away in its first seconds is none of its own faults.
      keepWorker(settings, { logFile: join(this.folder, 'worker.log') }, { settledMs: 0 }),
    );
    this.parts.add(part);
    return part;
  }

  /** Lines that the program wrote about faults, for whoever looks for the cause. */
  note(text: string): void {
    appendFileSync(join(this.folder, 'web.log'), `# ${text}\n`);
  }

  logTail(name: 'web' | 'worker', lines = 5): string {
    return readFileSync(join(this.folder, `${name}.log`), 'utf8')
      .trim()
      .split('\n')
      .slice(-lines)
      .join('\n');
  }

  async close(): Promise<void> {
    for (const part of this.parts) await part.stop();
    await this.pool.end().catch(() => undefined);
    await this.stack.stop();
    await this.sink.close();
  }
}
