import { ownerQuery } from '../../support/database';
import { dayIn, hourIn } from './clock';

type Standing = { made: string; sealed: string; pairs: string };

/** How everything stands. `made` counts what a job can make: where it stays, a job did nothing. */
export async function lookAround(): Promise<Standing> {
  const [row] = await ownerQuery<Standing>(`
    SELECT concat_ws(' ', (SELECT count(*) FROM outbox_messages), (SELECT count(*) FROM events),
        (SELECT count(*) FROM pair_tasks), (SELECT count(*) FROM tokens), (SELECT count(*) FROM drafts)) AS made,
      (SELECT count(*)::text FROM vault.answer) AS sealed,
      coalesce((SELECT string_agg(state || ' ' || n, ', ' ORDER BY state)
        FROM (SELECT state, count(*) AS n FROM matches GROUP BY state) m), '') AS pairs`);
  if (!row) throw new Error('A count has one row.');
  return row;
}

/** Keeps what changed, with its day and hour. */
export function changes() {
  const seen: [string, string][] = [];
  const note = (now: Date, value: string): void => {
    if (value !== (seen.at(-1)?.[1] ?? '')) seen.push([`${dayIn(now)} ${hourIn(now)}`, value]);
  };
  return { seen, note };
}

const name = `initcap(split_part(to_address, '@', 1))`;

/** Every mail that went, as lines: the day, what it was, and to whom. Trial letters to staff are left out. */
export async function listMails(): Promise<string[]> {
  const rows = await ownerQuery<{ at: Date; cause: string; names: string }>(`
    SELECT settled_at AS at, cause, string_agg(${name}, ' ' ORDER BY ${name}) AS names FROM (
      SELECT settled_at, to_address, CASE WHEN kind IN ('interest', 'receipt', 'resume') THEN kind
        ELSE regexp_replace(replace(regexp_replace(key, '[0-9a-f]{8}-[0-9a-f-]{27}', '', 'g'), to_address, ''),
          ':(mentor|mentee|[0-9]+)?(?=:|$)', ' ', 'g') END AS cause
      FROM outbox_messages WHERE kind <> 'probe' AND state = 'accepted') m
    GROUP BY settled_at, cause ORDER BY settled_at, cause`);
  return rows.map(({ at, cause, names }) => {
    const what = cause.replaceAll(/[: ]+/g, ' ').trim();
    return `${dayIn(at)} ${what}: ${names}`;
  });
}

/** When each mail went, as hours of the day. */
export async function listHours(): Promise<number[]> {
  const rows = await ownerQuery<{ at: Date }>('SELECT DISTINCT settled_at AS at FROM outbox_messages');
  return [...new Set(rows.map(({ at }) => hourIn(at)))];
}

/** Every task about a pair, as lines: what it is about, whose pair, when it opened and closed. */
export async function listTasks(): Promise<string[]> {
  const rows = await ownerQuery<{ kind: string; about: string; mentor: string; opened: Date; closed: Date | null }>(`
    SELECT t.kind, t.about, a.name AS mentor, t.opened_at AS opened, t.closed_at AS closed FROM pair_tasks t
    JOIN matches m ON m.id = t.match_id JOIN applications a ON a.id = m.mentor_application_id ORDER BY t.opened_at, t.kind`);
  return rows.map(
    ({ kind, about, mentor, opened, closed }) =>
      `${mentor}: ${kind} ${about}, ${dayIn(opened)} to ${closed ? dayIn(closed) : 'now'}`,
  );
}
