import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, type Browser } from '@playwright/test';
import { backUp } from '@/ops/backup';
import { fillForm, newApplicant, sendForm, startForm } from './support/applicant';
import { CANARY, findCanaries } from './support/canary';
import { crawl, type Page } from './support/crawl';
import { checksums, everyMail, everyTable, filesIn, untilQuiet } from './support/everything';
import { base, IN_REVIEW, mailTo, OPEN, query, readMail, signInAs } from './support/program';

test.describe.configure({ mode: 'serial' });

const ROOT = join(import.meta.dirname, '../..');
const DIST = process.env.NEXT_DIST_DIR ?? '.next';
const data = () => process.env.DATA_DIR ?? '';

const ROLES = {
  administrator: 'Rosalind',
  staff: 'Linus',
  chair: 'Marguerite',
  reviewer: 'Ximena',
  funder: 'Ottoline',
  officer: 'Isadora',
};
/** How many pages each opens: the chair and staff have the most kinds. */
const MOST: Record<string, number> = { chair: 200, staff: 140 };
const STARTS = [
  `/committee/${IN_REVIEW}`,
  `/committee/${OPEN}`,
  `/staff/${IN_REVIEW}/announcement`,
  `/committee/${IN_REVIEW}/funding`,
  '/committee?all=1',
  `/committee/${IN_REVIEW}/matching`,
  `/committee/${IN_REVIEW}/matching/compare?p=1&p=2`,
  `/committee/${IN_REVIEW}/matching/2/report`,
  `/staff/${IN_REVIEW}/confidentiality`,
  `/staff/${IN_REVIEW}/confidentiality/certificate`,
];

/** Somebody applies in both roles through the real pages, with confidential answers, and opens the mailed link. */
async function applyWithWishes(browser: Browser) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const { email, answers } = newApplicant('both');
  await startForm(page, 'both', email);
  await fillForm(page, answers, async (here) => {
    await here.locator('main [name="gender_own"][value="nonbinary"]').check({ force: true });
    await here.locator('main [name="ethnicity_own"][value="pacific"]').check({ force: true });
    await here.locator('main [name="ethnicity_wish"]').last().check({ force: true });
    await here
      .getByRole('button', { name: /continue/i })
      .first()
      .click();
    await here.getByRole('button', { name: 'Seal these answers' }).click();
  });
  await sendForm(page);
  const { text } = await mailTo(email, /We have your application/);
  await page.goto(/(http:\/\/localhost:\d+\/resume\/[\w-]+)/.exec(text)?.[1] ?? '');
  await page.locator('main form button').first().click();
  return context;
}

async function pathsInMails(): Promise<string[]> {
  const texts = (await readMail()).map(({ text }) => text).join('\n');
  // A link may end a sentence.
  return [...texts.matchAll(/http:\/\/localhost:\d+(\/[\w/?=&.-]*[\w=-])/g)].flatMap(([, path = '']) => path);
}

test('the matching read what nobody else may read', async ({ page }) => {
  const [plans] = await query<{ count: number }>(
    'SELECT count(*)::int FROM plans p JOIN cycles c ON c.id = p.cycle_id WHERE c.code = $1 AND p.run_id IS NOT NULL',
    [IN_REVIEW.toUpperCase()],
  );
  if (plans?.count === 0) {
    await signInAs(page, 'Marguerite');
    await page.goto(`${base()}/committee/${IN_REVIEW}/matching`);
    await page.getByRole('button', { name: /^Run the matching/ }).click();
    await expect(page.getByRole('link', { name: 'Plan 1', exact: true })).toBeVisible({ timeout: 30_000 });
  }
  const opened = await query<{ purpose: string }>(
    'SELECT DISTINCT purpose FROM vault.access_log WHERE record_count > 0',
  );
  // The past cycles of the demonstration were purged when the worker started.
  expect(opened.map(({ purpose }) => purpose).sort()).toEqual(['matching', 'statistics']);
});

