import type { Browser, Page } from '@playwright/test';
import { base, IN_REVIEW, query, signInAs } from '../e2e/support/program';
import { shoot } from './camera';

const back = (years: number) => IN_REVIEW.replace(/\d+/, (year) => String(Number(year) - years));
const [ACTIVE, ARCHIVED] = [back(1), back(2)];

async function visit(page: Page, name: string, path: string): Promise<void> {
  await page.goto(base() + path);
  await shoot(page, name);
}

/** The first link of a page whose address matches. */
const linkOf = (page: Page, pattern: RegExp) =>
  page
    .locator('main a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    .then((hrefs) => hrefs.find((href) => pattern.test(href)) ?? '');

async function asPartner(page: Page, reference: string): Promise<void> {
  await page.goto(`${base()}/dev/sign-in`);
  await page
    .locator('form')
    .filter({ hasText: `Pair ${reference}` })
    .first()
    .getByRole('button')
    .click();
  await page.waitForURL('**/pair/**');
}

/** Staff look after pairs, plan events, read what came of it, and lead over to the next cycle. */
async function walkStaff(page: Page): Promise<void> {
  await signInAs(page, 'Linus');
  await visit(page, 'pairs', `/staff/${ACTIVE}/pairs`);
  await visit(page, 'pair-desk', await linkOf(page, /\/pairs\/[0-9a-f-]{36}/));
  await visit(page, 'events', `/staff/${ACTIVE}/events`);
  const event = await linkOf(page, /\/events\/[0-9a-f-]{36}/);
  await visit(page, 'event-desk', event);
  await visit(page, 'event-edit', `${event}/edit`);
  await visit(page, 'library', `/staff/${ACTIVE}/library`);
  await visit(page, 'closing', `/staff/${ARCHIVED}/closing`);
  await visit(page, 'closing-growth', `/staff/${ARCHIVED}/closing/growth`);
  await visit(page, 'closing-quotes', `/staff/${ARCHIVED}/closing/quotes`);
  await visit(page, 'closing-papers', `/staff/${ARCHIVED}/closing/papers`);
  await visit(page, 'reports', `/staff/${ARCHIVED}/reports`);
  await visit(page, 'reports-beside', `/staff/${ARCHIVED}/reports?with=${ACTIVE.toUpperCase()}`);
  await visit(page, 'cycle-book', `/staff/${ARCHIVED}/book`);
  await visit(page, 'ask-back', `/staff/${IN_REVIEW}/back`);
}

/** Two people meet, answer and finish. */
async function walkPartners(page: Page): Promise<void> {
  const first = `${ACTIVE.toUpperCase()}-P-0001`;
  await asPartner(page, first);
  const home = `/pair/${first.toLowerCase()}`;
  await visit(page, 'pair', home);
  await visit(page, 'pair-goal', `${home}/goals/new`);
  await visit(page, 'pair-meetings', `${home}/meetings`);
  await visit(page, 'pair-check-in', `${home}/check-in/halfway`);
  await visit(page, 'pair-activities', `${home}/activities`);
  await visit(page, 'pair-help', `${home}/help`);
  await visit(page, 'pair-concern', `${home}/concern`);
  await visit(page, 'pair-closing', `${home}/closing`);
  await visit(page, 'event', await eventOf(page, home));
  await visit(page, 'event-feed', '/events/feed');
  const [over] = await query<{ reference: string }>(
    `SELECT m.reference FROM matches m JOIN assessments a ON a.match_id = m.id AND a.sent_at IS NOT NULL
     WHERE m.state = 'completed' GROUP BY m.reference HAVING count(*) = 2 ORDER BY m.reference LIMIT 1`,
  );
  if (!over) throw new Error('No pair of the demonstration has finished.');
  await asPartner(page, over.reference);
  const past = `/pair/${over.reference.toLowerCase()}`;
  await visit(page, 'pair-completed', past);
  await visit(page, 'pair-growth', `${past}/growth`);
  await visit(page, 'pair-certificate', `${past}/papers/certificate`);
}

async function eventOf(page: Page, home: string): Promise<string> {
  await page.goto(base() + home);
  return linkOf(page, /\/events\/[0-9a-f-]{36}/);
}

/** A cycle from its first pair to its book. */
export async function walkYear(browser: Browser): Promise<void> {
  for (const walk of [walkStaff, walkPartners]) {
    const page = await browser.newPage();
    await walk(page);
    await page.close();
  }
}
