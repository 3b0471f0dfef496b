import { expect, test, type Browser } from '@playwright/test';
import { crawl, type Page } from './support/crawl';
import { base, IN_REVIEW, query, signInAs } from './support/program';

type Somebody = { id: string; person_id: string; name: string; email: string; reference: string };

/** Accepted people whose name nobody else has, so that a name that is found is theirs. */
const people = () =>
  query<Somebody>(
    `SELECT a.id, a.person_id, a.name, a.email, a.reference FROM applications a JOIN cycles c ON c.id = a.cycle_id
     WHERE c.code = $1 AND a.state = 'accepted' AND NOT EXISTS (SELECT FROM users u WHERE u.person_id = a.person_id)
       AND (SELECT count(*) FROM applications o WHERE o.name = a.name) = 1 ORDER BY a.reference`,
    [IN_REVIEW.toUpperCase()],
  );

/** Where a walk through a cycle in review begins. */
function reviewPages(of: Somebody): string[] {
  const [committee, staff] = [`/committee/${IN_REVIEW}`, `/staff/${IN_REVIEW}`];
  return [
    committee,
    `${committee}/applications?mine=all&q=${encodeURIComponent(of.name)}`,
    `${committee}/applications?mine=all&q=${of.reference}`,
    `${committee}/applications/${of.id}`,
    `${committee}/applications/together?mine=all&move=discuss&of=all`,
    `${committee}/applications/together/done`,
    `${committee}/print?mine=all`,
    `${committee}/find?q=${of.reference}`,
    `${committee}/find/results?q=${of.reference.slice(0, 5)}`,
    `${committee}/find/results?q=${encodeURIComponent(of.name.slice(0, 3))}`,
    `${committee}/matching`,
    `${committee}/matching/compare?p=1&p=2`,
    `${committee}/conflicts`,
    `${staff}/announcement`,
    `${staff}/announcement/letters/${of.person_id}`,
    `${staff}/people/${of.id}`,
  ];
}

type Walk = { pages: Page[]; traces: string[] };

/** Every page and payload that a member opens, and what stands in it of somebody. */
async function tracesOf(browser: Browser, member: string, of: Somebody, starts = reviewPages(of)): Promise<Walk> {
  const context = await browser.newContext();
  await signInAs(await context.newPage(), member);
  const pages = await crawl(context.request, { who: member, starts, most: 110 });
  await context.close();
  const marks = [of.name, of.email, of.reference, of.person_id];
  const asked = encodeURIComponent(of.name).replaceAll('%20', '+');
  const traces = pages.flatMap(({ where, content }) => {
    // What the member typed or asked for comes back; nothing else may.
    const said = where.includes('q=') || where.includes(of.person_id) || where.includes(of.id) ? marks : [];
    const found = marks.filter((mark) => content.replaceAll(asked, '').includes(mark) && !said.includes(mark));
    return found.map((mark) => `${where}: ${mark}`);
  });
  return { pages, traces };
}

test('who declares a conflict sees nothing of the person in any page; the others do', async ({ page, browser }) => {
  test.setTimeout(240_000);
  const [, someone] = await people();
  if (!someone) throw new Error('Nobody in the demonstration has a name of their own.');
  await signInAs(page, 'Ximena');
  await page.goto(`${base()}/committee/${IN_REVIEW}/applications/${someone.id}`);
  await expect(page.getByRole('heading', { name: someone.name })).toBeVisible();
  await page.getByText('I have a conflict of interest').click();
  await page.getByLabel('Why?').fill('We work together.');
  await page.getByRole('button', { name: 'Close this application to me' }).click();
  await expect(page.getByText('Closed to you')).toBeVisible();

  const fenced = await tracesOf(browser, 'Ximena', someone);
  expect(fenced.traces).toEqual([]);
  expect(fenced.pages.length).toBeGreaterThan(40);
  // The same walk finds the person for who is not fenced, so that it is worth something.
  const open = await tracesOf(browser, 'Marguerite', someone);
  expect(open.traces.length).toBeGreaterThan(5);
});

const closeTo = (member: string, { person_id }: Somebody) =>
  query(
    `INSERT INTO conflicts (id, organization_id, user_id, person_id, state, source, reason, settled_by_id, settled_at)
     SELECT gen_random_uuid(), u.organization_id, u.id, $1, 'in_force', 'found', 'Same employer', u.id, now()
     FROM users u WHERE u.name LIKE $2 || '%'`,
    [person_id, member],
  );

