import { expect, test } from '@playwright/test';
import { expectNoFaults } from './support/axe';
import { base, IN_REVIEW, mailTo, query, signInAs } from './support/program';

const committee = (path = '') => `/committee/${IN_REVIEW}${path}`;
const at = (path: string) => `${base()}${committee(path)}`;

test('readers are assigned from a file and evenly, and reminded once', async ({ page }) => {
  test.setTimeout(180_000);
  await signInAs(page, 'Marguerite');
  await page.goto(at('/coverage/file'));
  await page.getByLabel('Or paste the rows').fill('reference,email\nX99-E-0001,nobody@example.test');
  await page.getByRole('button', { name: 'Look at it' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Line 2: “X99-E-0001” is no application of this cycle');
  await expect(page.getByLabel('Or paste the rows')).toHaveValue(/X99-E-0001/);
  await expectNoFaults(page, [{ name: 'file, wrong' }]);

  await page.goto(at('/coverage/assign'));
  await page.getByRole('button', { name: 'Keep these assignments' }).click();
  await expect(page.getByRole('status')).toContainText('Assigned');
  await expect(page.locator('.facts')).toContainText('0 need another reader');
  await page.getByRole('button', { name: /^Remind \d reviewers/ }).click();
  await expect(page.getByRole('status')).toContainText('mails are on their way');
  await expect(page.locator('main')).toContainText('was reminded today');
  await mailTo('kwame@example.test', /wait for your review/);

  const [reviewer] = await query<{ id: string }>("SELECT id::text FROM users WHERE name LIKE 'Kwame%'");
  await expectNoFaults(page, [
    { name: 'coverage', path: committee('/coverage?show=all') },
    { name: 'nothing more to assign', path: committee('/coverage/assign') },
    { name: 'assign anew', path: committee('/coverage/assign?chosen=yes&anew=yes') },
    { name: 'assign by hand', path: committee(`/coverage/list?reviewer=${reviewer?.id}`) },
  ]);
});

test('criteria are changed under a reviewer who has the form open, and nothing is lost', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const reviewer = await (await browser.newContext()).newPage();
  await signInAs(reviewer, 'Kwame');
  await reviewer.goto(at('/applications?mine=todo'));
  await reviewer.locator('main table a').first().click();
  await reviewer.getByLabel(/^Comment \(optional\)/).fill('Typed before the change.');
  for (const scale of await reviewer.locator('.rating.worded').all())
    await scale.locator('input').nth(2).check({ force: true });

  await signInAs(page, 'Marguerite');
  await page.goto(at('/rubric'));
  // Its address is beside the list, and it belongs to it.
  await expect(page.locator('nav.pages .within a[aria-current="page"]')).toHaveText('Applications');
  await page.getByRole('button', { name: 'Add a criterion for mentees' }).click();
  await page.getByRole('button', { name: 'Add a criterion for mentors' }).click();
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByRole('alert').first()).toContainText('Mentors, criterion 5: give it a name.');
  await expectNoFaults(page, [{ name: 'criteria, wrong' }]);
  for (const role of ['mentor', 'mentee'])
    for (const [field, words] of Object.entries({
      label: 'Curiosity',
      question: 'Do they ask?',
      one: 'No',
      two: 'A little',
      three: 'Yes',
      four: 'A lot',
    }))
      await page.locator(`[id="${role}.4.${field}"]`).fill(words);
  await page.getByRole('button', { name: 'See what reviewers will see' }).click();
  await expect(page.getByRole('heading', { name: 'What reviewers will see' })).toBeVisible();
  await expectNoFaults(page, [{ name: 'criteria, previewed' }]);
  await page.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByRole('status')).toContainText('Saved as a new version');

  await reviewer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(reviewer.getByRole('alert').first()).toContainText('was changed after you opened this form');
  await expect(reviewer.getByText('Do they ask?')).toBeVisible();
  await expect(reviewer.getByLabel(/^Comment \(optional\)/)).toHaveValue('Typed before the change.');
  await reviewer.getByRole('group', { name: 'Curiosity' }).locator('input').nth(3).check({ force: true });
  await reviewer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(reviewer.getByRole('status')).toContainText('Your review is saved');
  await expect(reviewer.getByLabel(/^Comment \(optional\)/)).toHaveValue('Typed before the change.');
  await expectNoFaults(page, [{ name: 'criteria with versions', path: committee('/rubric') }]);

  await page.getByLabel(/^Light review/).check();
  await page.getByRole('button', { name: 'Save how we review' }).click();
  await expect(page.getByRole('status')).toBeVisible();
  await reviewer.goto(at('/applications?mine=todo'));
  await reviewer.locator('main table a').first().click();
  await reviewer.getByLabel(/^A concern/).check({ force: true });
  await reviewer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(reviewer.getByRole('alert').first()).toContainText('Say in the note');
  await expectNoFaults(page, [{ name: 'light review set', path: committee('/rubric') }]);
  await expectNoFaults(reviewer, [{ name: 'a light review, wrong' }]);
  await page.goto(at('/rubric'));
  await page.getByLabel(/^Rubric/).check();
  await page.getByRole('button', { name: 'Save how we review' }).click();
  await expect(page.getByRole('status')).toBeVisible();
});

