import { expect, test, type Page } from '@playwright/test';
import { fillPage, newApplicant, startForm } from './support/applicant';
import { expectNoFaults, faultsOf, type State } from './support/axe';
import { base, IN_REVIEW, mailTo, OPEN, signInAs } from './support/program';

// Pages as they are before a cycle's decisions; `look-axe.spec.ts` looks at what comes after.
const committee = (path = '') => `/committee/${IN_REVIEW}${path}`;

const PUBLIC: State[] = [
  { name: 'programs', path: '/' },
  { name: 'program, open', path: '/alcts-mentoring' },
  { name: 'program, in review', path: '/alsc-mentoring' },
  { name: 'questions', path: '/alcts-mentoring/questions/both' },
  { name: 'can I take part', path: '/alcts-mentoring/eligible/mentor' },
  {
    name: 'can I take part, no answer',
    path: '/alcts-mentoring/eligible/mentor',
    act: (page) => page.locator('main form button').first().click(),
  },
  {
    name: 'can I take part, no',
    path: '/alcts-mentoring/eligible/mentor',
    act: async (page) => {
      await page.getByLabel('No', { exact: true }).check();
      await page.locator('main form button').first().click();
    },
  },
  { name: 'tell me', path: '/alsc-mentoring/interest' },
  {
    name: 'tell me, wrong',
    path: '/alsc-mentoring/interest',
    act: (page) => page.locator('main form button').first().click(),
  },
  { name: 'tell me, ended link', path: '/interest/no-such-token' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'not found', path: '/no/such/page' },
  { name: 'start', path: `/apply/${OPEN}/mentee` },
  {
    name: 'start, wrong',
    path: `/apply/${OPEN}/mentee`,
    act: (page) => page.locator('main form button').first().click(),
  },
  { name: 'closed', path: `/apply/${IN_REVIEW}/mentee` },
  { name: 'resume', path: '/resume' },
  { name: 'resume, wrong', path: '/resume', act: (page) => page.locator('main form button').first().click() },
  { name: 'status, unknown', path: '/status' },
  { name: 'ended link', path: '/resume/no-such-token' },
  { name: 'ended confirmation', path: '/confirm/no-such-token' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'sign-in, wrong', path: '/sign-in', act: (page) => page.locator('main form button').first().click() },
  { name: 'demonstration', path: '/dev/sign-in' },
  { name: 'mail', path: '/dev/mail' },
];

test('faults that are planted are found', async ({ page }) => {
  await page.goto(`${base()}/accessibility`);
  await page.evaluate(() => {
    const [image, words] = [document.createElement('img'), document.createElement('p')];
    words.textContent = 'Too pale, and too wide.';
    Object.assign(words.style, { color: '#999', background: '#888', width: '360px' });
    document.querySelector('main')?.append(image, words);
  });
  const faults = (await faultsOf(page)).join('\n');
  for (const fault of ['desktop dark color-contrast', 'phone light image-alt', 'at 320 px'])
    expect(faults).toContain(fault);
});

test('public pages', async ({ page }) => {
  test.setTimeout(180_000);
  await expectNoFaults(page, PUBLIC);
});