type Paired = Somebody & { code: string; match_id: string; event_id: string };

/** Somebody of a pair whose name is their own, and who said yes to an event. */
const paired = () =>
  query<Paired>(
    `SELECT a.id, a.person_id, a.name, a.email, a.reference, lower(c.code) AS code, m.id AS match_id, e.id AS event_id
     FROM applications a JOIN matches m ON a.id IN (m.mentor_application_id, m.mentee_application_id)
     JOIN cycles c ON c.id = m.cycle_id JOIN cycle_events e ON e.cycle_id = c.id
     JOIN event_replies r ON r.event_id = e.id AND r.person_id = a.person_id AND r.state = 'yes'
     WHERE m.state = 'active' AND NOT EXISTS (SELECT FROM users u WHERE u.person_id = a.person_id)
       AND (SELECT count(*) FROM applications o WHERE o.name = a.name) = 1 ORDER BY e.starts_at, a.reference`,
  );

/** Pairs, events with their lists, the closing with its papers, reports and the book. */
function yearPages({ id, code, match_id: matchId, event_id: eventId }: Paired): string[] {
  const staff = `/staff/${code}`;
  return [
    `${staff}/pairs`,
    `${staff}/pairs/${matchId}`,
    `${staff}/events`,
    `${staff}/events/${eventId}`,
    `${staff}/closing`,
    `${staff}/closing/pairs/${matchId}`,
    `${staff}/closing/growth`,
    `${staff}/closing/quotes`,
    `${staff}/closing/quotes/file`,
    `${staff}/closing/papers`,
    `${staff}/closing/papers/${id}-certificate`,
    `${staff}/reports`,
    ...['funnel', 'meetings', 'growth', 'satisfaction'].map((key) => `${staff}/reports/${key}.csv`),
    `${staff}/book`,
  ];
}

/** The file of who comes to an event, which is taken by a press because that is recorded. */
async function attendeesOf(browser: Browser, member: string, { code, event_id: id }: Paired): Promise<string> {
  const context = await browser.newContext();
  await signInAs(await context.newPage(), member);
  const headers = { origin: base(), 'sec-fetch-site': 'same-origin' };
  const answer = await context.request.post(`${base()}/staff/${code}/events/${id}/list`, { headers });
  expect(answer.status()).toBe(200);
  const list = await answer.text();
  await context.close();
  return list;
}

test('nothing of the year shows a person who is closed to the reader', async ({ browser }) => {
  test.setTimeout(240_000);
  const [someone] = await paired();
  if (!someone) throw new Error('Nobody in a pair of the demonstration said yes to an event.');
  // The same walk finds the person for who is not fenced, so that it is worth something.
  const open = await tracesOf(browser, 'Linus', someone, yearPages(someone));
  const found = (part: string) => open.traces.some((trace) => trace.includes(`/${someone.code}/${part}`));
  for (const part of ['pairs', `events/${someone.event_id}`, 'closing']) expect(found(part), part).toBe(true);
  expect(await attendeesOf(browser, 'Linus', someone)).toContain(someone.name);
  for (const member of ['Linus', 'Marguerite']) {
    await closeTo(member, someone);
    const { pages, traces } = await tracesOf(browser, member, someone, yearPages(someone));
    expect(traces, member).toEqual([]);
    expect(pages.length).toBeGreaterThan(20);
  }
  expect(await attendeesOf(browser, 'Linus', someone)).not.toContain(someone.name);
  await query('DELETE FROM conflicts');
});

test('a chair who is fenced by staff sees nothing of the person either, in matching and letters', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const [someone] = (await people()).slice(4);
  if (!someone) throw new Error('Nobody in the demonstration has a name of their own.');
  await closeTo('Marguerite', someone);
  const { traces } = await tracesOf(browser, 'Marguerite', someone);
  expect(traces).toEqual([]);
  await signInAs(page, 'Linus');
  await page.goto(`${base()}/committee/${IN_REVIEW}/conflicts`);
  await expect(page.getByText(someone.name, { exact: true })).toBeVisible();
  await query('DELETE FROM conflicts');
});
