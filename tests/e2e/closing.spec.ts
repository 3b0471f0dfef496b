import { expect, test, type Page } from '@playwright/test';
import { expectNoFaults } from './support/axe';
import { base, forgetLimits, query, signInAs } from './support/program';

/** A pair of the active cycle whose closing questions are open: its cycle is set so, and set back. */
async function openPair() {
  const [two] = await query<{ id: string; cycle: string; code: string; reference: string; mentee: string }>(
    `SELECT m.id, c.id AS cycle, lower(c.code) AS code, lower(m.reference) AS reference, e.name AS mentee
     FROM matches m JOIN cycles c ON c.id = m.cycle_id JOIN applications e ON e.id = m.mentee_application_id
     WHERE m.state = 'active' ORDER BY m.reference LIMIT 1`,
  );
  if (!two) throw new Error('No pair is at work in the demonstration.');
  await query("UPDATE cycles SET assessment_opens_at = now() - interval '1 day' WHERE id = $1", [two.cycle]);
  return two;
}

async function closedPair() {
  const [two] = await query<{ id: string; code: string }>(
    `SELECT m.id, lower(c.code) AS code FROM matches m JOIN cycles c ON c.id = m.cycle_id
     JOIN assessments a ON a.match_id = m.id AND a.sent_at IS NOT NULL ORDER BY m.reference LIMIT 1`,
  );
  if (!two) throw new Error('Nobody has answered in the demonstration.');
  return two;
}

async function asMentee(page: Page, { mentee, reference }: { mentee: string; reference: string }): Promise<void> {
  await page.goto(`${base()}/dev/sign-in`);
  const card = page.locator('form').filter({ hasText: `Pair ${reference.toUpperCase()}` });
  await card.filter({ hasText: mentee }).getByRole('button').click();
  await page.waitForURL(`**/pair/${reference}`);
}

test('the end of a year: questions, growth, certificate, and what staff see', async ({ page }) => {
  test.setTimeout(180_000);
  await forgetLimits();
  const two = await openPair();
  const home = `/pair/${two.reference}`;
  await asMentee(page, two);
  const press = (name: string) => page.getByRole('button', { name }).click();
  await expectNoFaults(page, [
    { name: 'closing questions', path: `${home}/closing` },
    { name: 'closing questions, wrong', path: `${home}/closing`, act: () => press('Send my answers') },
  ]);
  await page.goto(`${base()}${home}/closing`);
  const area = page.getByRole('group', { name: /^Outreach/ });
  await area.getByRole('radio').nth(4).check();
  await page.getByLabel(/^What helped/).fill('A fixed hour.');
  await press('Send my answers');
  await expect(page.getByText('Your answers are kept.')).toBeVisible();
  await query("UPDATE matches SET state = 'completed' WHERE id = $1", [two.id]);
  await expectNoFaults(page, [
    { name: 'growth', path: `${home}/growth` },
    { name: 'certificate', path: `${home}/papers/certificate` },
    { name: 'a pair that is completed', path: home },
    { name: 'a number that is none', path: '/certificate/nothing-here' },
  ]);
  await query("UPDATE matches SET state = 'active' WHERE id = $1", [two.id]);
  const past = await closedPair();
  await signInAs(page, 'Linus');
  await expectNoFaults(page, [
    { name: 'who has answered', path: `/staff/${two.code}/closing` },
    { name: 'who answered in a past cycle', path: `/staff/${past.code}/closing?show=answered` },
    { name: 'growth of a cycle', path: `/staff/${past.code}/closing/growth` },
    { name: 'quotes', path: `/staff/${past.code}/closing/quotes` },
    { name: 'papers', path: `/staff/${past.code}/closing/papers` },
    { name: 'what a pair said', path: `/staff/${past.code}/closing/pairs/${past.id}` },
  ]);
  await query('UPDATE cycles SET assessment_opens_at = NULL WHERE id = $1', [two.cycle]);
});
