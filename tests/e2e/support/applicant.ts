import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { FormRole } from '@/domain/mentoring';
import type { Answers } from '@/domain/answers';
import { inventPerson } from '../../../prisma/demo/people';
import { seededRandom } from '../../../prisma/demo/random';
import { base, forgetLimits, OPEN } from './program';

const random = seededRandom(99);
let count = 0;

/** Somebody with a complete set of answers and an address of their own. */
export function newApplicant(role: FormRole): { email: string; answers: Answers } {
  const number = 900_000 + ++count;
  const mentor = inventPerson(random, 'mentor', number, 2);
  const mentee = inventPerson(random, 'mentee', number);
  const person =
    role === 'mentee'
      ? mentee
      : role === 'mentor'
        ? mentor
        : { ...mentor, answers: { ...mentee.answers, ...mentor.answers } };
  // Other files of tests begin to count at the same number, in the same program.
  return { email: `applicant-${randomUUID().slice(0, 8)}@example.test`, answers: { ...person.answers, member: 'yes' } };
}

async function fillField(page: Page, name: string, value: string): Promise<void> {
  const field = page.locator(`main [name="${name}"]`).first();
  const [tag, type] = await field.evaluate((element) => [element.tagName, element.getAttribute('type') ?? '']);
  if (tag === 'SELECT') await field.selectOption(value);
  else if (type === 'radio' || type === 'checkbox')
    await page.locator(`main [name="${name}"][value="${value}"]`).check({ force: true });
  else await field.fill(value);
}

/** Fills what the page at hand asks for, from the person's answers. */
export async function fillPage(page: Page, answers: Answers): Promise<void> {
  for (const [name, value] of Object.entries(answers)) {
    if ((await page.locator(`main [name="${name}"]`).count()) === 0) continue;
    for (const one of typeof value === 'string' ? [value] : value) await fillField(page, name, one);
  }
}

/** Starts a form with an address; ends on its task list. */
export async function startForm(page: Page, role: FormRole, email: string): Promise<void> {
  await forgetLimits();
  await page.goto(`${base()}/apply/${OPEN}/${role}`);
  await page.getByLabel('Your email address').fill(email);
  await page.getByRole('button', { name: 'Start my application' }).click();
  await expect(page.locator('.tasks')).toBeVisible();
}

/** From the task list through every page to "Check your answers". Identity answers are given by `onIdentity`, or skipped. */
export async function fillForm(
  page: Page,
  answers: Answers,
  onIdentity?: (page: Page) => Promise<void>,
): Promise<void> {
  const list = new URL(page.url()).pathname;
  await page.getByRole('link', { name: /^Go on with/ }).click();
  await page.waitForURL((url) => url.pathname !== list);
  for (let pages = 0; pages < 12; pages++) {
    const path = new URL(page.url()).pathname;
    if (path.endsWith('/check')) return;
    if (path.endsWith('/identity') && onIdentity) await onIdentity(page);
    else {
      await fillPage(page, answers);
      await page
        .getByRole('button', { name: /^(Save and continue|Continue)/ })
        .first()
        .click();
    }
    await page.waitForURL((url) => url.pathname !== path);
  }
  throw new Error('The form did not end.');
}

/** Attests and sends; ends on the confirmation. */
export async function sendForm(page: Page): Promise<string> {
  await page.getByRole('checkbox').last().check();
  await page.getByRole('button', { name: /^Send/ }).click();
  await page.waitForURL(/\/sent/);
  return (await page.locator('main .reference').first().innerText()).trim();
}
