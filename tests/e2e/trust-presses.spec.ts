import {
  expect,
  request as newRequest,
  test,
  type APIRequestContext,
  type Browser,
  type Locator,
  type Page,
} from '@playwright/test';
import { closingForms } from './support/closing-pages';
import { eventPages } from './support/events';
import { pairPages } from './support/pairs';
import { fewOfEach, pressOf, type Press } from './support/presses';
import { checksums, untilQuiet } from './support/everything';
import { base, IN_REVIEW, OPEN, query, signInAs } from './support/program';

/** Fields with something that their form takes: a form that is wrong for everybody would prove nothing. */
const fillPlausibly = (form: Locator) =>
  form.evaluate((element) => {
    for (const field of element.querySelectorAll('input, textarea')) {
      if (field instanceof HTMLTextAreaElement && field.value === '') field.value = 'Pressed by a test.\nTwice.';
      if (!(field instanceof HTMLInputElement) || field.type === 'hidden') continue;
      if (field.type === 'email') field.value = 'pressed@example.test';
      else if (field.type === 'date') field.value = '2026-01-15';
      else if (field.type === 'text' && field.value === '') field.value = 'Pressed by a test';
      else if (field.type === 'checkbox' || field.type === 'radio') field.checked = true;
    }
  });

/** Every form of a page, caught on its way: nothing of it arrives. */
async function pressesOn(page: Page, by: string, path: string): Promise<Press[]> {
  const presses: Press[] = [];
  await page.goto(base() + path);
  const count = await page.locator('main form:not([method="get"])').count();
  for (let index = 0; index < count; index += 1) {
    if (index > 0) await page.goto(base() + path);
    const form = page.locator('main form:not([method="get"])').nth(index);
    // A button may stand outside its form.
    const button = await form.evaluate(
      (element) => (element instanceof HTMLFormElement && element.querySelector('button')?.textContent) || '(outside)',
    );
    await fillPlausibly(form);
    const caught = page.waitForRequest((request) => request.method() === 'POST', { timeout: 2_000 }).catch(() => null);
    await form.evaluate((element) => element instanceof HTMLFormElement && element.requestSubmit());
    const request = await caught;
    if (request) presses.push(pressOf(request, by, button));
  }
  return presses;
}

async function collect(browser: Browser, by: string, paths: readonly string[]): Promise<Press[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await signInAs(page, by);
  await page.route('**/*', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 204 }) : route.continue(),
  );
  const presses: Press[] = [];
  for (const path of paths) presses.push(...(await pressesOn(page, by, path)));
  await context.close();
  return fewOfEach(presses);
}

async function pagesWithForms() {
  const [application] = await query<{ id: string }>(
    `SELECT a.id FROM applications a JOIN cycles c ON c.id = a.cycle_id
     WHERE c.code = $1 AND a.state = 'accepted' ORDER BY a.reference LIMIT 1`,
    [IN_REVIEW.toUpperCase()],
  );
  const [plan] = await query<{ number: number }>(
    `SELECT number FROM plans p JOIN cycles c ON c.id = p.cycle_id WHERE c.code = $1 ORDER BY number DESC LIMIT 1`,
    [IN_REVIEW.toUpperCase()],
  );
  const [committee, staff] = [`/committee/${IN_REVIEW}`, `/staff/${IN_REVIEW}`];
  const { pair } = await pairPages('Ingeborg');
  return {
    staff: [
      `${staff}/people/${application?.id}`,
      `${staff}/people/${application?.id}/answers/about`,
      `${staff}/people/enter`,
      `${staff}/people/twice`,
      `/staff/${OPEN}/back`,
      `${staff}/eligibility`,
      `${staff}/form`,
      `/staff/${OPEN}/form`,
      `${staff}/form/frameworks`,
      `${staff}/days`,
      `${staff}/book`,
      '/staff/programs/alsc-mentoring/words',
      '/staff/programs/alsc-mentoring/new-cycle?template=alsc-yearly&opens=2031-09-01',
      `${staff}/announcement`,
      `${staff}/announcement/templates/matched_mentor`,
      `${staff}/announcement/notices/new`,
      `${staff}/announcement/release`,
      `${staff}/announcement/deliveries`,
      `${staff}/confidentiality`,
      `${staff}/funding`,
      // One with a concern that waits for staff, and the page that spreads liaisons.
      pair,
      pair.slice(0, pair.lastIndexOf('/')),
      ...(await eventPages()),
      // The opening of the closing questions and its reminders; planning topics and the library.
      ...(await closingForms()),
    ],
    administrator: ['/staff/programs/alsc-mentoring/members'],
    // One with a concern that waits for the officer.
    officer: [`/committee/${pair.split('/')[2]}/concerns`],
    funding: [`${committee}/funding`, `${committee}/funding/release`],
    chair: [
      `${committee}/applications/${application?.id}`,
      `${committee}/applications/together?mine=all&move=hold&of=all`,
      `${committee}/matching`,
      ...(plan ? [`${committee}/matching/${plan.number}`, `${committee}/matching/${plan.number}/report`] : []),
    ],
  };
}

