import { expect, test } from '@playwright/test';
import { base, IN_REVIEW, query, signInAs } from './support/program';

const committee = (rest = '') => `${base()}/committee/${IN_REVIEW}${rest}`;

test('several applications at once, looked at first and undone, without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await signInAs(page, 'Marguerite');
  await page.goto(committee('/applications?mine=all&sort=reference'));
  const names = await page.locator('main tbody th a').allTextContents();
  await page.locator('input[name=ids]').nth(0).check();
  await page.locator('input[name=ids]').nth(2).check();
  await page.getByLabel('Several at once').selectOption('discuss');
  await page.getByRole('button', { name: 'Look at the ticked ones' }).click();
  await expect(page.getByText('These change (2)')).toBeVisible();
  await expect(page.locator('main')).toContainText(names[0] ?? '');
  await page.getByLabel('Why should the committee').fill('The goals are unclear.');
  await page.getByRole('button', { name: 'Mark 2 applications for discussion' }).click();
  await expect(page.getByRole('status')).toContainText('marked 2 applications');
  const marked = async () =>
    (await query<{ count: number }>('SELECT count(*)::int FROM applications WHERE discuss_since IS NOT NULL'))[0]
      ?.count;
  expect(await marked()).toBe(2);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(page.getByRole('status')).toContainText('Undone');
  expect(await marked()).toBe(0);
  await context.close();
});

test('the finder leads to a person by keys alone, and gives the focus back', async ({ page }) => {
  await signInAs(page, 'Ximena');
  await page.goto(committee('/matching'));
  const field = page.getByRole('combobox', { name: 'Find a person' });
  // A page that is not awake yet hears no keys.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await page.getByRole('link', { name: 'Find…' }).press('Enter');
  await field.fill('F26-E-000'.replace('F26', IN_REVIEW.toUpperCase()));
  const options = page.getByRole('option');
  await expect(options).toHaveCount(8);
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', 'found-1');
  await page.keyboard.press('ArrowUp');
  const name = await options.first().locator('span').first().textContent();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: name ?? '' })).toBeVisible();
});
