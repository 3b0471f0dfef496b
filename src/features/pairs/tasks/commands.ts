import type { Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import type { DatedCheckIn } from '@/domain/check-in';
import { tasksFrom, type TaskKind } from '@/domain/pair-task';
import { newId } from '@/lib/id';
import { storedAnswer } from '../check-ins/schema';

type PairRow = { id: string; organizationId: string; cycleId: string };
type Opening = { actor: Actor; pair: PairRow; kinds: readonly TaskKind[]; about: string };

/** Opens tasks that a check-in gives rise to, each once, however often it is looked at. @returns how many are new */
async function openTasks(tx: Tx, { actor, pair, kinds, about }: Opening, now: Date): Promise<number> {
  const { id: matchId, organizationId, cycleId } = pair;
  let opened = 0;
  for (const kind of kinds) {
    const task = { id: newId(now), organizationId, matchId, kind, about, openedAt: now };
    const { count } = await tx.pairTask.createMany({ data: [task], skipDuplicates: true });
    if (count === 0) continue;
    opened += count;
    const event = { subjectType: 'match', subjectId: matchId, action: 'pair.task_opened', at: now };
    await recordEvent(tx, { actor, organizationId, cycleId, ...event, detail: { kind, about } });
  }
  return opened;
}

/** Looks at what the two answered to a check-in, and opens what somebody has to look at. */
export async function openFromCheckIn(
  tx: Tx,
  { actor, pair, checkIn }: { actor: Actor; pair: PairRow; checkIn: DatedCheckIn },
  now: Date,
): Promise<number> {
  const rows = await tx.pairCheckIn.findMany({
    where: { matchId: pair.id, key: checkIn.key },
    select: { side: true, contact: true, going: true, enough: true },
  });
  const of = (side: string) => {
    const row = rows.find((one) => one.side === side);
    return row ? storedAnswer.parse(row) : null;
  };
  const kinds = tasksFrom(checkIn, { mentor: of('mentor'), mentee: of('mentee') }, now);
  return openTasks(tx, { actor, pair, kinds, about: checkIn.key }, now);
}
