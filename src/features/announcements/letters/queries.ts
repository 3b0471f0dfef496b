import { z } from 'zod';
import type { Tx } from '@/db/client';
import { followUp } from '@/domain/letters/follow-up';
import type { ReleaseInput, ReleasePlan } from '@/domain/letters/release-plan';

const standingSchema = z.array(
  z.object({ applicationId: z.string(), kind: z.string(), partnerId: z.string().nullable() }),
);

/** After the first release only what changed since somebody's last letter is told, and to nobody else. */
export async function onlyNews(tx: Tx, cycleId: string, { whole, input }: { whole: ReleasePlan; input: ReleaseInput }) {
  const letters = await tx.letter.findMany({
    where: { release: { cycleId, state: { not: 'stopped' } } },
    select: { personId: true, standing: true },
    orderBy: { release: { requestedAt: 'asc' } },
  });
  // Released, and no letter on record: nobody knows what was told, so nothing is told again.
  if (letters.length === 0) return { ...whole, letters: [], outcomes: [] };
  const fallen = await tx.match.findMany({
    where: { cycleId, OR: [{ mentorAnswer: 'no' }, { menteeAnswer: 'no' }] },
    select: { mentorApplicationId: true, menteeApplicationId: true, mentorAnswer: true },
  });
  return followUp(whole, {
    told: new Map(letters.map(({ personId, standing }) => [personId, standingSchema.parse(standing)])),
    applications: input.applications,
    saidNo: new Set(
      fallen.map(({ mentorApplicationId, menteeApplicationId, mentorAnswer }) =>
        mentorAnswer === 'no'
          ? `${mentorApplicationId} ${menteeApplicationId}`
          : `${menteeApplicationId} ${mentorApplicationId}`,
      ),
    ),
  });
}
