import { expect, test } from '@playwright/test';
import { base, IN_REVIEW, mailTo, query } from './support/program';

test('staff sign in by the mailed code; the link alone spends nothing', async ({ page, request }) => {
  const address = 'linus@example.test';
  await page.goto(`${base()}/staff/${IN_REVIEW}/announcement`);
  await page.waitForURL(/\/sign-in/);
  await page.locator('[name=email]').fill(address);
  await page.getByRole('button', { name: /Send me a code/ }).click();
  const { text } = await mailTo(address, /sign|code/i);
  const link = /(http:\/\/localhost:\d+\/sign-in\/[\w-]+)/.exec(text)?.[1] ?? '';
  expect((await request.get(link)).status()).toBe(200);
  const code = /\b([2-9A-HJ-NP-Z]{4}[ -][2-9A-HJ-NP-Z]{4})\b/.exec(text)?.[1] ?? '';
  await page.locator('[name=code]').fill('AAAA AAAA');
  await page.locator('main form button').first().click();
  await expect(page.locator('.problem').first()).toBeVisible();
  await page.locator('[name=code]').fill(` ${code.toLowerCase()} `);
  await page.locator('main form button').first().click();
  await page.waitForURL(/\/staff\/.*\/announcement/);
  await expect(page.getByText('Linus Abernathy')).toBeVisible();
  expect(await query('SELECT count(*)::int AS plain FROM sessions WHERE length(token_hash) <> 43')).toEqual([
    { plain: 0 },
  ]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.goto(`${base()}/committee/${IN_REVIEW}`);
  await page.waitForURL(/\/sign-in/);
});

test('an unknown address gets the same answer and no mail', async ({ page }) => {
  const answerFor = async (address: string) => {
    await page.goto(`${base()}/sign-in`);
    await page.locator('[name=email]').fill(address);
    await page.getByRole('button', { name: /Send me a code/ }).click();
    // Where lines break is for the styles to say.
    await page.waitForURL(/\/sign-in\/code/);
    await page.waitForLoadState('load');
    return (await page.locator('main').innerText()).replaceAll(address, 'ADDRESS');
  };
  expect(await answerFor('nobody@example.test')).toBe(await answerFor('jocasta@example.test'));
  expect(await query("SELECT to_address FROM outbox_messages WHERE to_address = 'nobody@example.test'")).toEqual([]);
});
