import { expect, test, type Page } from '@playwright/test';
import { fillForm, fillPage, newApplicant, sendForm, startForm } from './support/applicant';
import { base, OPEN, query, signInAs } from './support/program';

const NEW_WORDS = 'Where do you meet children and books today?';

/** Tabs on until the thing of this name has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate(() => {
      const one = document.activeElement;
      const labels =
        one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? [...(one.labels ?? [])] : [one];
      return labels
        .map((label) => label?.textContent ?? '')
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim();
    });
    if (name.test(words)) return;
  }
  throw new Error(`Nothing called ${String(name)} takes the focus.`);
}

async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

async function correctQuestion(page: Page): Promise<void> {
  await page.goto(`${base()}/staff/${OPEN}/form`);
  await press(page, /^Start a new version$/);
  await expect(page.locator('main')).toContainText('Version 2 is in work');
  await press(page, /^Edit.*connect/i);
  await page.waitForURL(/\/form\/question/);
  await tabTo(page, /^Question$/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(NEW_WORDS);
  await press(page, /^Save question$/);
  await expect(page.getByRole('status')).toContainText('The question is saved');
  await expect(page.locator('main')).toContainText(NEW_WORDS);
  await tabTo(page, /^What did you change/);
  await page.keyboard.type('The question was hard to read.');
  await press(page, /^Publish version 2$/);
  await expect(page.getByRole('status')).toContainText('The new version is in use');
}

test('staff correct a question on a live form while an applicant is in the middle of it', async ({ page, browser }) => {
  test.setTimeout(120_000);
  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const applicant = await phone.newPage();
  const { email, answers } = newApplicant('mentee');
  await startForm(applicant, 'mentee', email);
  await applicant.goto(`${base()}/apply/${OPEN}/mentee/work`);
  await fillPage(applicant, answers);

  await signInAs(page, 'Linus');
  await correctQuestion(page);

  await applicant
    .getByRole('button', { name: /^Save and continue/ })
    .first()
    .click();
  await expect(applicant).toHaveURL(/\/skills/);
  await applicant.goto(`${base()}/apply/${OPEN}/mentee`);
  await fillForm(applicant, answers);
  await expect(applicant.locator('main')).toContainText(NEW_WORDS);
  await expect(applicant.locator('main')).toContainText(String(answers.connection));
  expect(await sendForm(applicant)).toMatch(/^A\d\d-E-\d{4}$/);
  const rows = await query<{ version: string; connection: string }>(
    "SELECT form_version AS version, answers->>'connection' AS connection FROM applications WHERE email = $1",
    [email],
  );
  expect(rows).toEqual([{ version: `${OPEN.toUpperCase()}-form-2`, connection: answers.connection }]);
  await phone.close();
});
