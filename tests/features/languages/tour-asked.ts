import { db } from '@/db/client';
import { TOPICS } from '@/domain/mentoring';
import { newId } from '@/lib/id';
import { hashToken, newToken } from '@/lib/token';
import { NOW } from '../../support/factories';
import { createLinkedMatch } from '../pairs/linked-match';
import type { Stop } from './tour-entry';
import { inDays, visitor } from './world';

/** Pages that a mentor sees before anybody is told. */
export const ASKED: readonly Stop[] = [
  [
    'a mentor is asked first',
    async (world) => {
      const { organizationId } = await db.program.findUniqueOrThrow({ where: { id: world.programId } });
      await createLinkedMatch({ organizationId, programId: world.programId });
      const match = await db.match.findFirstOrThrow({ where: { state: 'announced' } });
      const { cycleId, mentorApplicationId, menteeApplicationId } = match;
      await db.match.update({
        where: { id: match.id },
        data: { state: 'approved', safeReasons: [`Shared topics: ${TOPICS[0]?.label}.`, 'own words'] },
      });
      const { createdById } = await db.plan.findUniqueOrThrow({ where: { id: match.planId } });
      await db.plan.update({
        where: { id: match.planId },
        data: { state: 'approved', verified: true, approvedById: createdById, approvedAt: NOW },
      });
      const [id, token] = [newId(NOW), newToken()];
      const two = { mentorApplicationId, menteeApplicationId };
      await db.proposal.create({
        data: { id, organizationId, cycleId, ...two, askedAt: NOW, answerBy: inDays(7) },
      });
      const link = { purpose: 'proposal', tokenHash: hashToken(token), email: 'mentor@example.test', subjectId: id };
      await db.token.create({ data: { id: newId(NOW), ...link, createdAt: NOW, expiresAt: inDays(7) } });
      const [browser, path] = [visitor(), `${world.prefix}/proposal/${token}`];
      const pages = [await browser.get(path), await browser.post(path, { answer: 'yes' }), await browser.get(path)];
      const last = [await browser.post(path, { answer: 'no' }), await browser.get(path)];
      return [...pages, ...last, await browser.get(`${world.prefix}/proposal/nothing`)];
    },
  ],
];
