import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { openingFault, type OpeningFault } from '@/domain/closing';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { morningOf } from '@/lib/days';
import { getClosingCycle } from '../reminding/queries';
import type { OpeningInput } from './schema';

const FAULTS: Record<OpeningFault, string> = {
  open: 'The questions are open already, and people were written to: that day stays.',
  early: 'The questions cannot open before the program starts.',
  late: 'The questions must open before their last day. Move that one first, on the page of days.',
  past: 'The questions cannot open in the past.',
};

/**
 * Sets the morning on which the closing questions open.
 *
 * @throws {Refusal} `closing.opening` with the reason, `cycle.moved` when somebody else set it meanwhile
 */
export async function setOpening(actor: UserActor, { cycleId, before, day }: OpeningInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const cycle = await getClosingCycle(tx, cycleId);
    authorize(actor, 'closing.run', { programId: cycle.programId, personId: null }, now);
    const opensAt = morningOf(day, cycle.timeZone);
    const fault = openingFault(cycle, opensAt, now);
    if (fault) throw new Refusal('closing.opening', FAULTS[fault]);
    const { count } = await tx.cycle.updateMany({
      where: { id: cycleId, assessmentOpensAt: before ? new Date(before) : null },
      data: { assessmentOpensAt: opensAt },
    });
    if (count === 0) throw new Refusal('cycle.moved');
    const { organizationId } = cycle;
    const event = { subjectType: 'cycle', subjectId: cycleId, action: 'closing.opening_set', at: now };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event, detail: { day } });
  });
}
