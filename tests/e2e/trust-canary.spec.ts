import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Browser } from '@playwright/test';
import { fillForm, newApplicant, sendForm, startForm } from './support/applicant';
import { CANARY, findCanaries, spellingsOf } from './support/canary';
import { crawl, type Page } from './support/crawl';
import { checksums, everyMail, everyTable, filesIn, untilQuiet } from './support/everything';
import { base, IN_REVIEW, mailTo, OPEN, query, readMail, signInAs } from './support/program';

test.describe.configure({ mode: 'serial' });

const ROOT = join(import.meta.dirname, '../..');
const DIST = process.env.NEXT_DIST_DIR ?? '.next';
const data = () => process.env.DATA_DIR ?? '';

const ROLES = { administrator: 'Rosalind', staff: 'Linus', chair: 'Marguerite', reviewer: 'Ximena' };
const STARTS = [
  `/committee/${IN_REVIEW}`,
  `/committee/${OPEN}`,
  `/staff/${IN_REVIEW}/announcement`,
  '/committee?all=1',
  `/committee/${IN_REVIEW}/matching`,
  `/committee/${IN_REVIEW}/matching/compare?p=1&p=2`,
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
  return [...texts.matchAll(/http:\/\/localhost:\d+(\/[\w/?=&.-]+)/g)].flatMap(([, path = '']) => path);
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
  expect(opened).toEqual([{ purpose: 'matching' }]);
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
    pages.push(...(await crawl(context.request, { who: role, starts: STARTS, most: role === 'chair' ? 120 : 50 })));
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
  const fields = tables.filter(({ content }) => /"(gender|ethnicity)(_own|_wish)?\\?"\s*:/.test(String(content)));
  expect(fields.map(({ where }) => where)).toEqual([]);
  await query('CHECKPOINT');
  expect(readFileSync(join(data(), 'logs', 'worker.log'), 'utf8')).toContain('plan saved');
  // Logs, mails as they travelled, the database's own files and its write-ahead log.
  expect(findCanaries(filesIn(data()))).toEqual([]);
  expect(findCanaries(filesIn(join(ROOT, DIST), /\/cache\//))).toEqual([]);
  expect(findCanaries(filesIn(join(ROOT, 'public')))).toEqual([]);
});

test('the same search finds what is planted, in every spelling', async ({ browser }) => {
  const marker = `${CANARY}-planted`;
  for (const [name, texts] of Object.entries(spellingsOf(CANARY)))
    for (const text of texts)
      expect(findCanaries([{ where: 'a text', content: `..${text}..` }])).toContain(`a text (${name})`);
  for (const padding of ['', 'x', 'xx']) {
    const written = Buffer.from(padding + marker).toString('base64');
    expect(findCanaries([{ where: 'a text', content: written }])).toContain('a text (base64)');
  }

  await query(
    `INSERT INTO outbox_messages (id, organization_id, key, kind, state, to_address, subject, text, html, not_before, created_at)
     SELECT gen_random_uuid(), id, 'planted', 'test', 'stopped', 'nobody@example.test', '', $1, '', now(), now() FROM organizations`,
    [`Your wish ${marker}`],
  );
  expect(findCanaries(await everyTable())).toEqual(['public.outbox_messages (plain)']);
  await query("DELETE FROM outbox_messages WHERE key = 'planted'");

  const [application] = await query<{ id: string; answers: object }>(
    `SELECT a.id::text, a.answers FROM applications a JOIN cycles c ON c.id = a.cycle_id WHERE c.code = $1 AND a.role = 'mentee' LIMIT 1`,
    [IN_REVIEW.toUpperCase()],
  );
  const keep = (answers: object) =>
    query('UPDATE applications SET answers = $2::jsonb WHERE id = $1', [application?.id, JSON.stringify(answers)]);
  await keep({ ...application?.answers, employer: marker });
  const context = await browser.newContext();
  await signInAs(await context.newPage(), ROLES.chair);
  const answer = await context.request.get(`${base()}/committee/${IN_REVIEW}/applications/${application?.id}`);
  expect(findCanaries([{ where: 'a page', content: await answer.text() }])).toEqual(['a page (plain)']);
  await keep(application?.answers ?? {});
  await context.close();

  appendFileSync(join(data(), 'logs', 'web.log'), `{"level":20,"msg":"${Buffer.from(marker).toString('hex')}"}\n`);
  expect(findCanaries(filesIn(join(data(), 'logs')))).toEqual(['web.log (hex)']);
});
