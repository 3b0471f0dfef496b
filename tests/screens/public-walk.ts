import type { Browser, Page } from '@playwright/test';
import { fillPage, newApplicant, startForm } from '../e2e/support/applicant';
import { base, mailTo, OPEN } from '../e2e/support/program';
import { shoot } from './camera';

const VISITOR = [
  ['programs', '/'],
  ['program-open', '/alcts-mentoring'],
  ['program-in-review', '/alsc-mentoring'],
  ['all-questions', '/alcts-mentoring/questions/both'],
  ['apply-start', `/apply/${OPEN}/mentee`],
  ['resume', '/resume'],
  ['sign-in', '/sign-in'],
  ['accessibility', '/accessibility'],
  ['not-found', '/no/such/page'],
  ['dev-sign-in', '/dev/sign-in'],
] as const;

async function press(page: Page, name: RegExp): Promise<void> {
  const from = page.url();
  await page.getByRole('button', { name }).first().click();
  await page.waitForURL((url) => url.href !== from);
}

/** Every page of the form, empty where it teaches something, filled where that shows more. */
async function walkForm(page: Page, answers: ReturnType<typeof newApplicant>['answers']): Promise<void> {
  await shoot(page, 'apply-tasks');
  await page.getByRole('link', { name: /^Go on with/ }).click();
  for (let step = 0; step < 12 && !page.url().includes('/check'); step++) {
    const section = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    if (section === 'about') {
      await page.getByRole('button', { name: /^Save and continue/ }).click();
      await shoot(page, 'apply-about-errors');
    }
    if (section === 'identity') await walkIdentity(page);
    else {
      await fillPage(page, answers);
      await shoot(page, `apply-${section}`);
      await press(page, /^(Save and continue|Continue)/);
    }
  }
}

async function walkIdentity(page: Page): Promise<void> {
  await page.locator('main [name="gender_own"]').first().check({ force: true });
  await shoot(page, 'apply-identity');
  await page
    .getByRole('button', { name: /continue/i })
    .first()
    .click();
  await shoot(page, 'apply-identity-read-back');
  await press(page, /^Seal these answers/);
}

export async function walkPublic(browser: Browser): Promise<void> {
  const page = await browser.newPage();
  for (const [name, path] of VISITOR) {
    await page.goto(`${base()}${path}`);
    await shoot(page, name);
  }
  const { email, answers } = newApplicant('both');
  await startForm(page, 'both', email);
  await walkForm(page, answers);
  await shoot(page, 'apply-check');
  await page.getByRole('checkbox').last().check();
  await press(page, /^Send/);
  await shoot(page, 'apply-sent');
  const { text } = await mailTo(email, /We have your application/);
  await page.goto(/(http:\/\/localhost:\d+\/resume\/[\w-]+)/.exec(text)?.[1] ?? '');
  await shoot(page, 'resume-link');
  await page.locator('main form button').first().click();
  await page.goto(`${base()}/status`);
  await shoot(page, 'status');
  await page
    .getByRole('link', { name: /withdraw/i })
    .first()
    .click();
  await shoot(page, 'status-withdraw');
  await page.goto(`${base()}/dev/mail`);
  await shoot(page, 'dev-mail');
  await page.close();
}
