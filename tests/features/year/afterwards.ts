import { db } from '@/db/client';
import { reportsOf } from '@/domain/reports/all';
import { findOwnPaper } from '@/features/closing/papers/queries';
import { getBook } from '@/features/cycles/book/queries';
import { getFacts } from '@/features/reports/queries';
import { ownerQuery } from '../../support/database';
import type { House, YearCycle } from './cycle';
import { applicationOf, type Name } from './people';

/** What the reports say, question by question and row by row, rows of nought left out. */
export async function reported(cycle: YearCycle, now: Date) {
  const reports = reportsOf(await getFacts(cycle, [], now));
  const rowsOf = (key: string) =>
    Object.fromEntries((reports.find((one) => one.key === key)?.rows ?? []).map((row) => [row.key, row.figures]));
  return { rowsOf };
}

/** Counted by nobody's code but the database's. */
export async function counted(cycleId: string) {
  const count = async (sql: string) => (await ownerQuery<{ n: number }>(sql, [cycleId]))[0]?.n ?? -1;
  const applied = (role: string, and: string) =>
    count(`SELECT count(*)::int AS n FROM applications WHERE cycle_id = $1 AND role = '${role}' AND ${and}`);
  const paired = (role: string) =>
    `id IN (SELECT ${role}_application_id FROM matches WHERE state IN ('completed', 'active', 'on_hold', 'confirmed'))`;
  return {
    mentors: await applied('mentor', `state = 'accepted'`),
    places: await count(
      `SELECT sum(places)::int AS n FROM applications WHERE cycle_id = $1 AND role = 'mentor' AND state = 'accepted'`,
    ),
    mentees: await applied('mentee', `state = 'accepted'`),
    withdrawn: await applied('mentee', `state = 'withdrawn'`),
    declined: await applied('mentee', `state = 'declined'`),
    matchedMentees: await applied('mentee', paired('mentee')),
    pairs: await count(`SELECT count(*)::int AS n FROM matches WHERE cycle_id = $1 AND started_at IS NOT NULL`),
    recommend: await ownerQuery<{ recommend: number; n: number }>(
      `SELECT s.recommend, count(*)::int AS n FROM assessments s JOIN matches m ON m.id = s.match_id
       WHERE m.cycle_id = $1 AND s.sent_at IS NOT NULL GROUP BY s.recommend ORDER BY s.recommend`,
      [cycleId],
    ),
  };
}

export async function bookLines({ staff }: House, cycle: YearCycle, now: Date) {
  const { book } = await getBook(cycle, staff, now);
  const linesOf = (key: string) =>
    Object.fromEntries(
      (book.sections.find((one) => one.key === key)?.lines ?? []).map(({ label, value }) => [label, value]),
    );
  return { linesOf, notes: book.notes.map(({ words }) => words) };
}

/** The time on somebody's certificate, written down and at events; null for who has none. */
export async function certified(cycleId: string, name: Name) {
  const paper = await findOwnPaper((await applicationOf(cycleId, name)).id);
  return paper && [paper.facts.minutes, paper.facts.eventMinutes];
}

/** What the purge left: its certificate, and nothing that opens anything. */
export const purged = (cycleId: string) =>
  db.identityPurge.findUniqueOrThrow({
    where: { cycleId },
    select: { recordsDeleted: true, deletedAt: true, keyDestroyedAt: true, statistics: true },
  });