test('the whole form, empty, wrong and filled, to the status page', async ({ page }) => {
  test.setTimeout(240_000);
  const { email, answers } = newApplicant('both');
  const states: State[] = [{ name: 'task list', act: () => startForm(page, 'both', email) }];
  const go = () =>
    page
      .getByRole('button', { name: /^(Save and continue|Continue)/ })
      .first()
      .click();
  const section = (key: string): State[] => [
    { name: `${key}, empty and wrong`, path: `/apply/${OPEN}/both/${key}`, act: go },
    { name: `${key}, filled`, path: `/apply/${OPEN}/both/${key}`, act: () => fillPage(page, answers), leave: go },
  ];
  for (const key of ['eligibility', 'about', 'work', 'skills', 'offer', 'goals', 'meeting'])
    states.push(...section(key));
  states.push(
    { name: 'identity', path: `/apply/${OPEN}/both/identity` },
    {
      name: 'identity, wrong',
      act: async () => (await page.locator('[name=gender_wish][value=same]').check({ force: true }), go()),
    },
    {
      name: 'read back',
      act: async () => (await page.locator('[name=gender_own]').first().check({ force: true }), go()),
      leave: () => page.getByRole('button', { name: 'Seal these answers' }).click(),
    },
    ...section('more'),
    { name: 'check', path: `/apply/${OPEN}/both/check` },
    { name: 'check, wrong', act: () => page.getByRole('button', { name: /^Send/ }).click() },
    {
      name: 'sent',
      act: async () => (
        await page.getByRole('checkbox').last().check(),
        page.getByRole('button', { name: /^Send/ }).click()
      ),
    },
    {
      name: 'resume link',
      act: async () =>
        void (await page.goto(
          /(http:\/\/localhost:\d+\/resume\/[\w-]+)/.exec(
            (await mailTo(email, /We have your application/)).text,
          )?.[1] ?? '',
        )),
      leave: () => page.locator('main form button').first().click(),
    },
    { name: 'status', path: '/status' },
    { name: 'ask for funding', path: `/status/funding/${OPEN}` },
    { name: 'ask for funding, wrong', act: () => page.locator('main form button').first().click() },
    {
      name: 'asked',
      act: async () => {
        await page.locator('[name=why]').fill('Dues are two days of my pay.');
        await page.locator('[name=use]').fill('I would join the outreach group.');
        await page.locator('[name=could_join][value=no]').check();
        await page.locator('[name=promise]').check();
        await page.locator('main form button').first().click();
      },
    },
    { name: 'take it back', path: `/status/funding/${OPEN}/withdraw` },
    { name: 'status, asked', path: '/status' },
    {
      name: 'withdraw',
      act: () =>
        page
          .getByRole('link', { name: /withdraw/i })
          .first()
          .click(),
    },
    { name: 'one mail', path: '/dev/mail', act: () => page.locator('main a').first().click() },
  );
  await expectNoFaults(page, states);
});

test('codes', async ({ page }) => {
  test.setTimeout(90_000);
  const ask = (address: string) => async () => {
    await page.locator('main [name=email]').fill(address);
    await page.locator('main form button').first().click();
  };
  const again = () => page.locator('main form button').first().click();
  await expectNoFaults(page, [
    { name: 'sign-in code', path: '/sign-in', act: ask('nobody@example.test') },
    { name: 'sign-in code, wrong', act: again },
    { name: 'resume code', path: '/resume', act: ask('nobody@example.test') },
    { name: 'resume code, wrong', act: again },
  ]);
});

/** Opens everything that is folded away on the page. */
const unfold = (page: Page) =>
  page.locator('main details').evaluateAll((all) => {
    for (const one of all) one.setAttribute('open', '');
  });

test('the committee before its decisions', async ({ page }) => {
  test.setTimeout(180_000);
  await signInAs(page, 'Ximena');
  await expectNoFaults(page, [
    { name: 'reviewer’s home', path: committee() },
    { name: 'inbox, to do', path: committee('/applications?mine=todo') },
    { name: 'application, before mine', act: () => page.locator('main table a').last().click() },
    { name: 'review, wrong', act: () => page.getByRole('button', { name: 'Save', exact: true }).click() },
    { name: 'inbox, nothing found', path: committee('/applications?q=nobody-of-this-name') },
    { name: 'no such page', path: committee('/no-such') },
  ]);
  await signInAs(page, 'Marguerite');
  await expectNoFaults(page, [
    { name: 'chair’s home', path: committee() },
    { name: 'all cycles', path: '/committee?all=1' },
    { name: 'inbox', path: committee('/applications?mine=all') },
    { name: 'application, chair', act: () => page.locator('main table a').first().click() },
    { name: 'several at once', path: committee('/applications/together?mine=all&move=hold&of=all') },
    { name: 'several at once, none chosen', path: committee('/applications/together?move=accept') },
    { name: 'done to several', path: committee('/applications/together/done') },
    { name: 'find', path: committee('/find?q=an') },
    { name: 'find, nothing', path: committee('/find?q=nobody-of-this-name') },
    { name: 'finder', path: committee(), act: () => page.keyboard.press('Control+k') },
    { name: 'on paper', path: committee('/print?mine=all&state=submitted') },
    { name: 'views and keys', path: committee('/applications?mine=all'), act: () => unfold(page) },
    { name: 'matching, no plan', path: committee('/matching') },
  ]);
  await expect(page.locator('main')).toContainText('No plan yet');
});
