import { z } from 'zod';
import { callFunction } from '@/db/client';

/** Longer than every SMTP timeout together: whoever holds a message past this is dead. */
const LEASE_MS = 180_000;

const rowSchema = z.object({
  id: z.string(),
  organizationId: z.string(),
  kind: z.string(),
  state: z.enum(['sending', 'suppressed', 'stopped']),
  attempts: z.number(),
  toAddress: z.string(),
  toName: z.string(),
  replyTo: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  calendar: z.string(),
  unsubscribeUrl: z.string(),
  /** As the database writes it: where to look on from. */
  dueAt: z.string(),
});
export type Row = z.output<typeof rowSchema>;

export type Which = {
  /** Kinds that are left alone. */
  skip: readonly string[];
  /** Only mails of this kind. */
  only?: string;
  /** From this row on, in the order in which they are due: those before it were looked at a moment ago. */
  from?: Pick<Row, 'id' | 'dueAt'> | null;
};

/**
 * Walks the index of what is due in its order and stops at the first. Whether a release is paused is asked row by row: as a
 * join, a database whose statistics are old joins and sorts all that wait, for each mail anew.
 */
export const TAKE = `
  WITH next AS (
    SELECT o.id, o.not_before, CASE
      WHEN EXISTS (SELECT FROM notices n WHERE n.id = o.notice_id AND n.state = 'stopped') THEN 'stopped'
      WHEN o.kind <> 'sign_in' AND o.key NOT LIKE 'resume:%' AND EXISTS (
        SELECT FROM suppressions s
        WHERE s.organization_id = o.organization_id AND s.address = o.to_address AND s.lifted_at IS NULL) THEN 'suppressed'
      ELSE 'sending' END AS state
    FROM outbox_messages o WHERE o.state IN ('queued', 'deferred') AND o.not_before <= $1
      AND o.kind <> ALL ($3::text[]) AND ($4 = '' OR o.kind = $4)
      AND (o.not_before, o.id) >= ($5::timestamptz, $6::uuid)
      AND (SELECT r.paused FROM releases r WHERE r.id = o.release_id) IS NOT TRUE
    ORDER BY o.not_before, o.id LIMIT 1 FOR UPDATE OF o SKIP LOCKED)
  UPDATE outbox_messages m SET
    state = next.state,
    tried_at = CASE WHEN next.state = 'sending' THEN $1::timestamptz ELSE m.tried_at END,
    attempts = m.attempts + CASE WHEN next.state = 'sending' THEN 1 ELSE 0 END,
    lease_until = CASE WHEN next.state = 'sending' THEN $2::timestamptz END,
    settled_at = CASE WHEN next.state = 'sending' THEN m.settled_at ELSE $1::timestamptz END
  FROM next WHERE m.id = next.id
  RETURNING json_build_object('id', m.id, 'organizationId', m.organization_id, 'kind', m.kind, 'state', m.state,
    'attempts', m.attempts, 'toAddress', m.to_address, 'toName', m.to_name, 'replyTo', m.reply_to, 'subject', m.subject, 'text', m.text,
    'html', m.html, 'calendar', m.calendar, 'unsubscribeUrl', m.unsubscribe_url, 'dueAt', next.not_before) AS result`;

const FIRST = { id: '00000000-0000-0000-0000-000000000000', dueAt: '-infinity' };

/**
 * Takes the next due message, for one worker alone, and commits before the first byte goes out. A release that is paused is left
 * alone; a notice that was stopped ends; to an address that is on the list nothing goes but codes that somebody has just asked for.
 */
export async function take(now: Date, { skip, only = '', from }: Which): Promise<Row | null> {
  const { id, dueAt } = from ?? FIRST;
  const values = [now, new Date(now.getTime() + LEASE_MS), [...skip], only, dueAt, id];
  const found = await callFunction(TAKE, values);
  return found === undefined ? null : rowSchema.parse(found);
}

const ACCEPT = `
  UPDATE outbox_messages SET state = 'accepted', last_reply = $2, settled_at = $3, lease_until = NULL
  WHERE id = $1 AND state = 'sending' RETURNING true AS result`;

/** The mail server has it. */
export const accept = (id: string, reply: string, now: Date) => callFunction(ACCEPT, [id, reply, now]);
