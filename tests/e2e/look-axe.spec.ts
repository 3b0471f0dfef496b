import { test } from '@playwright/test';
import { expectNoFaults } from './support/axe';
import { IN_REVIEW, query, readMail, signInAs } from './support/program';

// Pages with what `cycle.spec.ts` left behind: plans, letters, deliveries.
const committee = (path = '') => `/committee/${IN_REVIEW}${path}`;
const staff = (path = '') => `/staff/${IN_REVIEW}/announcement${path}`;

test('the committee after matching', async ({ page }) => {
  test.setTimeout(180_000);
  await signInAs(page, 'Marguerite');
  const [reviewed] = await query<{ id: string }>(
    `SELECT a.id::text FROM applications a JOIN cycles c ON c.id = a.cycle_id JOIN reviews r ON r.application_id = a.id
     JOIN users u ON u.id = r.reviewer_id WHERE c.code = $1 AND u.name LIKE 'Ximena%' ORDER BY a.id LIMIT 1`,
    [IN_REVIEW.toUpperCase()],
  );
  await expectNoFaults(page, [
    { name: 'home', path: committee() },
    { name: 'matching with plans', path: committee('/matching') },
    { name: 'plan, approved', path: committee('/matching/2') },
    {
      name: 'plan, a mentee',
      path: committee('/matching/1'),
      act: () => page.locator('main a[href*="mentee="]').first().click(),
    },
    {
      name: 'plan, all open',
      act: () => page.locator('main details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', ''))),
    },
    { name: 'compared', path: committee('/matching/compare?p=1&p=2') },
    { name: 'too few to compare', path: committee('/matching/compare?p=1') },
    { name: 'looked into', path: committee('/matching/2/report') },
    { name: 'grid', path: committee('/matching/2/grid') },
    { name: 'own pairing', path: committee('/matching/2/shadow') },
  ]);
  await signInAs(page, 'Ximena');
  await expectNoFaults(page, [{ name: 'application, after mine', path: committee(`/applications/${reviewed?.id}`) }]);
});

test('staff pages of the announcement', async ({ page }) => {
  test.setTimeout(180_000);
  await signInAs(page, 'Linus');
  await expectNoFaults(page, [
    { name: 'announcement', path: staff() },
    { name: 'template', path: staff('/templates/matched_mentee') },
    {
      name: 'template, wrong',
      act: async () => {
        await page.getByLabel('Letter', { exact: true }).fill('Dear {{nobody}}');
        await page.getByRole('button', { name: 'Save letter' }).click();
        await page.getByRole('alert').first().waitFor();
      },
    },
    { name: 'letter', path: staff(), act: () => page.locator('main a[href*="/letters/"]').first().click() },
    { name: 'release', path: staff('/release') },
    { name: 'deliveries', path: staff('/deliveries') },
  ]);
});

test('a pair answers', async ({ page }) => {
  test.setTimeout(90_000);
  const letters = (await readMail()).filter(({ subject }) => subject.startsWith('Your mentee for'));
  const link = /http:\/\/localhost:\d+(\/confirm\/[\w-]+)/.exec(letters[0]?.text ?? '')?.[1] ?? '';
  await expectNoFaults(page, [{ name: 'confirm', path: link }]);
});
