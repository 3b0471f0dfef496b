import { db } from '@/db/client';
import { makeSealedCopy } from '@/jobs/make-sealed-copy';
import { purgeIdentity } from '@/jobs/purge-identity';
import { newId } from '@/lib/id';
import { asWorker } from '../../support/database';
import { LATER } from '../applications/sealed-cycle';
import type { Stop } from './tour-entry';
import { askIn, offerIn } from './tour-funding';
import { applied, codeIn, EMAIL, setMoment, visitor, walkForm } from './world';

const draftId = async (): Promise<string> =>
  (await db.draft.findFirstOrThrow({ where: { email: EMAIL }, select: { id: true } })).id;
const applicationId = async (): Promise<string> =>
  (await db.application.findFirstOrThrow({ where: { email: EMAIL }, select: { id: true } })).id;

/** Pages of somebody who sent a form and proved the address. */
export const SENT: readonly Stop[] = [
  [
    'status, what others see, and withdrawing',
    async (world) => {
      const browser = await applied(world);
      const id = await applicationId();
      const path = `${world.prefix}/status/withdraw/${id}`;
      return [
        await browser.get(`${world.base}/sent`),
        await browser.get(`${world.prefix}/status`),
        await browser.get(`${world.prefix}/status/seen/${id}`),
        await browser.get(path),
        await browser.post(path, {}),
        await browser.get(`${world.prefix}/status?chosen=1`),
      ];
    },
  ],
  [
    'confidential answers read, removed, erased, deleted',
    async (world) => {
      const browser = await applied(world);
      for (const purpose of ['matching', 'replay', 'rotation', 'statistics', 'statistics', 'another'])
        await world.read(purpose);
      await setMoment(LATER);
      const path = `${world.prefix}/status/confidential/${await draftId()}`;
      const pages = [await browser.get(path), await browser.post(path, {})];
      const remove = { identity_action: 'remove', step: 'seal', return: 'status' };
      pages.push(await browser.post(`${world.base}/identity`, remove), await browser.post(path, { erase: 'yes' }));
      const { identityDeleteOn } = await db.cycle.findUniqueOrThrow({ where: { id: world.cycleId } });
      const purged = new Date(identityDeleteOn.getTime() + 60_000);
      await asWorker(() => purgeIdentity(world.ring, purged));
      return [...pages, await browser.get(path), await browser.get(`${world.prefix}/status`)];
    },
  ],
  [
    'a copy of everything',
    async (world) => {
      const browser = await applied(world);
      await offerIn(world);
      await askIn(world, browser);
      const path = `${world.prefix}/status/copy`;
      const pages = [await browser.get(path), await browser.post(path, {})];
      const mail = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'sign_in' }, orderBy: { id: 'desc' } });
      pages.push(await browser.post(path, { code: '1' }), await browser.post(path, { code: 'ABCD2345' }));
      const waiting = await browser.post(path, { code: codeIn(mail.text) });
      const [copy] = await db.sealedCopy.findMany();
      if (copy)
        await asWorker(() => makeSealedCopy({ copyId: copy.id }, { ring: world.ring, breakGlass: false }, LATER));
      pages.push(waiting, await browser.get(waiting.path));
      return [...pages, await browser.post(waiting.path, {}), await browser.post(waiting.path, {})];
    },
  ],
  [
    'a question of the committee',
    async (world) => {
      const browser = await applied(world);
      const id = await applicationId();
      const { organizationId, cycleId, personId } = await db.application.findUniqueOrThrow({ where: { id } });
      // Any user may have asked: who it was stands nowhere.
      const userId = newId(LATER);
      const user = { id: userId, organizationId, personId: personId ?? '', email: 'asker@example.test', name: 'Asker' };
      await db.user.create({ data: { ...user, createdAt: LATER } });
      const questionId = newId(LATER);
      const question = { id: questionId, organizationId, applicationId: id, askedById: userId, question: '1?' };
      await db.applicantQuestion.create({ data: { ...question, askedAt: LATER } });
      await db.application.update({ where: { id, cycleId }, data: { state: 'needs_information' } });
      const path = `${world.prefix}/status/answer/${questionId}`;
      const pages = [await browser.get(`${world.prefix}/status`), await browser.get(path)];
      pages.push(await browser.post(path, { answer: '' }), await browser.post(path, { answer: '1 '.repeat(301) }));
      return [...pages, await browser.post(path, { answer: '4' })];
    },
  ],
  [
    'erasing everything',
    async (world) => {
      const browser = await applied(world);
      const path = `${world.prefix}/status/erase`;
      const pages = [await browser.get(path), await browser.post(path, {})];
      const mail = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'sign_in' }, orderBy: { id: 'desc' } });
      pages.push(await browser.post(path, { code: '1' }), await browser.post(path, { code: 'ABCD2345', sure: 'yes' }));
      return [...pages, await browser.post(path, { code: codeIn(mail.text), sure: 'yes' }), await visitor().get(path)];
    },
  ],
  [
    'not proven yet, and a duplicate',
    async (world) => {
      await applied(world);
      const browser = visitor();
      const check = (await walkForm(world, browser)).at(-1);
      const sent = check ? [await browser.fill(check, { attest: 'yes' })] : [];
      const { id } = await db.draft.findFirstOrThrow({ where: { email: EMAIL, duplicateAt: { not: null } } });
      return [
        ...sent,
        await browser.get(`${world.prefix}/status`),
        await browser.get(`${world.prefix}/status/copy`),
        await browser.get(`${world.prefix}/status/erase`),
        await browser.post(`${world.prefix}/status/choose/${id}`, {}),
        await browser.get(`${world.prefix}/status/letter/${id}`),
      ];
    },
  ],
];
