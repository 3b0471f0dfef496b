import { db } from '@/db/client';

const side = { select: { id: true, name: true, reference: true } } as const;

/** Whom this applicant must not be matched with because one of the two asked so. For staff only. */
export async function listParticipantVetoes(applicationId: string) {
  const rows = await db.pairRule.findMany({
    where: {
      source: 'participant',
      OR: [{ mentorApplicationId: applicationId }, { menteeApplicationId: applicationId }],
    },
    select: { id: true, reason: true, mentor: side, mentee: side },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(({ id, reason, mentor, mentee }) => {
    const other = mentor.id === applicationId ? mentee : mentor;
    return { id, reason, name: other.name, reference: other.reference ?? '' };
  });
}
export type ParticipantVeto = Awaited<ReturnType<typeof listParticipantVetoes>>[number];
