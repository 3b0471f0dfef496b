import { db } from '@/db/client';
import { NOW } from '../../support/factories';
import type { Page } from '../applications/browser';
import type { Stop } from './tour-entry';
import { EMAIL, inDays, setMoment, visitor, walkForm } from './world';

const after = (page: Page) => page.path.split('?')[0] ?? '';

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
        await browser.post(`${world.base}/taken-out`, { own_words: 'Two.' }),
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
