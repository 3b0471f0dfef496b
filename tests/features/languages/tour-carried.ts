import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { hashToken } from '@/lib/token';
import { createActor, NOW } from '../../support/factories';
import type { Stop } from './tour-entry';
import { applied, EMAIL, inDays, visitor, type World } from './world';

/** The tourist was told that there is no match; a link asks about the next cycle, or leads to the form begun there. */
async function waited(world: World) {
  const { id, role, organizationId, draftId } = await db.application.findFirstOrThrow({ where: { email: EMAIL } });
  const { userId } = await createActor({ organizationId, programId: world.programId }, 'staff');
  const [planId, releaseId] = [newId(NOW), newId(NOW)];
  const of = { organizationId, cycleId: world.cycleId };
  const made = { inputsHash: 'x', weights: {}, totalFit: 1, matchedCount: 0, createdById: userId, createdAt: NOW };
  await db.plan.create({ data: { id: planId, ...of, number: 1, ...made } });
  const sent = { letterCount: 1, holdMinutes: 10, state: 'done', requestedById: userId, requestedAt: NOW };
  await db.release.create({ data: { id: releaseId, ...of, planId, ...sent } });
  await db.outcome.create({
    data: { id: newId(NOW), organizationId, releaseId, applicationId: id, outcome: 'not_matched' },
  });
  await db.cycle.update({ where: { id: world.cycleId }, data: { releasedAt: inDays(-1) } });
  const link = async (purpose: string, subjectId: string) => {
    const token = `${purpose}-${role}`.padEnd(43, 'x');
    const kept = { id: newId(NOW), organizationId, purpose, email: EMAIL, subjectId, tokenHash: hashToken(token) };
    await db.token.create({ data: { ...kept, createdAt: NOW, expiresAt: inDays(9) } });
    return `${world.prefix}/carry/${token}`;
  };
  return { id, question: await link('carry', id), form: await link('carried', draftId ?? '') };
}

/** Being asked about the next cycle, as a mentee and as a mentor. */
export const CARRIED: readonly Stop[] = (['mentee', 'mentor'] as const).map((role) => [
  `the next cycle, as a ${role}`,
  async (world) => {
    const browser = await applied(world);
    const { id, question, form } = await waited(world);
    await db.application.update({ where: { id }, data: { role, places: role === 'mentor' ? 1 : 0 } });
    const status = () => browser.get(`${world.prefix}/status`);
    const pages = [await status(), await visitor().get(question)];
    pages.push(await visitor().post(question, { wanted: 'yes' }), await visitor().post(question, { wanted: 'no' }));
    pages.push(await browser.post(`${world.prefix}/status/carry/${id}`, { wanted: 'yes' }));
    await db.carryWish.updateMany({ data: { begunAt: NOW } });
    pages.push(await status(), await visitor().get(question), await visitor().get(form));
    return [...pages, await visitor().get(`${world.prefix}/carry/nothing`)];
  },
]);
