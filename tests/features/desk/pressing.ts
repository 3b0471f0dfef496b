import type { UserActor } from '@/domain/actor';
import type { BulkMove } from '@/domain/bulk';
import { db } from '@/db/client';
import { ALL_OF_IT } from '@/features/applications/inbox/schema';
import { moveTogether, undoTogether } from '@/features/reviews/bulk/commands';
import { listTogether, previewTogether } from '@/features/reviews/bulk/queries';
import { stageDecision } from '@/features/reviews/commands';
import { NOW } from '../../support/factories';
import { desk, seenBy } from './desk';

export const stands = async (...ids: string[]) => {
  const rows = await db.application.findMany({ where: { id: { in: ids } } });
  return ids.map((id) => rows.find((row) => row.id === id)?.state);
};
export const shown = async (ids: readonly string[]) => {
  const rows = await db.application.findMany({ where: { id: { in: [...ids] } }, select: { id: true, version: true } });
  return rows.map(({ id, version }) => ({ applicationId: id, version }));
};
export const press = async (ids: readonly string[], move: BulkMove = 'accept', by = desk().chair, reason = '') =>
  moveTogether(by, { cycleId: desk().cycle.id, move, reason, rows: await shown(ids) }, NOW);
export const preview = (move: BulkMove, ids: readonly string[], by = desk().chair) =>
  previewTogether(desk().cycle.id, seenBy(by), ALL_OF_IT, { move, of: 'ticked', ids });
export const undo = (actionId: string, by = desk().chair) => undoTogether(by, { actionId }, NOW);
export const decide = async (applicationId: string, decision: 'accept' | 'hold' | 'decline' | 'reconsider') => {
  const { version } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
  await stageDecision(desk().chair, { applicationId, version, decision, note: '', unmetRule: 'Not a member.' }, NOW);
};
export const presses = (by: UserActor = desk().chair) => listTogether(desk().cycle.id, seenBy(by));
