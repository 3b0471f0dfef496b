import { expect, test, type Page } from '@playwright/test';
import { matrix, PEOPLE, type Who } from './support/matrix';
import { base, IN_REVIEW, query, signInAs } from './support/program';

const WORD = 'KANARIENVOGEL';
const UNINITIATED: readonly Who[] = ['reviewer', 'chair', 'staff', 'stranger'];

const requests = `SELECT r.id, r.person_id FROM funding_requests r JOIN funding_offers o ON o.id = r.offer_id
  JOIN cycles c ON c.id = o.cycle_id WHERE c.code = $1 ORDER BY r.id`;

/** Every word of the requests, their reviews, obligations and mails becomes a marker. @returns ids of requests and people */
async function plant() {
  const found = await query<{ id: string; person_id: string }>(requests, [IN_REVIEW.toUpperCase()]);
  const ids = found.map(({ id }) => id);
  await query(
    `UPDATE funding_requests SET why = $2, use = $2, self_description = $2, self_consent_at = now() WHERE id = ANY ($1::uuid[])`,
    [ids, WORD],
  );
  await query('UPDATE funding_reviews SET comment = $2 WHERE request_id = ANY ($1::uuid[])', [ids, WORD]);
  await query('UPDATE funding_obligations SET note = $2 WHERE request_id = ANY ($1::uuid[])', [ids, WORD]);
  for (const { id, person_id: person } of found)
    await query(
      `INSERT INTO outbox_messages (id, organization_id, key, kind, state, to_address, subject, text, html, person_id, not_before, created_at)
       SELECT gen_random_uuid(), p.organization_id, 'funding:' || $1 || ':told', 'funding', 'failed', p.email, $3, $3, $3, p.id, now(), now()
       FROM persons p WHERE p.id = $2::uuid ON CONFLICT (key) DO NOTHING`,
      [id, person, WORD],
    );
  const applications = await query<{ id: string; email: string }>(
    `SELECT id, email FROM applications WHERE person_id = ANY ($1::uuid[]) AND state <> 'draft'`,
    [found.map(({ person_id: person }) => person)],
  );
  return { ids, applications };
}

/** Every address of the program, the pages of those who asked, and searches for what they wrote. */
async function everywhere({ applications }: Awaited<ReturnType<typeof plant>>): Promise<string[]> {
  const [committee, staff] = [`/committee/${IN_REVIEW}`, `/staff/${IN_REVIEW}`];
  const own = applications.flatMap(({ id, email }) => [
    `${committee}/applications/${id}`,
    `${staff}/people/${id}`,
    `${staff}/people?q=${encodeURIComponent(email)}`,
  ]);
  const rows = Object.values(await matrix()).map(({ path }) => path);
  return [
    ...rows,
    ...own,
    // A page says again what was searched for: half the word finds it, and is not it.
    `${committee}/applications?q=${WORD.slice(0, 7)}&mine=all`,
    `${staff}/people?q=${WORD.slice(0, 7)}`,
    `${staff}/announcement/deliveries?state=problem`,
    `/staff/f${Number(IN_REVIEW.slice(1)) - 1}/funding`,
  ];
}

const read = async (page: Page, path: string) => (await page.request.get(base() + path)).text();

test('nobody but funding reviewers gets a byte of a request', async ({ page }) => {
  test.setTimeout(240_000);
  const planted = await plant();
  expect([planted.ids.length, planted.applications.length]).toEqual([8, 8]);
  const paths = await everywhere(planted);
  for (const who of UNINITIATED) {
    await signInAs(page, PEOPLE[who]);
    for (const path of paths) {
      const text = await read(page, path);
      expect(text.includes(WORD), `${who} ${path}`).toBe(false);
      expect(text.includes('Funding requests'), `${who} ${path}`).toBe(false);
      // An address that one typed oneself stands in the page that says it is not there.
      for (const id of planted.ids.filter((one) => !path.includes(one)))
        expect(text.includes(id), `${who} ${path}`).toBe(false);
    }
  }
});

test('the markers were there to be found', async ({ page }) => {
  const { ids } = await plant();
  await signInAs(page, PEOPLE.funder);
  await expect(page).toHaveURL(new RegExp(`/committee/${IN_REVIEW}/funding$`));
  const texts = await Promise.all(ids.map((id) => read(page, `/committee/${IN_REVIEW}/funding/${id}`)));
  expect(texts.filter((text) => text.includes(WORD))).toHaveLength(8);
});
