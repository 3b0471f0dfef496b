import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { APPLICATION_STATES, canMove, moved, type ApplicationMove } from '@/domain/application';
import { dayOf } from '@/domain/dates';
import { ROLES } from '@/domain/mentoring';
import { authorize, type Permission } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { endOfDay } from '@/lib/days';
import { z } from 'zod';
import { isTold } from './bulk/queries';
import type { DecisionInput, LaterInput } from './schema';

const known = z.object({ role: z.enum(ROLES), state: z.enum(APPLICATION_STATES) });

/** The application, if the actor may do this to it; its cycle stays as it is until the transaction ends. */
export async function getFor(tx: Tx, actor: UserActor, permission: Permission, id: string, now: Date) {
  const row = await tx.application.findUnique({
    where: { id },
    select: {
      id: true,
      organizationId: true,
      cycleId: true,
      personId: true,
      role: true,
      state: true,
      version: true,
      cycle: { select: { programId: true, timeZone: true, blindReview: true } },
    },
  });
  if (!row) throw new Refusal('actor.forbidden');
  if (isClosedTo(actor, row.personId)) throw new Refusal('review.own_application');
  authorize(actor, permission, { programId: row.cycle.programId, personId: row.personId }, now);
  await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${row.cycleId}::uuid FOR SHARE`;
  return { ...row, ...known.parse(row), released: await isTold(row.cycleId, tx) };
}

/** Stages accept, hold or decline, or takes a decision back. Nothing is mailed and nobody outside sees it before the release. */
export async function stageDecision(actor: UserActor, input: DecisionInput, now: Date): Promise<void> {
  const { applicationId, version, decision, note, unmetRule } = input;
  await db.$transaction(async (tx) => {
    const { id, organizationId, cycleId, state, released } = await getFor(
      tx,
      actor,
      'decision.stage',
      applicationId,
      now,
    );
    if (released) throw new Refusal('decision.released');
    if (decision === 'decline' && !unmetRule) throw new Refusal('decision.unmet_rule');
    const to = stagedState(state, decision);
    const { count } = await tx.application.updateMany({
      where: { id, state, version },
      data: {
        state: to,
        version: { increment: 1 },
        decisionNote: decision === 'reconsider' ? '' : note,
        unmetRule: decision === 'decline' ? unmetRule : '',
        ...(decision === 'accept' || decision === 'decline' ? { laterBy: null } : {}),
      },
    });
    if (count === 0) throw new Refusal('decision.wrong_status');
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'application',
      subjectId: id,
      action: `application.${decision}`,
      reason: note,
      detail: { from: state, to, ...(decision === 'decline' ? { unmetRule } : {}) },
      at: now,
    });
  });
}

/** A decision that came in between is told as such. */
function stagedState(state: z.output<typeof known>['state'], move: ApplicationMove) {
  if (!canMove(state, move)) throw new Refusal('decision.wrong_status');
  return moved(state, move);
}

/** Sets or takes back the day by which an open application hears more: its letter then says so, and pre-flight counts it as complete. */
export async function setLater(
  actor: UserActor,
  { applicationId, version, day }: LaterInput,
  now: Date,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { id, organizationId, cycleId, state, released, cycle } = await getFor(
      tx,
      actor,
      'decision.stage',
      applicationId,
      now,
    );
    if (released) throw new Refusal('decision.released');
    if (!canMove(state, 'accept')) throw new Refusal('decision.wrong_status');
    if (day && day <= dayOf(now, cycle.timeZone)) throw new Refusal('decision.later_date');
    const laterBy = day ? endOfDay(day, cycle.timeZone) : null;
    const { count } = await tx.application.updateMany({
      where: { id, state, version },
      data: { laterBy, version: { increment: 1 } },
    });
    if (count === 0) throw new Refusal('decision.wrong_status');
    const detail = laterBy ? { laterBy: laterBy.toISOString() } : {};
    await recordEvent(tx, {
      actor,
      organizationId,
      cycleId,
      subjectType: 'application',
      subjectId: id,
      action: 'application.later',
      detail,
      at: now,
    });
  });
}
