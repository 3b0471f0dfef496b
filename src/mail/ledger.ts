import { open, stat } from 'node:fs/promises';
import { lineTime, openMailLog, type MailLog } from '@/domain/mail-log';

/** Where it can be looked up whether the mail server took a message of which nobody knows. */
export type MailLedger = {
  /**
   * `unknown`: it was not taken, or may safely be sent again, as this ledger knows.
   *
   * @param messageId with its angle brackets
   * @param since the message did not exist before
   * @throws when the ledger cannot say; the message then waits
   */
  find: (messageId: string, since: Date) => Promise<'accepted' | 'unknown'>;
};

/**
 * A server may take ten minutes over a message whose end it has (RFC 5321, 4.5.3.2.6), and a filter before its queue uses them.
 * What has not been noted by then was not taken.
 */
export const LOOK_UP_AFTER_MINUTES = 10;

/** The server tells copies apart by the `Idempotency-Key` that every mail carries, so that sending again is safe. */
const HEADER: MailLedger = { find: () => Promise.resolve('unknown') };

const CHUNK = 1 << 20;

type Reading = { log: MailLog; inode: number; offset: number; rest: string; oldest: Date | null };

/** Reads on from where it stopped. */
async function readOn(path: string, reading: Reading, now: Date): Promise<void> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK, reading.offset);
      if (bytesRead === 0) return;
      reading.offset += bytesRead;
      const text = reading.rest + buffer.toString('latin1', 0, bytesRead);
      const end = text.lastIndexOf('\n') + 1;
      reading.oldest ??= lineTime(text, now);
      reading.log.read(text.slice(0, end));
      reading.rest = text.slice(end);
    }
  } finally {
    await file.close();
  }
}

const begin = (inode: number): Reading => ({ log: openMailLog(), inode, offset: 0, rest: '', oldest: null });

/** The file, with the one before it, which the rotation of logs leaves as `.1`. */
export function logLedger(path: string, readNow: () => Date): MailLedger {
  let readings: Reading[] = [];
  /** From the beginning after a rotation, on from where it stopped otherwise. */
  const refresh = async () => {
    const { ino, size } = await stat(path);
    const last = readings.at(-1);
    if (!last || last.inode !== ino || size < last.offset) {
      const older = await stat(`${path}.1`).catch(() => null);
      readings = [...(older ? [begin(older.ino)] : []), begin(ino)];
      if (older && readings[0]) await readOn(`${path}.1`, readings[0], readNow());
    }
    const current = readings.at(-1);
    if (current) await readOn(path, current, readNow());
  };
  return {
    find: async (messageId, since) => {
      await refresh();
      if (readings.some(({ log }) => log.taken.has(messageId))) return 'accepted';
      const oldest = readings.find((reading) => reading.oldest !== null)?.oldest;
      // A log that begins later says nothing of what was before.
      if (!oldest || oldest > since) throw new Error('the mail log does not reach back far enough');
      return 'unknown';
    },
  };
}

/** @param setting `none`, `header`, or `log:` and the path of a log. Null: nobody can look it up. */
export function openLedger(setting: string, readNow: () => Date): MailLedger | null {
  if (setting.startsWith('log:')) return logLedger(setting.slice('log:'.length), readNow);
  return setting === 'header' ? HEADER : null;
}
