import { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';

/** Every limit of the public side, counted in PostgreSQL so that all web processes count together. */
export const LIMITS = {
  post: { points: 60, seconds: 60 },
  autosave: { points: 30, seconds: 60 },
  mail: { points: 3, seconds: 86_400 },
  code: { points: 5, seconds: 3_600 },
  guess: { points: 20, seconds: 3_600 },
  export: { points: 10, seconds: 3_600 },
} as const;
export type LimitName = keyof typeof LIMITS;

declare global {
  var bookendLimits: { pool: Pool; limiters: Map<LimitName, RateLimiterPostgres> } | undefined;
}

function open() {
  // A count is no promise: losing the last moment of it in a crash is cheaper than waiting for the disk at every form.
  const options = '-c synchronous_commit=off';
  const connectionString = process.env.WEB_DATABASE_URL;
  const pool = new Pool({ connectionString, options, max: 3, connectionTimeoutMillis: 5_000 });
  // A lost idle connection is replaced at the next use.
  pool.on('error', () => undefined);
  return { pool, limiters: new Map<LimitName, RateLimiterPostgres>() };
}

function limiterOf(name: LimitName): RateLimiterPostgres {
  const { pool, limiters } = (globalThis.bookendLimits ??= open());
  const { points, seconds } = LIMITS[name];
  const known =
    limiters.get(name) ??
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
    });
  limiters.set(name, known);
  return known;
}

/** Counts one more under `key`. @returns 0 when it is allowed, else the seconds until the next try */
export async function overLimit(name: LimitName, key: string): Promise<number> {
  try {
    await limiterOf(name).consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}
