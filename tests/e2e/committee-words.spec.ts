import { expect, test, type Browser, type Page } from '@playwright/test';
import { base, IN_REVIEW, query, signInAs } from './support/program';

const at = (rest: string) => `${base()}/committee/${IN_REVIEW}${rest}`;
const WORDS = 'Half a thought that took an hour.';

/** An application as somebody of the committee reads it whose browser runs no script. */
async function readerOf(browser: Browser, name: string) {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs(page, name);
  await page.goto(at('/applications?mine=all&state=submitted'));
  const link = page.locator('main tbody th a').first();
  const applicant = (await link.textContent()) ?? '';
  await link.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(applicant);
  return { page, applicant, id: new URL(page.url()).pathname.split('/').at(-1) ?? '' };
}

async function press(page: Page, button: string): Promise<number> {
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.request().method() === 'POST'),
    page.getByRole('button', { name: button, exact: true }).first().click(),
  ]);
  await page.waitForLoadState();
  return answer.status();
}

type Form = {
  who: string;
  /** The field of its words. */
  field: string;
  button: string;
  /** What the words are called afterwards. */
  kept: string;
  /** What is pressed before it is to be seen; what else is ticked, and filled in. */
  open?: string;
  tick?: string;
  first?: string;
};
/** Forms of the page of an application. */
const FORMS: Form[] = [
  { who: 'Kwame', field: 'comment', tick: 'input[name=abstain]', button: 'Save', kept: 'Comment' },
  { who: 'Kwame', field: 'question', button: 'Ask the applicant', kept: 'Question' },
  {
    who: 'Kwame',
    field: 'reason',
    open: 'I have a conflict of interest',
    button: 'Close this application to me',
    kept: 'Reason',
  },
  { who: 'Marguerite', field: 'body', button: 'Write to the committee', kept: 'Text' },
  { who: 'Marguerite', field: 'note', tick: 'input[name=decision]', button: 'Stage decision', kept: 'Note' },
  { who: 'Linus', field: 'reason', open: 'Note somebody', first: 'other', button: 'Note', kept: 'Reason' },
];
const set = (name: string, until: string) =>
  query(`UPDATE grants SET until = ${until} WHERE user_id = (SELECT id FROM users WHERE name LIKE $1 || '%')`, [name]);

/** Fills in the form of a field, lets something happen, presses its button, and undoes what happened. */
async function type(
  page: Page,
  { field, open, tick, first, button }: Form,
  meanwhile: () => Promise<unknown>,
  undo: () => Promise<unknown>,
) {
  const form = page
    .locator('main form')
    .filter({ has: page.getByRole('button', { name: button, exact: true, includeHidden: true }) });
  if (open) await page.getByText(open).click();
  if (first) await form.locator(`[name=${first}]`).fill('nobody@example.test');
  await form.locator(`[name=${field}]`).fill(WORDS);
  if (tick) await form.locator(tick).first().check();
  await meanwhile();
  try {
    return await press(page, button);
  } finally {
    await undo();
  }
}

async function expectGivenBack(page: Page, kept: string, why: string) {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not saved');
  await expect(page.getByLabel(kept, { exact: true })).toHaveValue(WORDS);
  await expect(page.getByLabel(kept, { exact: true })).not.toBeEditable();
  await expect(page.getByRole('alert')).toContainText(why);
}

test('what was typed is given back when the role ended meanwhile, and nothing else of the page', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  for (const form of FORMS) {
    const { page, applicant } = await readerOf(browser, form.who);
    const status = await type(
      page,
      form,
      () => set(form.who, 'now()'),
      () => set(form.who, 'NULL'),
    );
    expect([form.field, status]).toEqual([form.field, 200]);
    await expectGivenBack(
      page,
      form.kept,
      form.field === 'comment' ? 'You no longer review' : 'You do not have access',
    );
    const html = await page.content();
    expect(html).not.toContain(applicant.split(' ').at(-1));
    await page.context().close();
  }
});

test('words that were saved are not said to be lost', async ({ browser }) => {
  const { page } = await readerOf(browser, 'Marguerite');
  await page.locator('main form [name=body]').first().fill(WORDS);
  expect(await press(page, 'Write to the committee')).toBe(200);
  await expect(page.locator('main')).toContainText(WORDS);
  await expect(page.getByText('Not saved')).toHaveCount(0);
  await query('DELETE FROM discussion_comments WHERE body = $1', [WORDS]);
  await page.context().close();
});

test('rows of a file are given back too', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInAs(page, 'Marguerite');
  await page.goto(at('/coverage/file'));
  await page.getByLabel('Or paste the rows').fill('reference,email\nX99-E-0001,nobody@example.test');
  await set('Marguerite', 'now()');
  try {
    await press(page, 'Look at it');
  } finally {
    await set('Marguerite', 'NULL');
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not saved');
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/X99-E-0001,nobody@example\.test/);
  await page.context().close();
});

test('the same when the person was closed to them, or they were signed out', async ({ browser }) => {
  const [form] = FORMS;
  if (!form) throw new Error('no form');
  const { page, applicant, id } = await readerOf(browser, form.who);
  const [conflict] = await query<{ id: string }>('SELECT gen_random_uuid()::text AS id');
  const fence = () =>
    query(
      `INSERT INTO conflicts (id, organization_id, user_id, person_id, state, source, reason, settled_by_id, settled_at)
      SELECT $1, a.organization_id, u.id, a.person_id, 'in_force', 'declared', '', u.id, now()
      FROM applications a, users u WHERE a.id = $2 AND u.name LIKE 'Kwame%'`,
      [conflict?.id, id],
    );
  expect(await type(page, form, fence, () => query('DELETE FROM conflicts WHERE id = $1', [conflict?.id]))).toBe(200);
  await expectGivenBack(page, 'Comment', 'Error: ');
  expect(await page.content()).not.toContain(applicant.split(' ').at(-1));
  await page.context().close();

  const other = await readerOf(browser, form.who);
  const signOut = () => query("DELETE FROM sessions WHERE user_id = (SELECT id FROM users WHERE name LIKE 'Kwame%')");
  expect(await type(other.page, form, signOut, () => Promise.resolve())).toBe(200);
  await expectGivenBack(other.page, 'Comment', 'You are signed out');
  await expect(other.page.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expect(other.page.getByRole('button', { name: 'Sign out' })).toHaveCount(0);
  await other.page.context().close();
});

test('a page that is still there, without its form, has them on top', async ({ browser }) => {
  const [form] = FORMS;
  if (!form) throw new Error('no form');
  const { page, applicant, id } = await readerOf(browser, form.who);
  const state = (to: string) => query('UPDATE applications SET state = $2 WHERE id = $1', [id, to]);
  expect(
    await type(
      page,
      form,
      () => state('withdrawn'),
      () => state('submitted'),
    ),
  ).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(applicant);
  await expect(page.locator('.error-summary').first()).toContainText(/^Not saved: \S/);
  await page.getByText('What you typed, to copy').click();
  await expect(page.locator('#kept-comment')).toHaveValue(WORDS);
  await page.context().close();
});
