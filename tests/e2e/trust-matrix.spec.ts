import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { matrix, NOBODY, PEOPLE, things } from './support/matrix';
import { base, OPEN, signInAs } from './support/program';

const APP = join(import.meta.dirname, '../../src/app');

/** The folders of pages and routes below a part of the program. */
const routesIn = (part: string): string[] =>
  readdirSync(join(APP, part), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(page|route)\.tsx?$/.test(file))
    .map((file) => `${part}/${file.replace(/\/?(page|route)\.tsx?$/, '')}`.replace(/\/$/, ''));

test('the table names every page for signed-in people', async () => {
  const known = Object.keys(await matrix());
  expect(known.sort()).toEqual([...routesIn('(committee)'), ...routesIn('(staff)')].sort());
});

test('nobody who is not signed in gets one', async ({ request }) => {
  for (const { path } of Object.values(await matrix())) {
    const answer = await request.get(base() + path, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location], path).toEqual([
      307,
      expect.stringMatching(/^\/sign-in\?next=/),
    ]);
  }
});

for (const [who, name] of Object.entries(PEOPLE)) {
  test(`the ${who} gets their own pages and no other`, async ({ page }) => {
    await signInAs(page, name);
    for (const { path, allowed, leads = 200 } of Object.values(await matrix())) {
      const answer = await page.request.get(base() + path, { maxRedirects: 0 });
      const mine = allowed.some((one) => one === who);
      expect(answer.status(), `${who} ${path}`).toBe(mine ? leads : 404);
      // A page that is not theirs says no word of the cycle it would be about.
      if (!mine && who === 'stranger') expect(await answer.text(), path).not.toMatch(/ALSC|F\d\d-[MEP]-\d{4}/);
    }
  });
}

test('another person’s form, file, letter and application are not there', async ({ request }) => {
  const { application } = await things();
  const foreign = [
    `/apply/${OPEN}/mentee/files/${NOBODY}`,
    `/status/seen/${application}`,
    `/status/withdraw/${application}`,
    `/status/letter/${NOBODY}`,
    `/status/funding/${OPEN}`,
    `/apply/${OPEN}/nobody`,
    '/apply/zz99/mentee',
  ];
  for (const path of foreign) {
    const answer = await request.get(base() + path, { maxRedirects: 0 });
    expect([303, 404], path).toContain(answer.status());
  }
});
