import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { openSides } from '../queries';
import { careOf, listPairs, LIVED, type Cycle, type Viewing } from '../desk/queries';

/** Open tasks that wait for this user, and in how many of the pairs: for the cycle's home and the way to the page. */
export async function findPairWork(cycle: Cycle, viewing: Viewing) {
  const { viewer, now } = viewing;
  const { all, liaison } = careOf(viewer, cycle.programId, now);
  if (!all && !liaison) return { pairs: 0, tasks: 0, silent: 0, all };
  const rows = await listPairs(cycle, viewing, false);
  return {
    all,
    pairs: rows.length,
    tasks: rows.reduce((sum, { openTasks }) => sum + openTasks, 0),
    silent: rows.filter(({ health }) => health === 'silent').length,
  };
}

/** How many pairs this member looks after in a cycle, for the way to them. */
export const countOwnPairs = (cycleId: string, viewer: UserActor): Promise<number> =>
  db.match.count({
    where: {
      cycleId,
      liaisonId: viewer.userId,
      plan: { state: 'approved' },
      state: { in: [...LIVED] },
      ...openSides(viewer),
    },
  });
