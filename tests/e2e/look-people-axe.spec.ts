import { test, type Page } from '@playwright/test';
import { expectNoFaults } from './support/axe';
import { IN_REVIEW, OPEN, signInAs } from './support/program';

const told = (page: Page, button: string) => async () => {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('alert').first().waitFor();
};

test('who can take part, late links and people twice', async ({ page }) => {
  test.setTimeout(180_000);
  await signInAs(page, 'Linus');
  await expectNoFaults(page, [
    { name: 'who can take part', path: `/staff/${IN_REVIEW}/eligibility` },
    {
      name: 'roster, no file',
      act: () => page.getByRole('button', { name: 'Read roster' }).click(),
    },
    {
      name: 'roster, read',
      path: `/staff/${IN_REVIEW}/eligibility`,
      act: async () => {
        const buffer = Buffer.from('Email,Valid until\nada@example.test,2031-01-01\nnobody,\nold@example.test,soon\n');
        await page.getByLabel('A CSV file').setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer });
        await page.getByRole('button', { name: 'Read roster' }).click();
        await page.getByRole('heading', { name: /members are taken/ }).waitFor();
      },
    },
    { name: 'with a roster', path: `/staff/${IN_REVIEW}/eligibility` },
    { name: 'rules, wrong', path: `/staff/${OPEN}/eligibility`, act: emptyRule(page) },
    { name: 'waiver, wrong', path: `/staff/${OPEN}/eligibility`, act: told(page, 'Let this person apply') },
    { name: 'late link, wrong', path: `/staff/${OPEN}/eligibility`, act: told(page, 'Mail the late link') },
    { name: 'people twice', path: `/staff/${IN_REVIEW}/people/twice` },
    { name: 'people twice, nobody', path: `/staff/${OPEN}/people/twice` },
  ]);
});

test('helping somebody', async ({ page }) => {
  test.setTimeout(180_000);
  await signInAs(page, 'Linus');
  await expectNoFaults(page, [
    { name: 'people', path: `/staff/${IN_REVIEW}/people` },
    { name: 'people, nobody found', path: `/staff/${IN_REVIEW}/people?q=nobody-at-all` },
    { name: 'write down, wrong', path: `/staff/${OPEN}/people/enter`, act: told(page, 'Begin the form and mail them') },
    { name: 'a form begun for somebody', path: `/staff/${OPEN}/people/enter`, act: begin(page) },
    {
      name: 'one page of it, wrong',
      act: async () => {
        await page.getByRole('link', { name: 'About you' }).click();
        await page.getByRole('button', { name: 'Save and continue' }).click();
      },
    },
    {
      name: 'read it over',
      act: async () => {
        await page.getByRole('link', { name: 'Back to the person' }).click();
        await page.getByRole('link', { name: 'Read it over and send it' }).click();
      },
    },
    {
      name: 'one person',
      path: `/staff/${IN_REVIEW}/people?show=sent`,
      act: async () => {
        await page.locator('tbody').getByRole('link').first().click();
        await page.getByRole('heading', { name: 'What was said', exact: true }).waitFor();
        await told(page, 'Keep it')();
      },
    },
    {
      name: 'what they sent, changed without a reason',
      act: async () => {
        await page.getByRole('link', { name: 'About you' }).click();
        await page.getByRole('button', { name: 'Save and tell the person' }).click();
      },
    },
  ]);
});

test('funded memberships', async ({ page }) => {
  test.setTimeout(240_000);
  await signInAs(page, 'Ottoline');
  const open = (name: string) => () => page.getByRole('table', { name }).getByRole('link').first().click();
  const requests = `/committee/${IN_REVIEW}/funding`;
  await expectNoFaults(page, [
    { name: 'requests', path: requests },
    { name: 'one request', act: open('Open requests, fewest reviews first') },
    { name: 'review, wrong', act: told(page, 'Save my review') },
    { name: 'settled', path: requests, act: open('Settled') },
    { name: 'tell the decisions', path: `${requests}/release` },
    { name: 'all cycles of a funding reviewer', path: '/committee?all=1' },
  ]);
  await signInAs(page, 'Linus');
  await expectNoFaults(page, [
    { name: 'the offer', path: `/staff/${IN_REVIEW}/funding` },
    {
      name: 'the offer, wrong',
      act: async () => {
        await page.getByLabel('Criteria').fill('Need');
        await told(page, 'Save the offer')();
      },
    },
    { name: 'missed obligations', path: `/staff/f${Number(IN_REVIEW.slice(1)) - 1}/funding` },
  ]);
});

const begin = (page: Page) => async () => {
  await page.getByLabel('Their address').fill('written-down@example.test');
  await page.getByLabel('How did they tell you, and why?').fill('On the phone on Monday.');
  await page.getByRole('button', { name: 'Begin the form and mail them' }).click();
  await page.getByText('The form is begun').waitFor();
};

const emptyRule = (page: Page) => async () => {
  await page.getByLabel('Words for applicants').first().fill('');
  await told(page, 'Save rules for mentors')();
};
