import { expect, test } from '@playwright/test';
import { expectNoFaults } from './support/axe';
import { base, IN_REVIEW, query, signInAs } from './support/program';

const committee = (path = '') => `/committee/${IN_REVIEW}${path}`;

type Somebody = { id: string; name: string; email: string; employer: string; reference: string };

/** Somebody with words of their own everywhere: a name, an address and an employer that nobody else has. */
async function somebody(): Promise<Somebody> {
  const [found] = await query<Somebody>(
    `UPDATE applications a SET name = 'Zsófia Quartz', answers = a.answers || jsonb_build_object('name', 'Zsófia Quartz',
       'employer', 'Umber Hollow Library', 'connection', 'As Zsofia QUARTZ of umber hollow library I like zebras; zq@example.org')
     WHERE a.id = (SELECT o.id FROM applications o JOIN cycles c ON c.id = o.cycle_id JOIN review_assignments r ON r.application_id = o.id
       JOIN users u ON u.id = r.reviewer_id WHERE c.code = $1 AND u.name LIKE 'Ingeborg%' ORDER BY o.reference LIMIT 1)
     RETURNING a.id, a.name, a.email, a.answers->>'employer' AS employer, a.reference`,
    [IN_REVIEW.toUpperCase()],
  );
  if (!found) throw new Error('Nobody is assigned to Ingeborg.');
  return found;
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

test('a blind reviewer finds no byte of name, address or employer; the chair does', async ({ page, browser }) => {
  const { id, email, reference } = await somebody();
  await signInAs(page, 'Linus');
  await page.goto(`${base()}${committee('/rubric')}`);
  await page.getByLabel(/^Blind review/).check();
  await page.getByRole('button', { name: 'Save how we review' }).click();
  await expect(page.getByRole('status')).toContainText('It holds from now on');

  const asked = [
    committee(),
    committee('/applications?mine=all'),
    committee('/applications?mine=all&sort=name'),
    committee(`/applications?mine=all&q=${reference}`),
    committee(`/applications/${id}`),
    committee(`/applications/${id}?mine=all`),
    committee(`/applications/${id}/files/resume`),
    committee('/conflicts'),
    committee('/print?mine=all'),
    committee('/find/results?q=zsofia'),
    committee(`/find?q=${reference}`),
    committee('/applications/export/applications.csv'),
  ];
  const marks = ['zsofia', 'quartz', 'umber hollow', email.toLowerCase(), 'zq@example.org'];
  const tracesFor = async (who: string) => {
    const context = await browser.newContext();
    await signInAs(await context.newPage(), who);
    const found: string[] = [];
    for (const path of asked)
      for (const headers of [{}, { rsc: '1' }]) {
        const text = plain(await (await context.request.get(`${base()}${path}`, { headers })).text());
        found.push(...marks.filter((mark) => text.includes(mark)).map((mark) => `${path}: ${mark}`));
      }
    // What was typed comes back; nobody may be found by it.
    const searches = [committee('/applications?mine=all&q=Quartz'), committee('/find?q=quartz')];
    const answers = await Promise.all(
      searches.map(async (path) => (await context.request.get(`${base()}${path}`)).text()),
    );
    const listed = answers.filter((text) => text.includes(`/applications/${id}`)).length;
    await context.close();
    return { found, listed };
  };
  expect(await tracesFor('Ingeborg')).toEqual({ found: [], listed: 0 });
  const open = await tracesFor('Marguerite');
  expect([open.found.length > 6, open.listed]).toEqual([true, 2]);

  await signInAs(page, 'Ingeborg');
  await expectNoFaults(page, [
    { name: 'inbox, blind', path: committee('/applications?mine=all') },
    { name: 'application, blind', path: committee(`/applications/${id}`) },
  ]);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(reference);
  await expect(page.locator('main')).toContainText('As [removed] of [removed] I like zebras; [removed]');
  await query('UPDATE cycles SET blind_review = false');
});
