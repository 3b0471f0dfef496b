import { expect, test } from '@playwright/test';
import { fillForm, newApplicant, sendForm, startForm } from './support/applicant';
import { base, mailTo, OPEN, query } from './support/program';

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

test('a mentor applies on a small phone without JavaScript', async ({ page }) => {
  const { email, answers } = newApplicant('mentor');
  await startForm(page, 'mentor', email);
  await fillForm(page, answers);
  const reference = await sendForm(page);
  expect(reference).toMatch(/^A\d\d-M-\d{4}$/);
  await expect(page.locator('main')).toContainText(email);
  const receipt = await mailTo(email, /We have your application/);
  expect(receipt.text).toContain(reference);
  expect(receipt.text).not.toContain(String(answers.employer));
});

test('a mentee applies, stops, and goes on from another device', async ({ page, browser }) => {
  const { email, answers } = newApplicant('mentee');
  await startForm(page, 'mentee', email);
  await page.getByRole('link', { name: /^Go on with/ }).click();
  await page
    .getByRole('button', { name: /^Save and continue/ })
    .first()
    .click();
  await expect(page.locator('.error-summary')).toBeVisible();
  await expect(page).toHaveTitle(/^Error/);

  const other = await browser.newContext({ javaScriptEnabled: false });
  const there = await other.newPage();
  const { text } = await mailTo(email, /how to come back/);
  const link = /(http:\/\/localhost:\d+\/resume\/[\w-]+)/.exec(text)?.[1] ?? '';
  await there.goto(link);
  await there.goto(link);
  await there.locator('main form button').first().click();
  await there.goto(`${base()}/apply/${OPEN}/mentee`);
  await fillForm(there, answers);
  expect(await sendForm(there)).toMatch(/^A\d\d-E-\d{4}$/);
  const rows = await query<{ state: string; proven: boolean }>(
    'SELECT state, proven_at IS NOT NULL AS proven FROM applications WHERE email = $1',
    [email],
  );
  expect(rows).toEqual([{ state: 'submitted', proven: true }]);
  await other.close();
});

test('one person applies in both roles and seals identity answers that no page shows again', async ({ page }) => {
  const { email, answers } = newApplicant('both');
  await startForm(page, 'both', email);
  await fillForm(page, answers, async (here) => {
    await here.locator('main [name="gender_own"]').first().check({ force: true });
    await here
      .getByRole('button', { name: /continue/i })
      .first()
      .click();
    await here.getByRole('button', { name: 'Seal these answers' }).click();
  });
  await sendForm(page);
  const drafts = await query<{ answers: Record<string, unknown> }>('SELECT answers FROM drafts WHERE email = $1', [
    email,
  ]);
  expect(Object.keys(drafts[0]?.answers ?? {}).filter((name) => /gender|ethnicity/.test(name))).toEqual([]);
  expect(
    await query(
      'SELECT length(sealed) FROM vault.answer v JOIN applications a ON a.id = v.application_id WHERE a.email = $1',
      [email],
    ),
  ).toHaveLength(2);
});

test('an applicant edits, then withdraws', async ({ page }) => {
  const { email, answers } = newApplicant('mentee');
  await startForm(page, 'mentee', email);
  await fillForm(page, answers);
  const reference = await sendForm(page);
  const { text } = await mailTo(email, /We have your application/);
  await page.goto(/(http:\/\/localhost:\d+\/resume\/[\w-]+)/.exec(text)?.[1] ?? '');
  await page.locator('main form button').first().click();
  await page.goto(`${base()}/status`);
  await expect(page.locator('main')).toContainText(reference);
  await page.getByRole('link', { name: /withdraw/i }).click();
  await page.getByRole('button', { name: /withdraw/i }).click();
  expect(await query('SELECT state FROM applications WHERE email = $1', [email])).toEqual([{ state: 'withdrawn' }]);
});
