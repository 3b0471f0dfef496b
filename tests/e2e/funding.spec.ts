import { expect, test } from '@playwright/test';
import { base, IN_REVIEW, mailTo, query, signInAs } from './support/program';

const REQUESTS = `/committee/${IN_REVIEW}/funding`;

test('a funding reviewer reads, decides, and tells: the person gets one mail', async ({ page }) => {
  await signInAs(page, 'Ottoline');
  await expect(page).toHaveURL(base() + REQUESTS);
  const open = page.getByRole('table', { name: 'Open requests, fewest reviews first' });
  const name = await open.getByRole('link').first().innerText();
  await open.getByRole('link').first().click();

  await page.getByRole('button', { name: 'Save my review' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Missing: Need, Use, Reach.');
  for (const [index, rating] of [4, 3, 3].entries())
    await page.locator(`[name=rating_c${index + 1}][value="${rating}"]`).check({ force: true });
  await page.getByRole('button', { name: 'Save my review' }).click();
  await expect(page.getByText('Your review is saved.')).toBeVisible();
  await page.getByRole('button', { name: 'Award', exact: true }).click();
  await expect(page.getByText('The decision is staged.')).toBeVisible();

  await page.goto(`${base()}${REQUESTS}/release`);
  await expect(page.locator('main')).toContainText('Awarded: 2');
  await page.getByRole('button', { name: 'Send 2 mails' }).click();
  await expect(page.getByText('Everybody in the list was told.')).toBeVisible();
  const [person] = await query<{ email: string }>(
    `SELECT p.email FROM persons p JOIN funding_requests r ON r.person_id = p.id WHERE p.name = $1`,
    [name],
  );
  const mail = await mailTo(person?.email ?? '', /You are awarded a funded membership/);
  expect(mail.text).toContain('A post for the association’s blog, by');
});