/** What the table of presses is worth: at least these kinds of them were caught. */
const LEAST = 8;

/** Whether one of our pages gives this person the button too: reviewers press some of the committee's, and keys are one's own. */
const isTheirs = (who: string, { path, button }: Press) =>
  (who === 'Ximena' && path.includes('/applications/')) || button.startsWith('Turn the keys');

test('what others press changes nothing, whoever they are and wherever it comes from', async ({ browser }) => {
  test.setTimeout(300_000);
  const { staff, chair, funding, officer, administrator } = await pagesWithForms();
  const presses = [
    ...(await collect(browser, 'Linus', staff)),
    ...(await collect(browser, 'Marguerite', chair)),
    ...(await collect(browser, 'Ottoline', funding)),
    ...(await collect(browser, 'Isadora', officer)),
    ...(await collect(browser, 'Rosalind', administrator)),
  ];
  const kinds = new Set(presses.map(({ headers, button }) => headers['next-action'] ?? button));
  expect(kinds.size, [...kinds].join(' ')).toBeGreaterThanOrEqual(LEAST);

  await untilQuiet();
  const others = {
    Ximena: await jarOf(browser, 'Ximena'),
    Sunniva: await jarOf(browser, 'Sunniva'),
    visitor: undefined,
  };
  const before = await checksums();
  for (const [who, storageState] of Object.entries(others)) {
    const client = await newRequest.newContext(storageState ? { storageState } : {});
    for (const press of presses.filter((one) => !isTheirs(who, one))) {
      const answer = await send(client, press, { origin: base(), 'sec-fetch-site': 'same-origin' });
      const said = `${who}, ${press.button} on ${press.path}`;
      expect([200, 303, 307, 403, 404], said).toContain(answer.status());
    }
    await client.dispose();
  }
  expect(await checksums()).toEqual(before);

  const own = await newRequest.newContext({ storageState: await jarOf(browser, 'Linus') });
  const asBefore = await checksums();
  const mine = presses.filter(({ by }) => by === 'Linus');
  for (const press of mine)
    for (const origin of [{ origin: 'https://elsewhere.example.org' }, { 'sec-fetch-site': 'cross-site' }, {}])
      expect((await send(own, press, origin)).status(), `${press.button} from elsewhere`).toBe(403);
  expect(await checksums()).toEqual(asBefore);

  // The same presses by the one whose buttons they are: they do something, so that the table above is worth something.
  let works = 0;
  let last = asBefore;
  for (const press of mine) {
    await send(own, press, { origin: base(), 'sec-fetch-site': 'same-origin' });
    const now = await checksums();
    if (JSON.stringify(now) !== JSON.stringify(last)) works += 1;
    last = now;
  }
  await own.dispose();
  console.log(
    `  ${presses.length} presses of ${kinds.size} kinds; ${works} of ${mine.length} did something for their own`,
  );
  expect(works).toBeGreaterThanOrEqual(3);
});

/** A press as somebody sends it, from some page. */
const send = (client: APIRequestContext, press: Press, from: Record<string, string>) =>
  client.post(base() + press.path, {
    headers: { ...press.headers, ...from },
    data: press.body,
    maxRedirects: 0,
  });

async function jarOf(browser: Browser, name: string) {
  const context = await browser.newContext();
  await signInAs(await context.newPage(), name);
  const state = await context.storageState();
  await context.close();
  return state;
}
