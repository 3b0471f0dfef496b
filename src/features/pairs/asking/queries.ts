import { db, type Tx } from '@/db/client';
import { inForceAt } from '@/db/grants';
import { LEADS, type GrantRole } from '@/domain/actor';

const ROLES = { staff: ['administrator', 'staff'], chair: LEADS } as const satisfies Record<
  string,
  readonly GrantRole[]
>;
export type ConcernReader = keyof typeof ROLES;

type Two = { cycleId: string; mentor: { personId: string | null }; mentee: { personId: string | null } };

/**
 * Who would read a concern about this pair: nobody who is one of the two, or must not judge one of them.
 *
 * @param reader those of the office, or those who lead the committee
 */
export async function listReaders(two: Two, reader: ConcernReader, now: Date, tx: Tx | typeof db = db) {
  const people = [two.mentor.personId, two.mentee.personId].flatMap((id) => (id ? [id] : []));
  const cycle = await tx.cycle.findUniqueOrThrow({ where: { id: two.cycleId }, select: { programId: true } });
  return tx.user.findMany({
    where: {
      grants: { some: { programId: cycle.programId, role: { in: [...ROLES[reader]] }, ...inForceAt(now) } },
      personId: { notIn: people },
      conflicts: { none: { state: 'in_force', personId: { in: people } } },
    },
    select: { id: true, name: true, email: true, personId: true },
    orderBy: { id: 'asc' },
  });
}

/** The readers that can be chosen: those where there is somebody. */
export async function listReaderChoices(two: Two, now: Date): Promise<ConcernReader[]> {
  const found = [(await listReaders(two, 'staff', now)).length, (await listReaders(two, 'chair', now)).length];
  return (['staff', 'chair'] as const).filter((_, index) => (found[index] ?? 0) > 0);
}
