import { setTimeout as wait } from 'node:timers/promises';
import { clock } from '@/lib/clock';
import { log } from '@/lib/log';
import { hasUntriedMail } from '@/mail/drain';

const LOOK_MS = 1000;

/** Sends what submissions left in the outbox; they queue no job, because its key would be a row that all of them wait for. */
async function look(drainOutbox: () => Promise<unknown>): Promise<number> {
  try {
    if (await hasUntriedMail(clock.now())) await drainOutbox();
    return LOOK_MS;
  } catch (error) {
    log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'the outbox could not be read');
    return LOOK_MS * 5;
  }
}

/**
 * Looks for new mail every second until stopped; a mail on its way is finished first.
 *
 * @param drainOutbox sends what is due
 */
export function watchOutbox(drainOutbox: () => Promise<unknown>) {
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
