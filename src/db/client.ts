import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import { Prisma, PrismaClient } from './generated/client';

export { Prisma };
/** A transaction, or the client itself: what a query or write may be given. */
export type Tx = Prisma.TransactionClient;

// Kept on the global object, so that a reload in development does not open a pool each time.
declare global {
  var bookendDb: PrismaClient | undefined;
  var bookendPool: Pool | undefined;
}

/** Each process is handed one URL only: the web role's, or the worker role's. */
function open(): PrismaClient {
  const connectionString = process.env.WEB_DATABASE_URL ?? process.env.WORKER_DATABASE_URL;
  if (!connectionString) throw new Error('Neither WEB_DATABASE_URL nor WORKER_DATABASE_URL is set.');
  const pool = new Pool({ connectionString, max: 10, connectionTimeoutMillis: 10_000 });
  // A lost idle connection is replaced at the next use.
  pool.on('error', () => undefined);
  globalThis.bookendPool = pool;
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } });
}

/** Opened at first use: importing a module never needs a database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, name) => Reflect.get((globalThis.bookendDb ??= open()), name),
});

/**
 * Calls one function of ours in the database, or reads one row as JSON, on the same connections but without the client's
 * layers, which take longer than the call itself: for what a rush asks for hundreds of times a second.
 *
 * @param text a statement that gives one row with one column, `result`
 * @returns undefined without a row
 */
export async function callFunction(text: string, values: readonly unknown[]): Promise<unknown> {
  globalThis.bookendDb ??= open();
  const answer = await globalThis.bookendPool?.query<{ result: unknown }>(text, [...values]);
  return answer?.rows[0]?.result;
}
