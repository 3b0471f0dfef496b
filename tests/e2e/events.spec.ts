import { expect, test, type Page } from '@playwright/test';
import { expectNoFaults } from './support/axe';
import { eventPages } from './support/events';
import { base, forgetLimits, query, signInAs } from './support/program';

type One = { reference: string; name: string };

/** Somebody of a pair at work who has not answered to the event, by the event's title. */
async function unanswered(title: string): Promise<One & { event: string }> {
  const [one] = await query<One & { event: string }>(
    `SELECT lower(m.reference) AS reference, a.name, e.id AS event FROM matches m
     JOIN applications a ON a.id = m.mentee_application_id JOIN cycle_events e ON e.cycle_id = m.cycle_id
     WHERE m.state = 'active' AND e.title LIKE $1 AND NOT EXISTS
       (SELECT FROM event_replies r WHERE r.event_id = e.id AND r.person_id = a.person_id)
     ORDER BY m.reference LIMIT 1`,
    [`${title}%`],
  );
  if (!one) throw new Error('Everybody answered.');
  return one;
}

/** By a session of its own: the sign-ins of the demonstration have only the first pairs. */
async function asPartner(page: Page): Promise<string> {
  await page.goto(`${base()}/dev/sign-in`);
  await page.locator('form').filter({ hasText: 'Pair ' }).first().getByRole('button').click();
  await page.waitForURL('**/pair/*');
  return new URL(page.url()).pathname;
}

test('an event from the plan to the list at the door', async ({ browser }) => {
  test.setTimeout(120_000);
  await forgetLimits();
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  const home = await asPartner(page);
  const panel = await unanswered('Panel');
  await page.goto(`${base()}/events/${panel.event}`);
  await page.getByLabel('Yes, I will come').check();
  await page.getByLabel(/What should we arrange/).fill('Large print, please.');
  await page.getByRole('button', { name: /my answer/ }).click();
  await expect(page.getByText(/You are on the waitlist|You have a place/).first()).toBeVisible();
  await page.goto(`${base()}/events/feed`);
  await page
    .getByRole('button', { name: /address/ })
    .first()
    .click();
  const address = await page.getByLabel('Address of your calendar').inputValue();
  expect((await page.request.get(address)).headers()['content-type']).toContain('text/calendar');
  expect(await (await page.request.get(address)).text()).toContain('BEGIN:VEVENT');
  await page.goto(`${base()}${home}/activities?q=interview`);
  await expect(page.getByRole('heading', { name: 'Practice a job interview' })).toBeVisible();

  await signInAs(page, 'Linus');
  const [, , , over = ''] = await eventPages();
  await page.goto(base() + over);
  const before = await page.getByRole('checkbox', { checked: true }).count();
  await page.getByRole('checkbox', { checked: false }).first().check();
  await page.getByRole('button', { name: 'Keep who came' }).click();
  await expect(page.getByText('Who came is kept.')).toBeVisible();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(before + 1);
});

test('pages of events, the library and topics', async ({ browser }) => {
  test.setTimeout(240_000);
  await forgetLimits();
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(15_000);
  const home = await asPartner(page);
  const events = await query<{ id: string }>("SELECT id FROM cycle_events WHERE 'pairs' = ANY (audience)");
  await expectNoFaults(page, [
    ...events.map(({ id }, index) => ({ name: `event ${index + 1}`, path: `/events/${id}` })),
    { name: 'private calendar', path: '/events/feed' },
    { name: 'activities', path: `${home}/activities` },
    { name: 'activities, none found', path: `${home}/activities?q=zebra` },
    { name: 'link that ended', path: '/events/invitation/no-such-token' },
  ]);
  await signInAs(page, 'Linus');
  const [fresh = '', coming = '', edit = '', over = '', entry = '', topic = ''] = await eventPages();
  const staff = fresh.replace('/events/new', '');
  const press = (name: string) => () => page.getByRole('button', { name }).click();
  await expectNoFaults(page, [
    { name: 'events', path: `${staff}/events` },
    { name: 'a new event, wrong', path: fresh, act: press('Make the event') },
    { name: 'an event to come', path: coming },
    { name: 'its form', path: edit },
    { name: 'an event that is over', path: over },
    { name: 'the library', path: `${staff}/library` },
    { name: 'an entry', path: entry },
    { name: 'topics', path: `${staff}/topics` },
    { name: 'a topic', path: topic },
    { name: 'a new topic, wrong', path: `${staff}/topics/new`, act: press('Save the topic') },
  ]);
});
