import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from './generated/client';

export { Prisma };
/** A transaction, or the client itself: what a query or write may be given. */
export type Tx = Prisma.TransactionClient;

/** Each process is handed one URL only: the web role's, or the worker role's. */
function open(): PrismaClient {
  const connectionString = process.env.WEB_DATABASE_URL ?? process.env.WORKER_DATABASE_URL;
  if (!connectionString) throw new Error('Neither WEB_DATABASE_URL nor WORKER_DATABASE_URL is set.');
  const adapter = new PrismaPg({ connectionString, max: 10, connectionTimeoutMillis: 10_000 });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } });
}

// Kept on the global object, so that a reload in development does not open a pool each time.
declare global {
  var bookendDb: PrismaClient | undefined;
}

/** Opened at first use: importing a module never needs a database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, name) => Reflect.get((globalThis.bookendDb ??= open()), name),
});
