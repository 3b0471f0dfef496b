import type { Told } from './ledger';
import type { OpenCycle } from './fill';
import type { World } from './world';

type Found = {
  key: string;
  stored: number;
  of_person: number;
  receipts: number;
  receipts_of_person: number;
  sealed: number;
  events: number;
};

/** One row for each acknowledgement, with what the database has of it. */
const FIND = `
  WITH told AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(key uuid, address text, reference text, words jsonb)
  ), people AS (
    SELECT email, count(*) AS n FROM applications WHERE cycle_id = $2 AND reference IS NOT NULL GROUP BY email
  ), letters AS (
    SELECT to_address, count(*) AS n FROM outbox_messages WHERE kind = 'receipt' GROUP BY to_address
  ), rows AS (
    SELECT t.*, d.id AS draft_id, d.sent_revision, a.id AS application_id, a.state, a.email, a.answers,
      a.reference AS given FROM told t
    LEFT JOIN drafts d ON d.submission_key = t.key LEFT JOIN applications a ON a.draft_id = d.id
  ), acts AS (
    SELECT e.subject_id, count(*) AS n FROM events e JOIN rows r ON r.application_id = e.subject_id
    WHERE e.action IN ('application.submitted', 'application.edited') GROUP BY 1
  )
  SELECT r.key,
    count(*) FILTER (WHERE r.state = 'submitted' AND r.email = r.address AND r.answers @> r.words
      AND r.given = coalesce(r.reference, r.given))::int AS stored,
    coalesce(max(p.n), 0)::int AS of_person,
    count(m.id)::int AS receipts, coalesce(max(l.n), 0)::int AS receipts_of_person,
    count(v.application_id)::int AS sealed, coalesce(max(x.n), 0)::int AS events
  FROM rows r
  LEFT JOIN people p ON p.email = r.address LEFT JOIN letters l ON l.to_address = r.address
  LEFT JOIN outbox_messages m ON m.key = 'receipt:' || r.draft_id || ':' || r.sent_revision
  LEFT JOIN vault.answer v ON v.application_id = r.application_id
  LEFT JOIN acts x ON x.subject_id = r.application_id
  GROUP BY r.key`;

const isWhole = (found: Found) => found.stored > 0 && found.receipts > 0 && found.sealed > 0 && found.events > 0;
const isTwice = (found: Found) =>
  [found.stored, found.of_person, found.receipts, found.receipts_of_person, found.sealed, found.events].some(
    (count) => count > 1,
  );

const few = (list: readonly Found[]) => JSON.stringify(list.slice(0, 3));

export type Checked = { acknowledged: number; missing: number; twice: number; problems: string[] };

/**
 * Holds the clients' book against the database: every acknowledged submission is there once, with the words sent, one receipt,
 * one sealed record and one entry in the history; and nobody was let in too late or too early by the database's clock.
 */
export async function checkTold(world: World, cycle: OpenCycle, told: readonly Told[]): Promise<Checked> {
  const found = await world.query<Found>(FIND, [JSON.stringify(told), cycle.id]);
  const missing = found.filter((one) => !isWhole(one));
  const twice = found.filter(isTwice);
  const [strange] = await world.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM applications a JOIN cycles c ON c.id = a.cycle_id
     WHERE c.id = $1 AND a.submitted_at IS NOT NULL
       AND (a.submitted_at < c.opens_at OR a.submitted_at >= c.closes_at + interval '30 minutes')`,
    [cycle.id],
  );
  return {
    acknowledged: told.length,
    missing: missing.length,
    twice: twice.length,
    problems: [
      ...(found.length === told.length ? [] : [`${told.length} told, ${found.length} looked for`]),
      ...(missing.length > 0 ? [`acknowledged and missing: ${few(missing)}`] : []),
      ...(twice.length > 0 ? [`stored twice: ${few(twice)}`] : []),
      ...(strange?.count ? [`${strange.count} late or early by the database's clock`] : []),
    ],
  };
}

/** What the mail server took against what the outbox says of receipts. */
export async function checkMail(world: World): Promise<{ doubled: number; lost: number; uncertain: number }> {
  const rows = await world.query<{ id: string; state: string }>('SELECT id, state FROM outbox_messages');
  const timesTaken = ({ id }: { id: string }) => world.sink.taken.get(id) ?? 0;
  return {
    doubled: rows.filter((row) => timesTaken(row) > 1).length,
    lost: rows.filter((row) => row.state === 'accepted' && timesTaken(row) === 0).length,
    uncertain: rows.filter(({ state }) => state === 'uncertain').length,
  };
}

export type Letters = {
  sent: number;
  received: number;
  doubled: number;
  lost: number;
  refused: number;
  uncertain: number;
};

/**
 * What the mail server took of a release's letters against what the outbox says of them. A letter that nobody got is lost
 * unless it is on one of the lists that wait for a person: refused, or in doubt.
 */
export async function checkLetters(world: World, releaseId: string): Promise<Letters> {
  const rows = await world.query<{ id: string; state: string }>(
    'SELECT id, state FROM outbox_messages WHERE release_id = $1',
    [releaseId],
  );
  const count = (wanted: (state: string, times: number) => boolean) =>
    rows.filter(({ id, state }) => wanted(state, world.sink.taken.get(id) ?? 0)).length;
  return {
    sent: rows.length,
    received: count((_, times) => times > 0),
    doubled: count((_, times) => times > 1),
    lost: count((state, times) => times === 0 && state !== 'failed' && state !== 'uncertain'),
    refused: count((state) => state === 'failed'),
    uncertain: count((state) => state === 'uncertain'),
  };
}
