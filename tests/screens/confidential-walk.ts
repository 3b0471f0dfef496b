import type { Browser, Page } from '@playwright/test';
import { fillForm, newApplicant, sendForm, startForm } from '../e2e/support/applicant';
import { base, IN_REVIEW, mailTo, query, signInAs } from '../e2e/support/program';
import { shoot } from './camera';

async function visit(page: Page, name: string, path: string): Promise<void> {
  await page.goto(`${base()}${path}`);
  await shoot(page, name);
}

/** Somebody with confidential answers, at home on the status page. */
async function apply(page: Page): Promise<string> {
  const { email, answers } = newApplicant('mentee');
  await startForm(page, 'mentee', email);
  await fillForm(page, answers, async (here) => {
    await here.locator('main [name="gender_own"]').first().check({ force: true });
    await here.locator('main [name="count_me"]').check({ force: true });
    const go = here.getByRole('button', { name: /continue/i });
    await go.first().click();
    await here.getByRole('button', { name: 'Seal these answers' }).click();
  });
  await sendForm(page);
  const { text } = await mailTo(email, /We have your application/);
  await page.goto(/(http:\/\/localhost:\d+\/resume\/[\w-]+)/.exec(text)?.[1] ?? '');
  await page.locator('main form button').first().click();
  return email;
}

async function walkCopy(page: Page, email: string): Promise<void> {
  await visit(page, 'copy-ask', '/status/copy');
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.waitForURL(/sent=1/);
  await page.getByRole('button', { name: 'Make my copy' }).click();
  await page.getByText('Please look at this again').waitFor();
  await shoot(page, 'copy-code-error');
  const { text } = await mailTo(email, /Your code for a copy/);
  await page.getByLabel('Code').fill(/\b[0-9A-Z]{4} [0-9A-Z]{4}\b/.exec(text)?.[0] ?? '');
  await page.getByRole('button', { name: 'Make my copy' }).click();
  await page.waitForURL(/copy\/[0-9a-f]/);
  await shoot(page, 'copy-waiting');
  for (let tries = 0; tries < 20 && (await page.getByText('Look again').count()) > 0; tries += 1) {
    await page.waitForTimeout(300);
    await page.reload();
  }
  await shoot(page, 'copy-ready');
  await page.getByRole('button', { name: 'Show my copy' }).click();
  await page.getByText('You see this once').waitFor();
  await shoot(page, 'copy-shown');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Save as a file/ }).click(),
  ]);
  console.log(`  saved as ${download.suggestedFilename()}`);
  await page.goto(page.url());
  await shoot(page, 'copy-gone');
}

async function walkStaff(page: Page, second: Page): Promise<void> {
  await signInAs(page, 'Linus');
  await visit(page, 'confidentiality', `/staff/${IN_REVIEW}/confidentiality`);
  await page.getByRole('button', { name: 'Ask a second person' }).click();
  await page.getByRole('alert').waitFor();
  await shoot(page, 'break-glass-error');
  await page.getByLabel('Reference of the application').fill(`${IN_REVIEW.toUpperCase()}-E-0003`);
  await page
    .getByLabel('Why it must be')
    .fill('The person asked us by phone, because the form does not open for them.');
  await page.getByRole('button', { name: 'Ask a second person' }).click();
  await page.getByText('Waits for a second person').waitFor();
  await signInAs(second, 'Rosalind');
  await visit(second, 'break-glass-agree', `/staff/${IN_REVIEW}/confidentiality`);
  await second.getByRole('button', { name: /^I agree/ }).click();
  await second.getByText('Agreed').first().waitFor();
  await page.waitForTimeout(3000);
  await visit(page, 'break-glass-made', `/staff/${IN_REVIEW}/confidentiality`);
  await page.getByRole('button', { name: 'Show the answers once' }).click();
  await page.getByText('Your gender').waitFor();
  const [purged] = await query<{ code: string }>(
    `SELECT c.code FROM cycles c JOIN identity_purges p ON p.cycle_id = c.id ORDER BY p.records_deleted DESC LIMIT 1`,
  );
  const code = purged?.code.toLowerCase() ?? '';
  await visit(page, 'confidentiality-purged', `/staff/${code}/confidentiality`);
  await visit(page, 'certificate', `/staff/${code}/confidentiality/certificate`);
  await visit(page, 'certificate-not-yet', `/staff/${IN_REVIEW}/confidentiality/certificate`);
}

/** What people and staff see of sealed answers: log, copy, erasing, break-glass, certificate. */
export async function walkConfidential(browser: Browser): Promise<void> {
  const [page, second] = [await browser.newPage(), await (await browser.newContext()).newPage()];
  const email = await apply(page);
  await visit(page, 'status-confidential', '/status');
  await page.getByRole('link', { name: /See more, or erase/ }).click();
  await page.getByRole('heading', { name: 'My confidential answers' }).waitFor();
  await shoot(page, 'confidential');
  await page.getByRole('button', { name: 'Erase my confidential answers' }).click();
  await page.getByText('Please look at this again').waitFor();
  await shoot(page, 'confidential-error');
  await walkCopy(page, email);
  await page.goto(`${base()}/status`);
  await page.getByRole('link', { name: /See more, or erase/ }).click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Erase my confidential answers' }).click();
  await page.waitForURL(/erased=1/);
  await shoot(page, 'confidential-erased');
  await walkStaff(await (await browser.newContext()).newPage(), second);
  await page.close();
}
