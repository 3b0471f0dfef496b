import { setTimeout as wait } from 'node:timers/promises';
import { clock } from '@/lib/clock';
import { log } from '@/lib/log';
import { hasUntriedMail } from '@/mail/drain';

const LOOK_MS = 1000;
/** A mail server that is ill, or a database that is away, is left alone for this long. */
const REST_MS = 60_000;

/** Sends what submissions left in the outbox; they queue no job, because its key would be a row that all of them wait for. */
async function look(drainOutbox: () => Promise<boolean>): Promise<number> {
  try {
    if (!(await hasUntriedMail(clock.now()))) return LOOK_MS;
    return (await drainOutbox()) ? LOOK_MS : REST_MS;
  } catch (error) {
    log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'the outbox could not be read');
    return LOOK_MS * 5;
  }
}

/**
 * Looks for new mail every second until stopped; a mail on its way is finished first.
 *
 * @param drainOutbox sends what is due; false says that the mail server is ill
 */
export function watchOutbox(drainOutbox: () => Promise<boolean>) {
  const stopping = new AbortController();
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      const pause = await look(drainOutbox);
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return watching;
    },
  };
}
