import { expect, test } from '@playwright/test';
import { expectNoFaults, type State } from './support/axe';
import { base, IN_REVIEW, OPEN, query, readMail, signInAs } from './support/program';

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
    { name: 'onto the ballot', path: committee('/matching/1/ballot') },
    { name: 'ballot, approved', path: committee('/ballot/1') },
    { name: 'ballot, nothing without my vote', path: committee('/ballot/1?show=todo') },
    { name: 'consent agenda', path: committee('/ballot/1/consent') },
    { name: 'meeting, over', path: committee('/ballot/1/meeting') },
    { name: 'minutes', path: committee('/ballot/1/minutes') },
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

test('staff pages of a program', async ({ page }) => {
  test.setTimeout(180_000);
  page.setDefaultTimeout(20_000);
  await signInAs(page, 'Rosalind');
  const told = (words: string) => async () => {
    await page.getByRole('button', { name: words }).click();
    await page.getByRole('alert').first().waitFor();
  };
  await expectNoFaults(page, [
    {
      name: 'program page, wrong',
      path: '/staff/programs/alcts-mentoring/words',
      act: async () => (await page.getByLabel('Promise', { exact: true }).fill(''), told('Save the program page')()),
    },
    { name: 'program', path: '/staff/programs/alcts-mentoring' },
    { name: 'answers', path: `/staff/${OPEN}/answers` },
    { name: 'roles', path: '/staff/programs/alcts-mentoring/members' },
    { name: 'roles, wrong', act: told('Give the role and mail them') },
    { name: 'new cycle', path: '/staff/programs/alcts-mentoring/new-cycle' },
    {
      name: 'new cycle, wrong',
      path: '/staff/programs/alcts-mentoring/new-cycle?template=alcts-2017&opens=2031-04-07',
      act: told('Set up this cycle'),
    },
    {
      name: 'days, wrong',
      path: `/staff/${OPEN}/days`,
      act: async () => (await page.getByLabel('The program ends').fill('2020-01-01'), told('Move the days')()),
    },
  ]);
});

/** Those whose page has fields of its own; the other kinds share the first one's. */
const KINDS = ['text', 'number', 'one', 'place', 'grid', 'consent', 'file'];

test('staff pages of the form', async ({ page }) => {
  test.setTimeout(240_000);
  page.setDefaultTimeout(20_000);
  await signInAs(page, 'Linus');
  const form = (path = '') => `/staff/${OPEN}/form${path}`;
  const told = (words: string) => async () => {
    await page.getByRole('button', { name: words }).click();
    await page.getByRole('alert').first().waitFor();
  };
  const kinds = KINDS.map((type): State => ({
    name: `new ${type}`,
    path: form(`/question?section=more&type=${type}`),
  }));
  const go = () => page.locator('main form button').first().click();
  await expectNoFaults(page, [
    { name: 'form, in use', path: form() },
    { name: 'frameworks, wrong', path: form('/frameworks'), act: told('Keep this framework') },
    { name: 'version 2', path: form('/versions/2') },
    {
      name: 'form, in work',
      path: form(),
      act: async () => {
        await page.getByRole('button', { name: 'Start a new version' }).click();
        await page.getByRole('heading', { name: 'Version 3 is in work' }).waitFor();
      },
    },
    { name: 'nothing to publish', act: told('Publish version 3') },
    { name: 'kinds', path: form('/question?section=more') },
    ...kinds,
    { name: 'question', path: form('/question?name=want_topics') },
    {
      name: 'question, wrong',
      act: async () => (await page.getByLabel('Choices', { exact: true }).fill(''), told('Save question')()),
    },
    { name: 'section', path: form('/section') },
    { name: 'section, wrong', act: told('Save section') },
    {
      name: 'statement, wrong',
      path: form(),
      act: async () => (await page.getByLabel('Statement', { exact: true }).fill('Yes'), told('Save statement')()),
    },
    {
      name: 'form, not ready',
      path: form('/section'),
      act: async () => {
        await page.getByLabel('Title', { exact: true }).fill('Without a question');
        await page.getByRole('button', { name: 'Save section' }).click();
        await page.getByRole('heading', { name: 'Before it can be published' }).waitFor();
      },
    },
    { name: 'trial', path: form('/trial/both') },
    { name: 'trial, wrong', act: go },
    { name: 'trial, no such role', path: form('/trial/nobody') },
    {
      name: 'form, thrown away',
      path: form(),
      act: async () => {
        await page.getByRole('button', { name: 'Throw version 3 away' }).click();
        await page.getByRole('status').waitFor();
      },
    },
  ]);
  for (const path of ['/staff/%00/form', '/alcts-mentoring%00', '/apply/%00/mentee/more'])
    expect((await page.request.get(base() + path)).status()).toBe(404);
});

test('a pair answers', async ({ page }) => {
  test.setTimeout(90_000);
  const letters = (await readMail()).filter(({ subject }) => subject.startsWith('Your mentee for'));
  const link = /http:\/\/localhost:\d+(\/confirm\/[\w-]+)/.exec(letters[0]?.text ?? '')?.[1] ?? '';
  await expectNoFaults(page, [{ name: 'confirm', path: link }]);
});