test('no confidential answer in any page of any role, and looking changes nothing', async ({ browser }) => {
  test.setTimeout(240_000);
  const applicant = await applyWithWishes(browser);
  const members = [];
  for (const [role, name] of Object.entries(ROLES)) {
    const context = await browser.newContext();
    await signInAs(await context.newPage(), name);
    members.push({ role, context });
  }
  await untilQuiet();
  const before = await checksums();
  const visitor = await browser.newContext();
  const open = ['/', '/resume', '/sign-in', '/dev/sign-in', '/dev/mail', '/no/such', ...(await pathsInMails())];
  const own = ['', '/identity', '/check', '/more'].map((page) => `/apply/${OPEN}/both${page}`);
  const pages: Page[] = [
    ...(await crawl(visitor.request, { who: 'visitor', starts: open, most: 100 })),
    ...(await crawl(applicant.request, { who: 'applicant', starts: [...own, '/status'], most: 40 })),
  ];
  for (const { role, context } of members)
    pages.push(...(await crawl(context.request, { who: role, starts: STARTS, most: MOST[role] ?? 50 })));
  expect(findCanaries(pages)).toEqual([]);
  expect(await checksums()).toEqual(before);

  const faults = pages.filter(({ status }) => status >= 500).map(({ where }) => where);
  expect(faults).toEqual([]);
  const opened = (who: string, path: RegExp) =>
    pages.some(({ where, status }) => where.startsWith(who) && path.test(where) && status === 200);
  for (const [who, path] of [
    ['visitor', /\/confirm\//],
    ['visitor', /\/dev\/mail\/.+/],
    ['applicant', /\/both\/identity/],
    ['applicant', /\/status/],
    ['reviewer', /\/applications\/[0-9a-f]/],
    ['chair', /\/matching\/2\?mentee/],
    ['chair', /\/matching\/compare/],
    ['staff', /\/letters\//],
    ['staff', /\/deliveries/],
    ['administrator', /payload/],
    ['chair', /runs\/[0-9a-f-]+\/problem\.json/],
    ['staff', /\/confidentiality/],
    ['staff', /\/form\/trial/],
    ['staff', /\/eligibility/],
    ['applicant', /\/status\/confidential\//],
    ['applicant', /\/status\/copy/],
  ] as const)
    expect(opened(who, path), `${who} opened ${String(path)}`).toBe(true);
  console.log(`  ${pages.length} answers looked through`);
  for (const { context } of [...members, { context: visitor }, { context: applicant }]) await context.close();
});

test('no confidential answer in mails, tables, logs, files of the database and what was built', async () => {
  expect(findCanaries(await everyMail())).toEqual([]);
  const tables = await everyTable();
  expect(findCanaries(tables)).toEqual([]);
  expect(tables.map(({ where }) => where)).toEqual(
    expect.arrayContaining(['public.drafts', 'vault.answer', 'graphile_worker._private_jobs']),
  );
  // What was typed is a value of the form's own list, and no marker: so no row may even have a place for it.
  // The frozen totals of purged cycles name the questions, and have only figures.
  const rows = tables.filter(({ where }) => where !== 'public.identity_purges');
  const fields = rows.filter(({ content }) => /"(gender|ethnicity)(_own|_wish)?\\?"\s*:/.test(String(content)));
  expect(fields.map(({ where }) => where)).toEqual([]);
  await query('CHECKPOINT');
  expect(readFileSync(join(data(), 'logs', 'worker.log'), 'utf8')).toContain('plan saved');
  // Logs, mails as they travelled, the database's own files and its write-ahead log.
  expect(findCanaries(filesIn(data()))).toEqual([]);
  expect(findCanaries(filesIn(join(ROOT, DIST), /\/cache\//))).toEqual([]);
  expect(findCanaries(filesIn(join(ROOT, 'public')))).toEqual([]);
});

test('no confidential answer in a backup, and no key in it', async () => {
  const file = join(data(), 'canary-backup.gz');
  await backUp(process.env.BOOKEND_OWNER_URL ?? '', file);
  const text = gunzipSync(readFileSync(file));
  rmSync(file);
  expect(findCanaries([{ where: 'backup', content: text }])).toEqual([]);
  const keys = Object.values<string>(JSON.parse(readFileSync(join(data(), 'vault', 'keys.json'), 'utf8')));
  for (const key of keys) expect(text.includes(key)).toBe(false);
  expect(text.includes('vault.answer')).toBe(true);
});

test('no confidential answer in error pages and refusals', async ({ browser }) => {
  const context = await browser.newContext();
  await signInAs(await context.newPage(), ROLES.staff);
  const post = async (path: string, form: Record<string, string>) => {
    const headers = { Origin: base(), 'Sec-Fetch-Site': 'same-origin' };
    const answer = await context.request.post(base() + path, { form, headers, maxRedirects: 0 });
    return { where: path, status: answer.status(), content: await answer.text() };
  };
  const [application] = await query<{ id: string }>('SELECT id::text FROM applications LIMIT 1');
  const draft = (await query<{ id: string }>('SELECT id::text FROM drafts LIMIT 1'))[0]?.id ?? '';
  const refused = [
    await post(`/status/confidential/${draft}`, { erase: 'yes' }),
    await post(`/status/withdraw/${application?.id}`, {}),
    await post('/status/copy', { code: 'AAAA2222' }),
    await post(`/status/copy/${application?.id}`, {}),
    await post('/resume', { code: 'x'.repeat(3000) }),
    await post(`/apply/${OPEN}/mentee/identity`, { gender_own: CANARY, step: 'seal' }),
  ];
  expect(refused.map(({ status }) => status).every((status) => status >= 300 && status < 500)).toBe(true);
  expect(findCanaries(refused)).toEqual([]);
  await context.close();
});
