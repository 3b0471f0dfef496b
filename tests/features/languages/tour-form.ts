import { db } from '@/db/client';
import { makeSealedCopy } from '@/jobs/make-sealed-copy';
import { purgeIdentity } from '@/jobs/purge-identity';
import { asWorker } from '../../support/database';
import { NOW } from '../../support/factories';
import type { Page } from '../applications/browser';
import { LATER } from '../applications/sealed-cycle';
import type { Stop } from './tour-entry';
import { applied, codeIn, EMAIL, inDays, setMoment, visitor, walkForm } from './world';

const after = (page: Page) => page.path.split('?')[0] ?? '';

const draftId = async (): Promise<string> =>
  (await db.draft.findFirstOrThrow({ where: { email: EMAIL }, select: { id: true } })).id;
const applicationId = async (): Promise<string> =>
  (await db.application.findFirstOrThrow({ where: { email: EMAIL }, select: { id: true } })).id;

/** Pages of a form that is filled in. */
export const FORM: readonly Stop[] = [
  [
    'starting',
    async ({ prefix, code }) => {
      const [browser, base] = [visitor(), `${prefix}/apply/${code.toLowerCase()}`];
      return [
        ...(await Promise.all(['mentor', 'mentee', 'both'].map((role) => browser.get(`${base}/${role}`)))),
        await browser.post(`${base}/both`, { email: 'typed@wrong' }),
      ];
    },
  ],
  ['every page, empty and refused', (world) => walkForm(world, visitor())],
  [
    'every page of a mentor',
    async (world) => {
      const mentor = { ...world, base: world.base.replace('/mentee', '/mentor') };
      return walkForm(mentor, visitor());
    },
  ],
  [
    'the confidential page, whatever is done with it',
    async (world) => {
      const browser = visitor();
      await walkForm(world, browser);
      const path = `${world.base}/identity`;
      return [
        await browser.get(path),
        await browser.post(path, { identity_action: 'replace', step: 'read' }),
        await browser.post(path, {
          identity_action: 'replace',
          gender_wish: 'same',
          ethnicity_wish: 'same',
          step: 'read',
        }),
        await browser.post(path, { identity_action: 'keep', gender_own: 'woman', step: 'read' }),
        await browser.post(path, {
          identity_action: 'replace',
          gender_own: 'woman',
          gender_wish: 'man',
          ethnicity_own: ['asian', 'white'],
          ethnicity_wish: 'same',
          step: 'read',
        }),
        await visitor().post(path, {}),
      ];
    },
  ],
  [
    'saved, left, changed in two tabs, and away',
    async (world) => {
      const browser = visitor();
      await browser.post(world.base, { email: EMAIL });
      const page = await browser.get(`${world.base}/goals`);
      const pages = [
        await browser.fill(page, { goal_1: 'One.', go: 'later' }),
        await browser.fill(page, { goal_1: 'Two.', go: 'next' }),
        await browser.get(`${world.base}/address`),
        await browser.post(`${world.base}/address`, { email: 'typed@wrong' }),
        await browser.get(`${world.base}/help`),
        await browser.post(`${world.base}/help`, { help: 'yes' }),
        await browser.get(`${world.base}/check`),
      ];
      browser.forget();
      return [
        ...pages,
        await browser.post(after(page), { goal_1: 'Three goals.', modes: ['video'], rating_outreach: '3' }),
      ];
    },
  ],
  [
    'checked, not attested, sent, changed, and sent twice',
    async (world) => {
      const browser = visitor();
      const check = (await walkForm(world, browser)).at(-1);
      if (!check) return [];
      const pages = [check, await browser.fill(check, {}), await browser.fill(check, { attest: 'yes' })];
      const goals = await browser.get(`${world.base}/goals?return=check`);
      const changed = await browser.fill(goals, { goal_1: 'Another goal.', want_topics: ['writing'], go: 'next' });
      pages.push(await browser.fill(check, { attest: 'yes', revision: '999' }), changed);
      pages.push(await browser.fill(changed, { attest: 'yes', form_version: 'older' }), await browser.get(world.base));
      return [...pages, await browser.get(`${world.prefix}/status`)];
    },
  ],
  [
    'after the deadline, with grace and without',
    async (world) => {
      const browser = visitor();
      const check = (await walkForm(world, browser)).at(-1);
      const { closesAt } = await db.cycle.findUniqueOrThrow({ where: { id: world.cycleId } });
      await setMoment(new Date(closesAt.getTime() + 60_000));
      const pages = check ? [await browser.get(check.path), await browser.get(`${world.base}/check`)] : [];
      await setMoment(new Date(closesAt.getTime() + 3_600_000));
      pages.push(
        await browser.get(world.base),
        await browser.get(`${world.base}/check`),
        await visitor().get(world.base),
      );
      if (check) pages.push(await browser.fill(check, { attest: 'yes' }));
      pages.push(await browser.get(`${world.prefix}/status`));
      await setMoment(inDays(-60));
      pages.push(await visitor().get(world.base));
      await setMoment(NOW);
      return pages;
    },
  ],
];

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
        await browser.post(`${world.prefix}/status/choose/${id}`, {}),
        await browser.get(`${world.prefix}/status/letter/${id}`),
      ];
    },
  ],
];
