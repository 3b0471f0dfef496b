import pino from 'pino';

/** JSON lines with ids only: never a name, an address or an answer. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { process: process.env.BOOKEND_PROCESS ?? 'web' },
});
