import { expect, type Browser, type Page } from '@playwright/test';
import { base, IN_REVIEW, query, readMail, signInAs } from './program';

const committee = (path = '') => `${base()}/committee/${IN_REVIEW}${path}`;
const staff = (path = '') => `${base()}/staff/${IN_REVIEW}${path}`;

async function seat(browser: Browser, name: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(30_000);
  await signInAs(page, name);
  return page;
}

/** Letters of the announcement, by who got them. */
const letters = async () =>
  (await readMail()).filter(
    ({ subject }) =>
      /(Your (mentor|mentee|match|applications) for|waitlist for|About your application)/.test(subject) &&
      !subject.startsWith('[Test]') &&
      !subject.startsWith('Please answer'),
  );

/** A matched mentee says no with the link of their letter. @returns their address */
async function sayNo(page: Page): Promise<string> {
  const letter = (await letters()).filter(({ subject }) => subject.startsWith('Your mentor for'))[1];
  if (!letter) throw new Error('no second letter');
  await page.goto(/(http:\/\/localhost:\d+\/confirm\/[\w-]+)/.exec(letter.text)?.[1] ?? '');
  await page.getByText('I cannot', { exact: false }).first().click();
  await page.getByLabel('Your reason').fill('A new job in another field.');
  await page.getByRole('button', { name: /cannot be part/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Thank you for telling us');
  return letter.to;
}

/** The chair sees what fell through, has the plan repaired, and puts the repair in force. */
async function repair(chair: Page): Promise<void> {
  await chair.goto(staff('/answers'));
  const fallen = chair.getByRole('region', { name: 'Fell through' });
  await expect(fallen).toContainText('A new job in another field.');
  await fallen.getByRole('link', { name: /^Repair plan/ }).click();
  await chair.getByRole('button', { name: 'Repair this plan' }).click();
  await chair.getByRole('button', { name: 'Keep: make it a plan' }).click();
  await chair.getByRole('button', { name: 'Put this repair in force' }).click();
  await expect(chair.getByRole('status')).toContainText('What was told stays');
}

/** Two people send what has changed, to those for whom it did. */
async function writeAgain(chair: Page, office: Page): Promise<number> {
  await office.goto(staff('/announcement/release'));
  await expect(office.locator('main')).toContainText('Only those for whom something changed');
  const ask = office.getByRole('button', { name: /^Ask to send/ });
  const count = Number(/\d+/.exec((await ask.textContent()) ?? '')?.[0]);
  await office.getByLabel('Hold before the first letter').selectOption('1');
  await ask.click();
  await expect(office.locator('main')).toContainText('for a second person');
  await chair.goto(staff('/announcement/release'));
  await chair.getByRole('button', { name: /^Confirm and send/ }).click();
  await expect(chair.locator('main')).toContainText('are held until');
  await query("UPDATE releases SET hold_until = now() - interval '1 second' WHERE state = 'held'");
  await expect(async () => {
    await query("SELECT app.enqueue_job('release-held')");
    await expect(chair.locator('main')).toContainText('letters are settled', { timeout: 3_000 });
  }).toPass({ timeout: 90_000 });
  return count;
}

/** Somebody says no after the letters: mended, and told to nobody but those whom it concerns. */
export async function mendAfterLetters(browser: Browser): Promise<void> {
  const before = await letters();
  const left = await sayNo(await (await browser.newContext()).newPage());
  const [chair, office] = [await seat(browser, 'Marguerite'), await seat(browser, 'Linus')];
  await repair(chair);
  const told = await query<{ count: number }>(
    `SELECT count(*)::int FROM matches m JOIN plans p ON p.id = m.plan_id JOIN cycles c ON c.id = p.cycle_id
     WHERE c.code = $1 AND p.state = 'approved' AND m.state = 'announced'`,
    [IN_REVIEW.toUpperCase()],
  );
  expect(told[0]?.count).toBe(20);
  const count = await writeAgain(chair, office);
  const news = (await letters()).slice(before.length);
  expect(news).toHaveLength(count);
  expect(new Set(news.map(({ to }) => to)).size).toBe(count);
  expect(news.filter(({ text }) => text.includes('will not take place')).length).toBeGreaterThan(0);
  expect(news.find(({ to, text }) => to === left && text.includes('will not take place'))).toBeUndefined();
  await chair.goto(committee());
  await chair.context().close();
  await office.context().close();
}
