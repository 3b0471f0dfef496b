import { db, type Tx } from '@/db/client';
import { isClosedTo } from '@/domain/actor';
import { nextToUndo } from '@/domain/plan-history';
import type { Viewer } from '../inputs/queries';
import { namesOf } from '../plans/queries';
import { HAND_CHANGES, handAction, pairDetail } from './schema';

type Place = { cycleId: string; planId: string };

/** The changes of a plan by hand, newest first; those of one moment in the order they were written. */
export async function listHandChanges({ cycleId, planId }: Place, tx: Tx = db) {
  const events = await tx.event.findMany({
    where: { cycleId, action: { in: [...HAND_CHANGES] }, detail: { path: ['planId'], equals: planId } },
    select: { id: true, action: true, subjectId: true, detail: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  return events.map(({ id, action, subjectId, detail }) => ({
    id,
    action: handAction.parse(action),
    matchId: subjectId,
    ...pairDetail.parse(detail),
  }));
}

const ON_PAIRS = [...HAND_CHANGES, 'pair.locked', 'pair.unlocked', 'pair.vetoed', 'pair.veto_removed'];
const ON_PLANS = ['plan.saved', 'plan.entered', 'plan.repaired', 'plan.approved', 'plan.reopened'];
const MOST_SHOWN = 60;

/** Names of applications by id; those that are closed to the viewer are left out. */
async function openNames(ids: readonly string[], viewer: Viewer): Promise<ReadonlyMap<string, string>> {
  const rows = await db.application.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, personId: true },
  });
  return new Map(rows.flatMap(({ id, name, personId }) => (isClosedTo(viewer, personId) ? [] : [[id, name] as const])));
}

/**
 * What happened to a plan since it was made, newest first: pairs by hand, locks and vetoes of the cycle, approval. Nothing
 * about a pair of which somebody is closed to the viewer.
 */
export async function listPlanHistory(place: Place & { createdAt: Date }, viewer: Viewer) {
  const { cycleId, planId, createdAt } = place;
  const rows = await db.event.findMany({
    where: {
      cycleId,
      OR: [
        { action: { in: ON_PLANS }, subjectId: planId },
        { action: { in: [...HAND_CHANGES] }, detail: { path: ['planId'], equals: planId } },
        { action: { in: ON_PAIRS.filter((action) => action.startsWith('pair.')) }, at: { gte: createdAt } },
      ],
    },
    select: { id: true, action: true, actor: true, reason: true, detail: true, at: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
  });
  const users = await namesOf(rows.map(({ actor }) => (actor.startsWith('user:') ? actor.slice(5) : null)));
  const read = rows.map((row) => ({ ...row, ...pairDetail.parse(row.detail), onPair: ON_PAIRS.includes(row.action) }));
  const names = await openNames(
    read.flatMap(({ onPair, menteeId, mentorId }) => (onPair ? [menteeId, mentorId] : [])),
    viewer,
  );
  return read.flatMap(({ id, action, actor, reason, at, onPair, menteeId, mentorId, undoes }) => {
    const pair = onPair ? { mentee: names.get(menteeId) ?? '', mentor: names.get(mentorId) ?? '' } : null;
    if (pair && (pair.mentee === '' || pair.mentor === '')) return [];
    const who = users.get(actor.slice('user:'.length)) ?? 'The matching';
    return [{ id, action, who, reason, at, pair, isUndo: undoes !== null }];
  });
}
export type PlanEvent = Awaited<ReturnType<typeof listPlanHistory>>[number];

/** What *Undo* would take back, for its button; null when there is nothing, or the pair is closed to the viewer. */
export async function findNextUndo(place: Place, viewer: Viewer) {
  const next = nextToUndo(await listHandChanges(place));
  if (!next) return null;
  const names = await openNames([next.menteeId, next.mentorId], viewer);
  const [mentee, mentor] = [names.get(next.menteeId), names.get(next.mentorId)];
  return mentee && mentor ? { action: next.action, mentee, mentor } : null;
}
export type NextUndo = NonNullable<Awaited<ReturnType<typeof findNextUndo>>>;
