import { expect, test, type Page } from '@playwright/test';
import { newApplicant } from './support/applicant';
import { answerByKeyboard, tabUntil } from './support/keyboard';
import { base, forgetLimits, IN_REVIEW, OPEN, query, signInAs } from './support/program';

const opens = (page: Page, from: string) => page.waitForURL((url) => url.pathname !== from);

/** From the first page to the confirmation without a pointer; every stop must show where it is. */
for (const role of ['mentor', 'mentee', 'both'] as const)
  test(`a form as ${role} by keyboard alone`, async ({ page }) => {
    test.setTimeout(120_000);
    await forgetLimits();
    const { email, answers } = newApplicant(role);
    await page.goto(`${base()}/apply/${OPEN}/${role}`);
    await answerByKeyboard(page, { email }, (words) => words === 'Start my application');
    await page.locator('.tasks').waitFor();
    await tabUntil(page, ({ tag, words }) => tag === 'A' && words.startsWith('Go on with'));
    await page.keyboard.press('Enter');
    await opens(page, `/apply/${OPEN}/${role}`);
    for (let pages = 0; pages < 12; pages += 1) {
      const { pathname } = new URL(page.url());
      if (pathname.endsWith('/check')) break;
      await answerByKeyboard(page, answers, (words) => /^(Save and continue|Continue)/.test(words));
      await opens(page, pathname);
    }
    await answerByKeyboard(page, { attest: 'yes' }, (words) => words === 'Send my application');
    await page.waitForURL(/\/sent/);
    const sent = await query<{ count: number }>(
      "SELECT count(*)::int FROM applications WHERE email = $1 AND state = 'submitted'",
      [email],
    );
    expect(sent).toEqual([{ count: role === 'both' ? 2 : 1 }]);
  });

test('what is chosen shows where the system sets the colours', async ({ page }) => {
  await forgetLimits();
  const { email } = newApplicant('mentee');
  await page.goto(`${base()}/apply/${OPEN}/mentee`);
  await answerByKeyboard(page, { email }, (words) => words === 'Start my application');
  await page.locator('.tasks').waitFor();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto(`${base()}/apply/${OPEN}/mentee/skills`);
  const tiles = page.locator('.rating').first().locator('.tile');
  await tiles.nth(1).locator('input').check({ force: true });
  const looks = await tiles.evaluateAll((all) =>
    all.slice(0, 3).map((tile) => {
      const { backgroundColor, color } = getComputedStyle(tile);
      return `${color} on ${backgroundColor}`;
    }),
  );
  expect(looks[0]).toBe(looks[2]);
  expect(looks[1]).not.toBe(looks[0]);
  const primary = page.getByRole('button', { name: 'Save and continue' });
  expect(await primary.evaluate((button) => getComputedStyle(button).borderTopWidth)).toBe('3px');
});

test('the grid of every pair, with arrows', async ({ page }) => {
  await signInAs(page, 'Marguerite');
  const [plan] = await query<{ code: string; number: number }>(
    `SELECT c.code, p.number FROM plans p JOIN cycles c ON c.id = p.cycle_id
     WHERE c.program_id = (SELECT program_id FROM cycles WHERE code = $1) ORDER BY p.created_at LIMIT 1`,
    [IN_REVIEW.toUpperCase()],
  );
  await page.goto(`${base()}/committee/${plan?.code.toLowerCase()}/matching/${plan?.number}/grid`);
  const grid = page.getByRole('grid');
  await grid.locator('td[tabindex="0"]').focus();
  const panel = page.getByRole('region', { name: 'The pair at hand' });
  const said = () => panel.locator('[aria-live]').textContent();
  const head = (row: number) => grid.locator('tbody tr').nth(row).locator('th a').textContent();
  await expect(panel.locator('[aria-live]')).toContainText((await head(0)) ?? '');
  const first = await said();
  await page.keyboard.press('ArrowDown');
  await expect(panel.locator('[aria-live]')).toContainText((await head(1)) ?? '');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+End');
  const last = await said();
  await page.keyboard.press('ArrowDown');
  expect(await said()).toBe(last);
  await page.keyboard.press('Control+Home');
  expect(await said()).toBe(first);
  expect(await grid.locator('td[tabindex="0"]').count()).toBe(1);
  await tabUntil(page, ({ words }) => words === 'Open on the workbench');
  await page.keyboard.press('Enter');
  await page.waitForURL(/mentee=/);
});
