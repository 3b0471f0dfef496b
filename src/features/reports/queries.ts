import { z } from 'zod';
import { db } from '@/db/client';
import { APPLICATION_STATES } from '@/domain/application';
import { areasOf } from '@/domain/forms/frameworks';
import { FALLEN } from '@/domain/match';
import { ROLES } from '@/domain/mentoring';
import type { CycleFacts, PairFact } from '@/domain/reports/facts';
import { listGrowth } from '@/features/closing/growth/queries';
import { getForm } from '@/features/forms/queries';

const MONTH_MS = 30.44 * 86_400_000;

const appliedSchema = z.array(
  z.object({
    role: z.enum(ROLES),
    state: z.enum(APPLICATION_STATES),
    matched: z.boolean(),
    places: z.number(),
    place: z.string(),
    wants: z.array(z.string()),
    ratings: z.record(z.string(), z.coerce.number()),
  }),
);

/** Applications as numbers: nothing in them says whose they are. */
const listApplied = async (cycleId: string, closed: readonly string[]) =>
  appliedSchema.parse(
    await db.$queryRaw`
    SELECT a.role, a.state, a.places, coalesce(a.answers ->> 'subdivision', '') AS place,
      CASE jsonb_typeof(a.answers -> 'help_areas') WHEN 'array' THEN a.answers -> 'help_areas' ELSE '[]' END AS wants,
      coalesce((SELECT jsonb_object_agg(substr(e.key, 8), e.value) FROM jsonb_each_text(a.answers) e
        WHERE e.key LIKE 'rating\_%' AND e.value ~ '^[1-5]$'), '{}') AS ratings,
      EXISTS (SELECT FROM matches m JOIN plans p ON p.id = m.plan_id AND p.state = 'approved'
        WHERE (m.mentor_application_id = a.id OR m.mentee_application_id = a.id)
          AND m.state <> ALL (${[...FALLEN]}::text[])) AS matched
    FROM applications a
    WHERE a.cycle_id = ${cycleId}::uuid AND (a.person_id IS NULL OR a.person_id <> ALL (${[...closed]}::uuid[]))`,
  );

const WORKED = ['active', 'on_hold', 'completed', 'ended_early'];

async function listPairFacts(cycleId: string, closed: readonly string[], now: Date): Promise<PairFact[]> {
  const open = { personId: { notIn: [...closed] } };
  const rows = await db.match.findMany({
    where: { cycleId, state: { in: WORKED }, mentor: open, mentee: open },
    select: {
      startedAt: true,
      state: true,
      _count: { select: { meetings: true } },
      meetings: { select: { day: true }, orderBy: { day: 'desc' }, take: 1 },
      plan: { select: { cycle: { select: { startsAt: true, endsAt: true } } } },
    },
  });
  return rows.map(({ startedAt, state, _count, meetings, plan: { cycle } }) => {
    const from = startedAt ?? cycle.startsAt;
    // Of a pair that ended before its time only its time counts, as far as the log tells it.
    const end = state === 'ended_early' ? (meetings[0]?.day ?? from) : cycle.endsAt < now ? cycle.endsAt : now;
    return { contacts: _count.meetings, months: Math.max(0, end.getTime() - from.getTime()) / MONTH_MS };
  });
}

async function listRecommended(cycleId: string, closed: readonly string[]): Promise<number[]> {
  const open = { personId: { notIn: [...closed] } };
  const rows = await db.assessment.findMany({
    where: { sentAt: { not: null }, recommend: { not: null }, match: { cycleId, mentor: open, mentee: open } },
    select: { recommend: true },
  });
  return rows.flatMap(({ recommend }) => recommend ?? []);
}

type Cycle = { id: string; formVersion: string };

/** What the reports of a cycle are made from. People who are closed to the reader, and who is paired with them, are left out. */
export async function getFacts(cycle: Cycle, closed: readonly string[], now: Date): Promise<CycleFacts> {
  const [applied, pairs, growth, recommended, form] = await Promise.all([
    listApplied(cycle.id, closed),
    listPairFacts(cycle.id, closed, now),
    listGrowth(cycle.id, { closed }),
    listRecommended(cycle.id, closed),
    getForm(cycle.formVersion),
  ]);
  return { areas: areasOf([form]), applied, pairs, growth, recommended };
}

/** Other cycles of the program that were told their outcomes or began, newest first: what a cycle can stand beside. */
export const listComparable = (cycle: { id: string; programId: string }, now: Date) =>
  db.cycle.findMany({
    where: { programId: cycle.programId, id: { not: cycle.id }, opensAt: { lte: now } },
    select: { id: true, code: true, name: true, formVersion: true },
    orderBy: [{ opensAt: 'desc' }, { code: 'asc' }],
  });
export type Comparable = Awaited<ReturnType<typeof listComparable>>[number];
