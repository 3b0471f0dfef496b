import { z } from 'zod';
import { db, Prisma, type Tx } from '@/db/client';
import { actorName, type UserActor } from '@/domain/actor';
import { APPLICATION_STATES } from '@/domain/application';
import { BULK_MOVES, whyNotTogether, type BulkMove } from '@/domain/bulk';
import { authorize, type Permission } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { isTold } from './queries';
import type { TogetherInput, UndoInput } from './schema';

const { sql } = Prisma;
const PERMISSIONS: Record<BulkMove, Permission> = {
  accept: 'decision.stage',
  hold: 'decision.stage',
  reconsider: 'decision.stage',
  discuss: 'discussion.write',
};

/** The cycle, if the actor may do this in it and nothing is released; it stays as it is until the transaction ends. */
async function getCycle(tx: Tx, actor: UserActor, move: BulkMove, { cycleId, now }: { cycleId: string; now: Date }) {
  const cycle = await tx.cycle.findUnique({
    where: { id: cycleId },
    select: { organizationId: true, programId: true },
  });
  if (!cycle) throw new Refusal('actor.forbidden');
  authorize(actor, PERMISSIONS[move], { programId: cycle.programId, personId: null }, now);
  await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${cycleId}::uuid FOR SHARE`;
  if (await isTold(cycleId, tx)) throw new Refusal('decision.released');
  return cycle;
}

const lockedRows = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    reference: z.string().nullable(),
    state: z.enum(APPLICATION_STATES),
    version: z.number(),
    isMarked: z.boolean(),
  }),
);

/** The rows of the preview, held until the end; those that are closed to the actor are not among them. */
const lockRows = async (tx: Tx, { closed }: UserActor, { cycleId, rows }: TogetherInput) =>
  lockedRows.parse(
    await tx.$queryRaw`
    SELECT a.id::text, a.name, a.reference, a.state, a.version, a.discuss_since IS NOT NULL AS "isMarked"
    FROM applications a
    WHERE a.id = ANY (${rows.map(({ applicationId }) => applicationId)}::uuid[]) AND a.cycle_id = ${cycleId}::uuid
      AND a.state <> 'draft' AND a.person_id <> ALL (${[...closed]}::uuid[])
    ORDER BY a.id FOR UPDATE`,
  );

const NAMED = 5;

/** @throws {Refusal} `bulk.moved_on`, naming those that are no longer as the preview showed them */
async function assertAsShown(tx: Tx, actor: UserActor, input: TogetherInput): Promise<void> {
  const found = await lockRows(tx, actor, input);
  if (found.length !== input.rows.length) throw new Refusal('bulk.row_gone');
  const shown = new Map(input.rows.map(({ applicationId, version }) => [applicationId, version]));
  const moved = found.filter((row) => row.version !== shown.get(row.id) || whyNotTogether(input.move, row) !== null);
  if (moved.length === 0) return;
  const names = moved.slice(0, NAMED).map(({ name, reference }) => `${name} (${reference})`);
  const more = moved.length > NAMED ? ` and ${moved.length - NAMED} more` : '';
  throw new Refusal('bulk.moved_on', `Moved on: ${names.join(', ')}${more}.`);
}

const CHANGES: Record<BulkMove, (reason: string, now: Date) => Prisma.Sql> = {
  accept: (reason) => sql`state = 'accepted', later_by = NULL, unmet_rule = '', decision_note = ${reason}`,
  hold: (reason) => sql`state = 'hold', unmet_rule = '', decision_note = ${reason}`,
  reconsider: () => sql`state = 'submitted', unmet_rule = '', decision_note = ''`,
  discuss: (reason, now) => sql`discuss_since = ${now}, discuss_reason = ${reason}`,
};

type Told = {
  organizationId: string;
  cycleId: string;
  action: string;
  actionId: string;
  ids: readonly string[];
  at: Date;
};

const tellEach = (tx: Tx, actor: UserActor, reason: string, { ids, at, actionId, ...event }: Told) =>
  tx.event.createMany({
    data: ids.map((subjectId) => ({
      ...event,
      id: newId(at),
      subjectType: 'application',
      subjectId,
      actor: actorName(actor),
      reason,
      detail: { together: actionId },
      at,
    })),
  });

/**
 * Moves several applications as they were shown in the preview. All of them or none: one that moved on meanwhile refuses the
 * whole. How each stood before is kept, so that the press can be undone.
 *
 * @returns the press
 */
export async function moveTogether(actor: UserActor, input: TogetherInput, now: Date): Promise<string> {
  const { cycleId, move, reason } = input;
  return db.$transaction(async (tx) => {
    const { organizationId } = await getCycle(tx, actor, move, { cycleId, now });
    if (move === 'discuss' && !reason) throw new Refusal('discussion.reason');
    await assertAsShown(tx, actor, input);
    const ids = input.rows.map(({ applicationId }) => applicationId);
    const actionId = newId(now);
    await tx.bulkAction.create({
      data: { id: actionId, organizationId, cycleId, userId: actor.userId, move, at: now },
    });
    await tx.$executeRaw`
      INSERT INTO bulk_action_rows (organization_id, action_id, application_id, before, version_after)
      SELECT a.organization_id, ${actionId}::uuid, a.id, jsonb_build_object('state', a.state, 'laterBy', a.later_by,
        'decisionNote', a.decision_note, 'unmetRule', a.unmet_rule, 'discussSince', a.discuss_since,
        'discussReason', a.discuss_reason), a.version + 1
      FROM applications a WHERE a.id = ANY (${ids}::uuid[])`;
    await tx.$executeRaw`
      UPDATE applications SET ${CHANGES[move](reason, now)}, version = version + 1 WHERE id = ANY (${ids}::uuid[])`;
    await tellEach(tx, actor, reason, {
      organizationId,
      cycleId,
      action: `application.${move}`,
      actionId,
      ids,
      at: now,
    });
    return actionId;
  });
}

const action = z.object({ cycleId: z.string(), move: z.enum(BULK_MOVES), undone: z.boolean() });

/** @throws {Refusal} `bulk.undone` */
async function lockAction(tx: Tx, actionId: string) {
  const [row] = z.array(action).parse(
    await tx.$queryRaw`
    SELECT cycle_id::text AS "cycleId", move, undone_at IS NOT NULL AS undone FROM bulk_actions
    WHERE id = ${actionId}::uuid FOR UPDATE`,
  );
  if (!row) throw new Refusal('actor.forbidden');
  return row;
}

/**
 * Puts back what one press did, where nobody touched it since. The rest stays, and the list of presses names it.
 *
 * @throws {Refusal} `bulk.undone`, `bulk.nothing_left`
 */
export async function undoTogether(actor: UserActor, { actionId }: UndoInput, now: Date): Promise<string> {
  return db.$transaction(async (tx) => {
    const { cycleId, move, undone } = await lockAction(tx, actionId);
    const { organizationId } = await getCycle(tx, actor, move, { cycleId, now });
    if (undone) throw new Refusal('bulk.undone');
    const back = z.array(z.object({ id: z.string() })).parse(
      await tx.$queryRaw`
      UPDATE applications a SET state = r.before->>'state', later_by = (r.before->>'laterBy')::timestamptz,
        decision_note = r.before->>'decisionNote', unmet_rule = r.before->>'unmetRule',
        discuss_since = (r.before->>'discussSince')::timestamptz, discuss_reason = r.before->>'discussReason',
        version = a.version + 1
      FROM bulk_action_rows r
      WHERE r.action_id = ${actionId}::uuid AND a.id = r.application_id AND a.version = r.version_after
        AND r.before ? 'state' AND a.person_id <> ALL (${[...actor.closed]}::uuid[])
      RETURNING a.id::text`,
    );
    const ids = back.map(({ id }) => id);
    if (ids.length === 0) throw new Refusal('bulk.nothing_left');
    await tx.bulkActionRow.updateMany({ where: { actionId, applicationId: { in: ids } }, data: { undone: true } });
    await tx.bulkAction.update({ where: { id: actionId }, data: { undoneAt: now, undoneById: actor.userId } });
    await tellEach(tx, actor, '', { organizationId, cycleId, action: 'application.undone', actionId, ids, at: now });
    return actionId;
  });
}
