import { db, type Tx } from '@/db/client';
import { refuseOn } from '@/db/errors';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { Refusal } from '@/domain/refusal';
import { newId } from '@/lib/id';
import { MOST_VIEWS, type RenameViewInput, type SaveViewInput, type ViewInput } from './schema';

const nameTaken = refuseOn('saved_views_user_id_program_id_name_key', 'view.name_taken');

type Kept = { id: string; organizationId: string };
const tell = (tx: Tx, actor: UserActor, { id, organizationId }: Kept, { action, at }: { action: string; at: Date }) =>
  recordEvent(tx, { actor, organizationId, subjectType: 'saved_view', subjectId: id, action, at });

/** Keeps a filter under a name: at most twenty of a member's in a program. */
export async function saveView(actor: UserActor, { cycleId, name, query }: SaveViewInput, now: Date): Promise<string> {
  return db
    .$transaction(async (tx) => {
      const cycle = await tx.cycle.findUnique({
        where: { id: cycleId },
        select: { organizationId: true, programId: true },
      });
      if (!cycle) throw new Refusal('actor.forbidden');
      authorize(actor, 'application.list', { programId: cycle.programId }, now);
      // Two tabs at once are counted one after the other.
      await tx.$queryRaw`SELECT id::text FROM users WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
      const mine = { userId: actor.userId, programId: cycle.programId };
      if ((await tx.savedView.count({ where: mine })) >= MOST_VIEWS) throw new Refusal('view.too_many');
      const id = newId(now);
      await tx.savedView.create({ data: { id, ...cycle, ...mine, name, query, createdAt: now } });
      await tell(tx, actor, { id, ...cycle }, { action: 'view.saved', at: now });
      return query;
    })
    .catch(nameTaken);
}

/** @throws {Refusal} `view.gone` when it is somebody else's, or was deleted in another tab */
async function getOwn(tx: Tx, actor: UserActor, id: string, now: Date) {
  const view = await tx.savedView.findFirst({
    where: { id, userId: actor.userId },
    select: { id: true, organizationId: true, programId: true, isStart: true },
  });
  if (!view) throw new Refusal('view.gone');
  authorize(actor, 'application.list', { programId: view.programId }, now);
  return view;
}

export async function renameView(actor: UserActor, { id, name }: RenameViewInput, now: Date): Promise<void> {
  await db
    .$transaction(async (tx) => {
      const view = await getOwn(tx, actor, id, now);
      await tx.savedView.update({ where: { id }, data: { name } });
      await tell(tx, actor, view, { action: 'view.renamed', at: now });
    })
    .catch(nameTaken);
}

export async function deleteView(actor: UserActor, { id }: ViewInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const view = await getOwn(tx, actor, id, now);
    await tx.savedView.delete({ where: { id } });
    await tell(tx, actor, view, { action: 'view.deleted', at: now });
  });
}

/** The inbox begins with this view from now on; pressed again, it begins as for everybody. */
export async function startWithView(actor: UserActor, { id }: ViewInput, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const view = await getOwn(tx, actor, id, now);
    const { programId, isStart } = view;
    await tx.savedView.updateMany({
      where: { userId: actor.userId, programId, isStart: true },
      data: { isStart: false },
    });
    if (!isStart) await tx.savedView.update({ where: { id }, data: { isStart: true } });
    await tell(tx, actor, view, { action: 'view.start', at: now });
  });
}
