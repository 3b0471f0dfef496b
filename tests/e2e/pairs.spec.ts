import { expect, test, type Browser, type Page } from '@playwright/test';
import { expectNoFaults } from './support/axe';
import { base, forgetLimits, query, signInAs } from './support/program';

type Two = { id: string; code: string; reference: string; mentor: string; mentee: string };

/** A pair at work of the demonstration; the first are among the sign-ins. */
async function pairAt(place: number): Promise<Two> {
  const [two] = await query<Two>(
    `SELECT m.id, lower(c.code) AS code, lower(m.reference) AS reference, r.name AS mentor, e.name AS mentee
     FROM matches m JOIN cycles c ON c.id = m.cycle_id JOIN applications r ON r.id = m.mentor_application_id
     JOIN applications e ON e.id = m.mentee_application_id WHERE m.state = 'active' ORDER BY m.reference OFFSET $1 LIMIT 1`,
    [place],
  );
  if (!two) throw new Error('No pair is at work in the demonstration.');
  return two;
}

async function asPartner(page: Page, name: string, reference: string): Promise<void> {
  await page.goto(`${base()}/dev/sign-in`);
  const card = page
    .locator('form')
    .filter({ hasText: `Pair ${reference.toUpperCase()}` })
    .filter({ hasText: name });
  await card.getByRole('button').click();
  await page.waitForURL(`**/pair/${reference}`);
}

