import { db } from '@/db/client';
import { FUNDING_STATES } from '@/domain/funding';
import { newId } from '@/lib/id';
import { NOW } from '../../support/factories';
import { ANSWERS, type Browser, type Page } from '../applications/browser';
import { CLOSED, createOffer } from '../funding/offer';
import type { Stop } from './tour-entry';
import { applied, EMAIL, visitor, walkForm, type World } from './world';

const ASKED = { why: 'Two.', use: 'own words', could_join: 'yes', promise: 'yes' };
const SELF = { self_description: 'Three goals.', self_consent: 'yes' };

const pathIn = ({ prefix, code }: World) => `${prefix}/status/funding/${code.toLowerCase()}`;

/** Funded memberships in the cycle of this world, one of them or two. */
export async function offerIn({ programId, cycleId }: World, slots = 2): Promise<void> {
  const { organizationId } = await db.program.findUniqueOrThrow({ where: { id: programId } });
  const id = await createOffer(organizationId, cycleId);
  await db.fundingOffer.update({ where: { id }, data: { slots } });
}
export const askIn = (world: World, browser: Browser): Promise<Page> =>
  browser.post(pathIn(world), { ...ASKED, ...SELF, version: '0' });

/** What was promised: still to do, looked for in vain, told, and met. */
async function owe(): Promise<string> {
  const { id: requestId, organizationId } = await db.fundingRequest.findFirstOrThrow();
  const row = { organizationId, requestId, title: 'Help at an event', dueOn: new Date('2030-09-01T00:00:00Z') };
  const told = { note: 'own words', reportedAt: NOW };
  const states = [{}, { note: 'Two.' }, told, { ...told, metAt: NOW }];
  const data = states.map((state, index) => ({ ...row, ...state, id: newId(NOW), position: index + 1 }));
  await db.fundingObligation.createMany({ data });
  return data[0]?.id ?? '';
}

/** Pages about funded memberships. */
export const FUNDED: readonly Stop[] = [
  [
    'no member, while memberships are offered',
    async (world) => {
      await offerIn(world);
      const must = [{ key: 'member', kind: 'must', text: 'Mentees are members of the association.' }];
      await db.program.updateMany({ data: { eligibility: { mentor: [], mentee: must } } });
      const browser = visitor();
      await browser.post(world.base, { email: EMAIL });
      const form = await browser.get(`${world.base}/eligibility`);
      const stopped = await browser.fill(form, { ...ANSWERS.eligibility, member: 'no', go: 'next' });
      const precheck = `${world.prefix}/${world.slug}/eligible/mentee`;
      return [
        await browser.post(precheck, { member: 'no', adult: 'yes' }),
        stopped,
        await browser.fill(stopped, { membership_funding: 'yes', go: 'next' }),
        await browser.get(`${world.base}/eligibility`),
      ];
    },
  ],
  [
    'asking for a funded membership',
    async (world) => {
      await offerIn(world);
      const browser = await applied(world);
      const path = pathIn(world);
      return [
        await browser.get(`${world.base}/sent`),
        await browser.get(`${world.prefix}/status`),
        await browser.get(path),
        await browser.post(path, {}),
        await browser.post(path, { ...ASKED, why: 'Two. '.repeat(151), ...SELF, self_consent: '' }),
        await askIn(world, browser),
        await askIn(world, browser),
        await browser.get(`${path}/withdraw`),
        await browser.post(path, { step: 'erase' }),
        await browser.post(`${path}/withdraw`, {}),
        await browser.get(path),
      ];
    },
  ],
  [
    'what became of a request',
    async (world) => {
      await offerIn(world, 1);
      const browser = await applied(world);
      const path = pathIn(world);
      await askIn(world, browser);
      const obligation = await owe();
      const pages: Page[] = [];
      for (const state of FUNDING_STATES) {
        await db.fundingRequest.updateMany({ data: { state } });
        pages.push(await browser.get(`${world.prefix}/status`), await browser.get(path));
      }
      // A membership that went to somebody else leaves nothing to tell.
      pages.push(await browser.post(path, { step: 'report', obligation, done: 'own words' }));
      await db.fundingRequest.updateMany({ data: { state: 'awarded' } });
      for (const done of ['', 'Two.'.repeat(126), 'own words'])
        pages.push(await browser.post(path, { step: 'report', obligation, done }));
      return [...pages, await browser.get(`${path}/withdraw`)];
    },
  ],
  [
    'a membership that cannot be asked for',
    async (world) => {
      await offerIn(world);
      const path = pathIn(world);
      const unproven = visitor();
      const check = (await walkForm(world, unproven)).at(-1);
      if (check) await unproven.fill(check, { attest: 'yes' });
      const pages = [await visitor().get(path), await unproven.get(path)];
      await db.fundingOffer.updateMany({ data: { closesAt: NOW } });
      const browser = await applied(world);
      pages.push(await browser.get(path));
      await db.fundingOffer.updateMany({ data: { closesAt: CLOSED } });
      await askIn(world, browser);
      await db.fundingOffer.updateMany({ data: { closesAt: NOW } });
      pages.push(await browser.post(path, { ...ASKED, version: '1' }));
      await db.application.updateMany({
        where: { submittedAt: { not: null } },
        data: { state: 'withdrawn', withdrawnAt: NOW },
      });
      pages.push(await browser.post(path, { ...ASKED, version: '1' }));
      await db.fundingRequest.deleteMany();
      return [...pages, await browser.get(path)];
    },
  ],
];
