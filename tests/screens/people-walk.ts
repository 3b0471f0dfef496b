import type { Browser, Page } from '@playwright/test';
import { base, IN_REVIEW, OPEN, signInAs } from '../e2e/support/program';
import { shoot } from './camera';

async function visit(page: Page, name: string, path: string): Promise<void> {
  await page.goto(base() + path);
  await shoot(page, name);
}

/** Who can take part, as applicants ask it and as staff settle it; the list of those who wait; people twice. */
export async function walkPeople(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  await visit(page, 'can-i-take-part', '/alcts-mentoring/eligible/mentor');
  await page.getByLabel('No', { exact: true }).check();
  await page.getByRole('button', { name: 'Tell me' }).click();
  await shoot(page, 'can-i-take-part-no');
  await visit(page, 'tell-me', '/alsc-mentoring/interest');
  await page.getByLabel('Your email address').fill('soon@example.test');
  await page.getByRole('button', { name: 'Tell me when it opens' }).click();
  await shoot(page, 'tell-me-sent');
  await signInAs(page, 'Linus');
  await visit(page, 'who-can-take-part', `/staff/${IN_REVIEW}/eligibility`);
  await visit(page, 'people-twice', `/staff/${IN_REVIEW}/people/twice`);
  await visit(page, 'people-twice-nobody', `/staff/${OPEN}/people/twice`);
  await visit(page, 'people', `/staff/${IN_REVIEW}/people`);
  await page.locator('tbody').getByRole('link').first().click();
  await shoot(page, 'help-a-person');
  await page.getByRole('link', { name: 'About you' }).click();
  await shoot(page, 'change-for-a-person');
  await visit(page, 'write-down', `/staff/${OPEN}/people/enter`);
  await visit(page, 'funding-offer', `/staff/${IN_REVIEW}/funding`);
  await signInAs(page, 'Ottoline');
  await visit(page, 'funding-requests', `/committee/${IN_REVIEW}/funding`);
  await page.getByRole('table').first().getByRole('link').first().click();
  await page.getByRole('heading', { name: 'My review' }).waitFor();
  await shoot(page, 'funding-request');
  await visit(page, 'funding-release', `/committee/${IN_REVIEW}/funding/release`);
  await page.close();
}
