import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { APPLICATION_STATES, canMove, moved, type ApplicationMove } from '@/domain/application';
import { dayOf } from '@/domain/dates';
import { ROLES } from '@/domain/mentoring';
import { authorize, type Permission } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { assertComplete, ratingsOf } from '@/domain/review';
import { endOfDay } from '@/lib/days';
import { newId } from '@/lib/id';
import { z } from 'zod';
import type { DecisionInput, LaterInput, ReviewInput } from './schema';

const known = z.object({ role: z.enum(ROLES), state: z.enum(APPLICATION_STATES) });

/** The application, if the actor may do this to it; its cycle stays as it is until the transaction ends. */
async function getFor(tx: Tx, actor: UserActor, permission: Permission, id: string, now: Date) {
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
      cycle: { select: { programId: true, timeZone: true } },
    },
  });
  if (!row) throw new Refusal('actor.forbidden');
  if (isClosedTo(actor, row.personId)) throw new Refusal('review.own_application');
  authorize(actor, permission, { programId: row.cycle.programId, personId: row.personId }, now);
  await tx.$queryRaw`SELECT id::text FROM cycles WHERE id = ${row.cycleId}::uuid FOR SHARE`;
  const released = await tx.cycle.count({
    where: {
      id: row.cycleId,
      OR: [{ releasedAt: { not: null } }, { releases: { some: { state: { in: ['held', 'sending', 'done'] } } } }],
    },
  });
  return { ...row, ...known.parse(row), released: released > 0 };
}

/** Saves my reading of one application: every criterion rated, or abstained. Returns its cycle. */
export async function saveReview(actor: UserActor, input: ReviewInput, now: Date): Promise<{ cycleId: string }> {
  const { applicationId, version, abstain, comment } = input;
  return db
    .$transaction(async (tx) => {
      const application = await getFor(tx, actor, 'review.write', applicationId, now);
      if (application.released) throw new Refusal('review.closed');
      if (!canMove(application.state, 'accept')) throw new Refusal('application.wrong_status');
      const ratings = abstain ? {} : ratingsOf(application.role, input.ratings);
      if (!abstain) assertComplete(application.role, ratings);
      const { organizationId, cycleId } = application;
      await putReview(
        tx,
        {
          organizationId,
          applicationId,
          reviewerId: actor.userId,
          ratings: { ...ratings },
          abstained: abstain,
          comment,
          savedAt: now,
        },
        version,
      );
      await recordEvent(tx, {
        actor,
        organizationId,
        cycleId,
        subjectType: 'application',
        subjectId: applicationId,
        action: 'review.saved',
        detail: { abstained: abstain },
        at: now,
      });
      return { cycleId };
    })
    .catch(refuseOn('reviews_application_id_reviewer_id_key', 'review.changed'));
}

type ReviewRow = {
  organizationId: string;
  applicationId: string;
  reviewerId: string;
  ratings: Record<string, number>;
  abstained: boolean;
  comment: string;
  savedAt: Date;
};

async function putReview(tx: Tx, row: ReviewRow, version: number): Promise<void> {
  if (version === 0) {
    await tx.review.create({ data: { id: newId(row.savedAt), ...row } });
    return;
  }
  const { applicationId, reviewerId, ratings, abstained, comment, savedAt } = row;
  const { count } = await tx.review.updateMany({
    where: { applicationId, reviewerId, version },
    data: { ratings, abstained, comment, savedAt, version: { increment: 1 } },
  });
  if (count === 0) throw new Refusal('review.changed');
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
