/**
 * Lines of Postfix's log: `TIME HOST postfix/DAEMON[PID]: QUEUE-ID: words`. Cleanup names the Message-ID while a message comes
 * in; a message is taken once the queue manager has it, and every delivery, good or bad, is of one that was. A connection lost
 * before that leaves the first line alone.
 */
const LINE = /^(\S+(?: +\d+ \d\d:\d\d:\d\d)?) .*?postfix[\w./-]*\/(\w+)\[\d+\]: ([0-9A-Za-z]{6,20}): (.*)$/;
const MESSAGE_ID = /^message-id=(<[^>]+>)/;
const TAKEN = /\(queue active\)|\bstatus=(?:sent|deferred|bounced|expired|undeliverable)\b/;

export type MailLog = {
  /** Message-IDs that the server took. */
  taken: ReadonlySet<string>;
  /** Adds lines, in their order: queue ids are used again after a while. */
  read: (text: string) => void;
};

export function openMailLog(): MailLog {
  const taken = new Set<string>();
  const messageOf = new Map<string, string>();
  const readLine = (line: string) => {
    const [, , , queueId = '', words = ''] = LINE.exec(line) ?? [];
    if (!queueId) return;
    const named = MESSAGE_ID.exec(words)?.[1];
    if (named) messageOf.set(queueId, named);
    const message = messageOf.get(queueId);
    if (message && TAKEN.test(words)) taken.add(message);
    if (words === 'removed') messageOf.delete(queueId);
  };
  return { taken, read: (text) => text.split('\n').forEach(readLine) };
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * When a line was written, or null. The traditional form has neither year nor zone: the last such moment before `now`, in the
 * zone of this computer, where the server runs too.
 */
export function lineTime(line: string, now: Date): Date | null {
  const stamped = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*/.exec(line)?.[0];
  if (stamped) return Number.isNaN(Date.parse(stamped)) ? null : new Date(stamped);
  const [, month = '', day = '', hours = '', minutes = '', seconds = ''] =
    /^([A-Z][a-z]{2}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) /.exec(line) ?? [];
  if (!MONTHS.includes(month)) return null;
  const at = new Date(now);
  at.setMonth(MONTHS.indexOf(month), Number(day));
  at.setHours(Number(hours), Number(minutes), Number(seconds), 0);
  if (at.getTime() > now.getTime() + 86_400_000) at.setFullYear(at.getFullYear() - 1);
  return at;
}