test('a reviewer who is removed in the middle keeps what they typed, and what they saved', async ({
  page,
  browser,
}) => {
  const reviewer = await (await browser.newContext()).newPage();
  await signInAs(reviewer, 'Kwame');
  await reviewer.goto(at('/applications?mine=todo'));
  await reviewer.locator('main table a').first().click();
  await reviewer.getByLabel(/^Comment \(optional\)/).fill('Half a thought.');
  const saved = () =>
    query<{ count: number }>(
      "SELECT count(*)::int AS count FROM reviews r JOIN users u ON u.id = r.reviewer_id WHERE u.name LIKE 'Kwame%'",
    );
  const before = await saved();
  const [role] = await query<{ id: string }>(
    `UPDATE grants SET until = now() WHERE user_id = (SELECT id FROM users WHERE name LIKE 'Kwame%') RETURNING id::text`,
  );
  await reviewer.getByLabel('I abstain').check();
  await reviewer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(reviewer.getByRole('alert').first()).toContainText('You no longer review in this program');
  await expect(reviewer.getByLabel(/^Comment \(optional\)/)).toHaveValue('Half a thought.');
  await query("DELETE FROM sessions WHERE user_id = (SELECT id FROM users WHERE name LIKE 'Kwame%')");
  await reviewer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(reviewer.getByRole('alert').first()).toContainText('You are signed out, so this was not saved');
  await expect(reviewer.getByLabel(/^Comment \(optional\)/)).toHaveValue('Half a thought.');
  expect(await saved()).toEqual(before);

  await signInAs(page, 'Marguerite');
  await page.goto(at('/coverage'));
  await expect(page.getByRole('row', { name: /Kwame Delacroix/ }).first()).toContainText('Term ended');
  await expectNoFaults(page, [{ name: 'coverage, a term ended' }]);
  await page.getByRole('button', { name: /^Take back \d+/ }).click();
  await expect(page.getByRole('status')).toContainText('Taken back');
  await query('UPDATE grants SET until = NULL WHERE id = $1', [role?.id]);
});

test('a chair who abstains to read the others finds that saved and shown', async ({ page }) => {
  await signInAs(page, 'Marguerite');
  await page.goto(at('/coverage?show=done'));
  await page.getByRole('region', { name: 'Applications' }).locator('tbody a').first().click();
  await page.getByRole('button', { name: 'Abstain and read them' }).click();
  await expect(page.getByRole('status')).toContainText('Your review is saved');
  await expect(page.getByLabel('I abstain')).toBeChecked();
  await expect(page.locator('main')).toContainText('if each review is moved by how strict or kind its writer is');
});
