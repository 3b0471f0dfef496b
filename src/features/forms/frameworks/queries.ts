import { db } from '@/db/client';
import { ALSC_2015, type Framework } from '@/domain/forms/frameworks';
import { areasSchema } from './schema';

/** What forms of an organization can have people rate themselves in, the standard one first. */
export async function listFrameworks(organizationId: string): Promise<Framework[]> {
  const rows = await db.framework.findMany({
    where: { organizationId },
    select: { key: true, name: true, areas: true },
    orderBy: { createdAt: 'asc' },
  });
  return [ALSC_2015, ...rows.map(({ areas, ...row }) => ({ ...row, areas: areasSchema.parse(areas) }))];
}

/** The framework of a cycle's organization with this key; the standard one for any that is not known. */
export async function findFramework(cycleId: string, key: string): Promise<Framework> {
  const { organizationId } = await db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: { organizationId: true },
  });
  return (await listFrameworks(organizationId)).find((one) => one.key === key) ?? ALSC_2015;
}
