import { db, type Tx } from '@/db/client';
import { inForceAt } from '@/db/grants';
import { LEADS, type GrantRole } from '@/domain/actor';
import { CONCERN_READERS, type ConcernReader } from '@/domain/pair-task';

const ROLES = {
  staff: ['administrator', 'staff'],
  chair: LEADS,
  officer: ['concern_officer'],
} as const satisfies Record<ConcernReader, readonly GrantRole[]>;

type Two = { cycleId: string; mentor: { personId: string | null }; mentee: { personId: string | null } };

/**
 * Who would read a concern about this pair: nobody who is one of the two, or must not judge one of them.
 *
 * @param reader those of the office, those who lead the committee, or the officers for concerns
 */
export async function listReaders(two: Two, reader: ConcernReader, now: Date, tx: Tx | typeof db = db) {
  const people = [two.mentor.personId, two.mentee.personId].flatMap((id) => (id ? [id] : []));
  const program = { cycles: { some: { id: two.cycleId } } };
  return tx.user.findMany({
    where: {
      grants: { some: { program, role: { in: [...ROLES[reader]] }, ...inForceAt(now) } },
      personId: { notIn: people },
      conflicts: { none: { state: 'in_force', personId: { in: people } } },
    },
    select: { id: true, name: true, email: true, personId: true },
    orderBy: { id: 'asc' },
  });
}

/** The readers that can be chosen, with their names: those where there is somebody. */
export async function listReaderChoices(two: Two, now: Date) {
  const choices: { reader: ConcernReader; names: string[] }[] = [];
  for (const reader of CONCERN_READERS) {
    const names = (await listReaders(two, reader, now)).map(({ name }) => name);
    if (names.length > 0) choices.push({ reader, names });
  }
  return choices;
}
export type ReaderChoice = Awaited<ReturnType<typeof listReaderChoices>>[number];
