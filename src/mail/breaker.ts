import { db } from '@/db/client';
import { BREAK_AFTER, REST_MINUTES, saysOfServer } from '@/domain/breaker';

type Known = { failures: number; openUntil: Date | null };

/** Counted in the database, so that two workers count together and a restart forgets nothing. */
const countFailure = (kind: string, reply: string, now: Date) => db.$queryRaw<Known[]>`
  INSERT INTO mail_breakers AS b (kind, failures, reply, failed_at) VALUES (${kind}, 1, ${reply}, ${now})
  ON CONFLICT (kind) DO UPDATE SET failures = b.failures + 1, reply = ${reply}, failed_at = ${now},
    (trips, open_until) = (SELECT CASE WHEN opens THEN b.trips + 1 ELSE b.trips END,
      CASE WHEN opens THEN ${now}::timestamptz
        + (${[...REST_MINUTES]}::int[])[LEAST(b.trips + 1, ${REST_MINUTES.length})] * interval '1 minute' ELSE b.open_until END
      FROM (SELECT b.failures + 1 >= ${BREAK_AFTER} AND (b.open_until IS NULL OR b.open_until <= ${now}) AS opens) o)
  RETURNING failures, open_until AS "openUntil"`;

/** What a server said, without whose address it was about. */
const withoutAddress = (reply: string): string => reply.replace(/[^\s<>"']+@[^\s<>"']+/g, '…').slice(0, 300);

/** How each kind of mail stands with the mail server, as far as this process has heard. */
export async function readBreakers() {
  const rows = await db.mailBreaker.findMany({ where: { failures: { gt: 0 } } });
  const known = new Map<string, Known>(rows.map(({ kind, ...row }) => [kind, row]));
  const isOpen = ({ failures }: Known) => failures >= BREAK_AFTER;
  const kinds = (wanted: (breaker: Known) => boolean) =>
    [...known].flatMap(([kind, breaker]) => (wanted(breaker) ? [kind] : []));
  return {
    /** Kinds that wait, or may try one mail and no more. */
    shut: () => kinds(isOpen),
    /** Kinds that have rested: one mail shows whether the server takes them again. */
    rested: (now: Date) => kinds((one) => isOpen(one) && (one.openUntil === null || one.openUntil <= now)),
    note: async (kind: string, { result, reply }: { result: string; reply: string }, now: Date): Promise<void> => {
      const says = saysOfServer(result, reply);
      if (says === 'ill') {
        const [row] = await countFailure(kind, withoutAddress(reply), now);
        if (row) known.set(kind, row);
      } else if (says === 'well' && known.delete(kind))
        await db.mailBreaker.updateMany({ where: { kind }, data: { failures: 0, trips: 0, openUntil: null } });
    },
  };
}
export type Breakers = Awaited<ReturnType<typeof readBreakers>>;
