import { signedColumns } from '@/mail/compose';
import { db } from '@/db/client';

/** In whose name the mails go: the newest cycle that the person has to do with; null when there is nothing to erase. */
export async function findEraseGround(personId: string, email: string) {
  const found = await db.application.findFirst({
    where: { OR: [{ personId }, { personId: null, email }] },
    select: {
      organizationId: true,
      language: true,
      cycle: {
        select: { program: { select: signedColumns } },
      },
    },
    orderBy: { id: 'desc' },
  });
  return found;
}
export type EraseGround = NonNullable<Awaited<ReturnType<typeof findEraseGround>>>;
