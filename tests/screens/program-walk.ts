import type { Browser, Page } from '@playwright/test';
import { base, IN_REVIEW, OPEN, signInAs } from '../e2e/support/program';
import { shoot } from './camera';

const DESK = '/staff/programs/alsc-mentoring';

async function visit(page: Page, name: string, path: string): Promise<void> {
  await page.goto(base() + path);
  await shoot(page, name);
}

/** The administrator looks after a program: its cycles, public page, roles and days. */
export async function walkPrograms(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  await signInAs(page, 'Rosalind');
  await visit(page, 'cycles-of-mine', '/committee?all=1');
  await visit(page, 'program-desk', DESK);
  await visit(page, 'program-words', `${DESK}/words`);
  await visit(page, 'program-roles', `${DESK}/members`);
  await page.getByRole('button', { name: 'Give the role and mail them' }).click();
  await page.getByRole('alert').first().waitFor();
  await shoot(page, 'program-roles-error');
  await visit(page, 'cycle-new', `${DESK}/new-cycle?template=from-${IN_REVIEW.toUpperCase()}&opens=2031-09-01`);
  await visit(page, 'cycle-days', `/staff/${OPEN}/days`);
  await visit(page, 'answers', `/staff/${IN_REVIEW.replace(/\d+/, (year) => String(Number(year) - 1))}/answers`);
  await page.close();
}