async function newPage(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

test('two people work together, and somebody looks after them', async ({ browser }) => {
  test.setTimeout(120_000);
  await forgetLimits();
  const two = await pairAt(0);
  const [mentee, mentor, staff] = [await newPage(browser), await newPage(browser), await newPage(browser)];
  const home = `${base()}/pair/${two.reference}`;

  await asPartner(mentee, two.mentee, two.reference);
  await query('DELETE FROM pair_goals WHERE match_id = $1', [two.id]);
  await mentee.goto(`${home}/goals/new`);
  await mentee.getByLabel('Goal', { exact: true }).fill('Lead a book club for eight weeks.');
  await mentee.getByLabel('Begun').check();
  await mentee.getByRole('button', { name: 'Save the goal' }).click();
  await expect(mentee.getByText('The goal is saved.')).toBeVisible();

  await asPartner(mentor, two.mentor, two.reference);
  await expect(mentor.getByText('Lead a book club for eight weeks.').first()).toBeVisible();
  await mentor.getByRole('link', { name: 'Write down that you were in contact' }).first().click();
  await mentor.getByLabel('Video call').check();
  await mentor.getByLabel('Minutes').fill('45');
  await mentor.getByRole('button', { name: 'Write it down' }).click();
  await expect(mentor.getByText('It is written down.')).toBeVisible();
  await mentor.goto(`${home}/check-in/halfway`);
  await mentor.locator('#f-going-2').check();
  await mentor.locator('#f-enough-4').check();
  await mentor.getByLabel(/Anything that we should know/).fill('We talk past each other.');
  await mentor.getByRole('button', { name: 'Send my answer' }).click();
  await expect(mentor.getByText('Your answer is kept. Thank you.')).toBeVisible();

  await mentee.goto(`${home}/concern`);
  await mentee.getByLabel('Staff who run the program').check();
  await mentee.getByLabel(/What would you like to tell/).fill('Please speak with me.');
  await mentee.getByRole('button', { name: 'Send it in confidence' }).click();
  await expect(mentee.getByRole('heading', { name: 'It is with those you chose' })).toBeVisible();
  await mentor.goto(home);
  await expect(mentor.getByText('Please speak with me.')).toHaveCount(0);

  await signInAs(staff, 'Linus');
  await staff.goto(`${base()}/staff/${two.code}/pairs?show=tasks`);
  await staff.getByRole('link', { name: two.reference.toUpperCase() }).click();
  for (const words of ['We talk past each other.', 'Please speak with me.', 'It goes badly'])
    await expect(staff.getByText(words).first()).toBeVisible();
  await expect(staff.getByText('Lead a book club')).toHaveCount(0);
  await staff.getByText(/^Close this task: Concern/).click();
  await staff.getByLabel('What came of it?').first().fill('Called her.');
  await staff.getByRole('button', { name: 'Close the task' }).first().click();
  await expect(staff.getByText('The task is closed, and your note is kept.')).toBeVisible();
});

test('an officer for concerns reads what was told to them alone', async ({ browser }) => {
  test.setTimeout(120_000);
  await forgetLimits();
  const two = await pairAt(2);
  const [mentee, officer, staff] = [await newPage(browser), await newPage(browser), await newPage(browser)];
  await asPartner(mentee, two.mentee, two.reference);
  await mentee.goto(`${base()}/pair/${two.reference}/concern`);
  await mentee.getByLabel('Officer for concerns: Isadora Nakamura-Bright').check();
  await mentee.getByLabel(/What would you like to tell/).fill('Only the officer may know.');
  await mentee.getByRole('button', { name: 'Send it in confidence' }).click();
  await expect(mentee.getByRole('heading', { name: 'It is with those you chose' })).toBeVisible();

  await signInAs(staff, 'Linus');
  await staff.goto(`${base()}/staff/${two.code}/pairs/${two.id}`);
  await expect(staff.getByRole('heading', { name: `${two.mentor} and ${two.mentee}` })).toBeVisible();
  await expect(staff.getByText(/Only the officer may know|Concern/)).toHaveCount(0);

  await signInAs(officer, 'Isadora');
  await officer.goto(`${base()}/committee`);
  await officer.waitForURL(`**/committee/${two.code}/concerns`);
  const told = officer.getByRole('listitem').filter({ hasText: 'Only the officer may know.' });
  await told.getByText(/^Close this task/).click();
  await told.getByRole('button', { name: 'Close the task' }).click();
  await expect(told.getByText('Write what came of it.').first()).toBeVisible();
  await told.getByLabel('What came of it?').fill('Spoke with her.');
  await told.getByRole('button', { name: 'Close the task' }).click();
  await expect(officer.getByText('It is closed, and your note is kept.')).toBeVisible();
  await expect(officer.getByText('Only the officer may know.')).toHaveCount(0);
});

test('the pages of a pair, and of those who look after it', async ({ browser }) => {
  test.setTimeout(240_000);
  await forgetLimits();
  const two = await pairAt(1);
  const page = await newPage(browser);
  await asPartner(page, two.mentee, two.reference);
  const home = `/pair/${two.reference}`;
  const press = () => page.locator('main form .button').last().click();
  await expectNoFaults(page, [
    { name: 'a pair', path: home },
    { name: 'agreement', path: `${home}/agreement` },
    { name: 'goal, wrong', path: `${home}/goals/new`, act: press },
    {
      name: 'log, wrong',
      path: `${home}/meetings`,
      act: () => page.getByRole('button', { name: 'Write it down' }).click(),
    },
    { name: 'check-in', path: `${home}/check-in/first_week` },
    {
      name: 'check-in, wrong',
      path: `${home}/check-in/three_months`,
      act: () =>
        query('DELETE FROM pair_check_ins WHERE match_id = $1', [two.id])
          .then(() => page.reload())
          .then(press),
    },
    { name: 'if something is not right, wrong', path: `${home}/help`, act: press },
    { name: 'a concern, wrong', path: `${home}/concern`, act: press },
    { name: 'link that ended', path: '/pair/link/no-such-token' },
  ]);
  await signInAs(page, 'Linus');
  const openAll = () =>
    page.evaluate(() => document.querySelectorAll('details').forEach((one) => one.setAttribute('open', '')));
  await expectNoFaults(page, [
    { name: 'pairs', path: `/staff/${two.code}/pairs` },
    { name: 'pairs that are silent', path: `/staff/${two.code}/pairs?show=silent` },
    { name: 'one pair', path: `/staff/${two.code}/pairs/${two.id}`, act: openAll },
  ]);
  await signInAs(page, 'Isadora');
  await expectNoFaults(page, [{ name: 'concerns', path: `/committee/${two.code}/concerns`, act: openAll }]);
  await signInAs(page, 'Ximena');
  await expectNoFaults(page, [{ name: 'my pairs', path: `/committee/${two.code}/pairs` }]);
});
