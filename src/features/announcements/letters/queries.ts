import { z } from 'zod';
import type { Tx } from '@/db/client';
import { followUp } from '@/domain/letters/follow-up';
import type { ReleaseInput, ReleasePlan } from '@/domain/letters/release-plan';

const standingSchema = z.array(
  z.object({ applicationId: z.string(), kind: z.string(), partnerId: z.string().nullable() }),
);

/** Letters that were written, earliest first. @param personId only this person's */
const listTold = (tx: Tx, cycleId: string, personId?: string) =>
  tx.letter.findMany({
    where: { release: { cycleId, state: { not: 'stopped' } }, ...(personId ? { personId } : {}) },
    select: { personId: true, standing: true },
    orderBy: { release: { requestedAt: 'asc' } },
  });

/** Applications that a letter to this person can be about: theirs, and those of everybody they are or were matched with. */
export async function listAround(tx: Tx, cycleId: string, personId: string): Promise<string[]> {
  const own = await tx.application.findMany({ where: { cycleId, personId }, select: { id: true } });
  const among = { in: own.map(({ id }) => id) };
  const matches = await tx.match.findMany({
    where: { cycleId, OR: [{ mentorApplicationId: among }, { menteeApplicationId: among }] },
    select: { mentorApplicationId: true, menteeApplicationId: true },
  });
  const told = (await listTold(tx, cycleId, personId)).flatMap(({ standing }) => standingSchema.parse(standing));
  return [
    ...among.in,
    ...matches.flatMap(({ mentorApplicationId, menteeApplicationId }) => [mentorApplicationId, menteeApplicationId]),
    ...told.flatMap(({ partnerId }) => partnerId ?? []),
  ];
}

/** After the first release only what changed since somebody's last letter is told, and to nobody else. */
export async function onlyNews(tx: Tx, cycleId: string, { whole, input }: { whole: ReleasePlan; input: ReleaseInput }) {
  const letters = await listTold(tx, cycleId);
  // Released, and no letter on record: nobody knows what was told, so nothing is told again.
  if (letters.length === 0) return { ...whole, letters: [], outcomes: [] };
  const fallen = await tx.match.findMany({
    where: { cycleId, OR: [{ mentorAnswer: 'no' }, { menteeAnswer: 'no' }] },
    select: { mentorApplicationId: true, menteeApplicationId: true, mentorAnswer: true },
  });
  return followUp(whole, {
    told: new Map(letters.map(({ personId, standing }) => [personId, standingSchema.parse(standing)])),
    applications: new Map(input.applications.map((application) => [application.id, application])),
    saidNo: new Set(
      fallen.map(({ mentorApplicationId, menteeApplicationId, mentorAnswer }) =>
        mentorAnswer === 'no'
          ? `${mentorApplicationId} ${menteeApplicationId}`
          : `${menteeApplicationId} ${mentorApplicationId}`,
      ),
    ),
  });
}
