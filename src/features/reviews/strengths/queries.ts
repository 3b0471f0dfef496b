import { db, type Tx } from '@/db/client';
import { areasAtStake } from '@/domain/expertise';
import { areasOf } from '@/domain/forms/frameworks';
import { ROLES } from '@/domain/mentoring';
import { answersSchema } from '@/features/applications/schema';
import { getForm } from '@/features/forms/queries';

/** The areas of work that the cycle's form asks about, in its order. */
export async function listAreas(cycleId: string, tx: Tx | typeof db = db) {
  const { formVersion } = await tx.cycle.findUniqueOrThrow({ where: { id: cycleId }, select: { formVersion: true } });
  return areasOf([await getForm(formVersion)]);
}

/** What one member says they know well; empty when they said nothing. */
export const strengthsOf = async (programId: string, userId: string): Promise<readonly string[]> =>
  (
    await db.reviewerStrength.findUnique({
      where: { programId_userId: { programId, userId } },
      select: { areas: true },
    })
  )?.areas ?? [];

/** Areas by member, of those who named any. */
export async function listStrengths(
  programId: string,
  tx: Tx | typeof db = db,
): Promise<Map<string, readonly string[]>> {
  const rows = await tx.reviewerStrength.findMany({ where: { programId }, select: { userId: true, areas: true } });
  return new Map(rows.filter(({ areas }) => areas.length > 0).map(({ userId, areas }) => [userId, areas]));
}

/** What each of these applications is about. Their answers are read for nothing else. */
export async function listStakes(cycleId: string, ids: readonly string[], tx: Tx | typeof db = db) {
  const areas = (await listAreas(cycleId, tx)).map(({ value }) => value);
  const rows = await tx.application.findMany({
    where: { cycleId, id: { in: [...ids] } },
    select: { id: true, role: true, answers: true },
  });
  return new Map(
    rows.map(({ id, role, answers }) => {
      const known = ROLES.find((one) => one === role) ?? 'mentee';
      return [id, areasAtStake(known, answersSchema.parse(answers), areas)];
    }),
  );
}
