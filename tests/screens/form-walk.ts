import type { Browser, Page } from '@playwright/test';
import { base, OPEN, signInAs } from '../e2e/support/program';
import { shoot } from './camera';

const form = (path = '') => `${base()}/staff/${OPEN}/form${path}`;

async function visit(page: Page, name: string, path: string): Promise<void> {
  await page.goto(form(path));
  await shoot(page, name);
}

async function addQuestion(page: Page): Promise<void> {
  await page.goto(form('/question?section=goals&type=one'));
  await page.getByLabel('Question', { exact: true }).fill('Would you travel to meet?');
  await page.getByLabel('Choices', { exact: true }).fill('Yes, up to an hour\nYes, further\nNo');
  await shoot(page, 'form-question');
  await page.getByRole('button', { name: 'Save question' }).click();
  await page.getByRole('status').waitFor();
}

async function tryIt(page: Page): Promise<void> {
  await visit(page, 'form-trial', '/trial/mentee');
  await page.locator('main form button').first().click();
  await page.locator('.error-summary').waitFor();
  await shoot(page, 'form-trial-errors');
}

/** Staff make a version of the form of the open cycle, try it and publish it. */
export async function walkForms(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  await signInAs(page, 'Linus');
  await visit(page, 'form-frameworks', '/frameworks');
  await visit(page, 'form-in-use', '');
  await page.getByRole('button', { name: 'Start a new version' }).click();
  await page.getByRole('heading', { name: 'Version 2 is in work' }).waitFor();
  await visit(page, 'form-kinds', '/question?section=goals');
  await addQuestion(page);
  await page.goto(form('/section'));
  await page.getByRole('button', { name: 'Save section' }).click();
  await page.getByRole('alert').first().waitFor();
  await shoot(page, 'form-section-error');
  await visit(page, 'form-in-work', '');
  await tryIt(page);
  await page.goto(form());
  await page.getByLabel('What did you change, and why?').fill('We ask who would travel.');
  await page.getByRole('button', { name: 'Publish version 2' }).click();
  await page.getByRole('status').waitFor();
  await visit(page, 'form-version', '/versions/2');
  await page.close();
}
