import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { hashToken, newToken } from '@/lib/token';
import { createActor, createApplied, createTestCycle, NOW, type TestProgram } from '../../support/factories';

/** A match that was announced and waits for both answers, and the token of each one's link. */
export async function createLinkedMatch(program: TestProgram) {
  const { organizationId } = program;
  const cycle = await createTestCycle(program, { confirmation: 'both_after' });
  const chair = await createActor(program, 'chair');
  const [mentor] = await createApplied(program, cycle, { role: 'mentor', state: 'accepted' });
  const [mentee] = await createApplied(program, cycle, { role: 'mentee', state: 'accepted' });
  if (!mentor || !mentee) throw new Error('two people are needed');
  const planId = newId(NOW);
  const matchId = newId(NOW);
  await db.plan.create({
    data: {
      id: planId,
      organizationId,
      cycleId: cycle.id,
      number: 1,
      inputsHash: 'x',
      weights: {},
      totalFit: 1,
      matchedCount: 1,
      createdById: chair.userId,
      createdAt: NOW,
    },
  });
  await db.match.create({
    data: {
      id: matchId,
      organizationId,
      cycleId: cycle.id,
      planId,
      mentorApplicationId: mentor.applicationId,
      menteeApplicationId: mentee.applicationId,
      state: 'announced',
      fit: 1,
      reasons: [],
      safeReasons: [],
      createdAt: NOW,
    },
  });
  const tokens = { mentor: newToken(), mentee: newToken() };
  for (const [side, person] of [
    ['mentor', mentor.person],
    ['mentee', mentee.person],
  ] as const) {
    await db.token.create({
      data: {
        id: newId(NOW),
        purpose: 'confirm_match',
        tokenHash: hashToken(tokens[side]),
        email: person.email,
        subjectId: matchId,
        createdAt: NOW,
        expiresAt: new Date(NOW.getTime() + 7 * 86_400_000),
      },
    });
  }
  return { matchId, tokens };
}
