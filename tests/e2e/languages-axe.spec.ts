import { test, type Page } from '@playwright/test';
import { fillPage, newApplicant } from './support/applicant';
import { expectNoFaults, type State } from './support/axe';
import { forgetLimits, OPEN } from './support/program';

const press = (page: Page) => page.locator('main form button').first().click();
const primary = (page: Page) => page.locator('main form .primary').first().click();

/** Pages of each kind in another language: their words are longer, and have other letters. */
const entries = (language: string): State[] => [
  ...['', '/alcts-mentoring', '/alcts-mentoring/questions/both', '/accessibility', '/sign-in', '/no/such/page'].map(
    (path) => ({ name: `${language}${path}`, path: `/${language}${path}` }),
  ),
  ...['/alcts-mentoring/eligible/mentor', '/alcts-mentoring/interest', '/resume', `/apply/${OPEN}/mentor`].map(
    (path) => ({
      name: `${language}${path}, wrong`,
      path: `/${language}${path}`,
      act: press,
    }),
  ),
  { name: 'ended link', path: `/${language}/resume/no-such-token` },
];

for (const language of ['es', 'fr']) {
  test(`public pages in ${language}`, async ({ page }) => {
    test.setTimeout(180_000);
    await expectNoFaults(page, entries(language));
  });

  test(`a form in ${language}, to the status page`, async ({ page }) => {
    test.setTimeout(240_000);
    await forgetLimits();
    const { email, answers } = newApplicant('mentor');
    const base = `/${language}/apply/${OPEN}/mentor`;
    const section = (key: string): State[] => [
      { name: `${key}, empty and wrong`, path: `${base}/${key}`, act: primary },
      {
        name: `${key}, filled`,
        path: `${base}/${key}`,
        act: () => fillPage(page, answers),
        leave: () => primary(page),
      },
    ];
    await expectNoFaults(page, [
      {
        name: 'task list',
        path: base,
        act: async () => {
          await page.locator('main [name=email]').fill(email);
          await primary(page);
        },
      },
      ...['eligibility', 'about', 'work', 'skills', 'offer', 'meeting'].flatMap(section),
      { name: 'identity', path: `${base}/identity`, leave: () => page.locator('[name=step][value=skip]').click() },
      ...section('more'),
      { name: 'check, wrong', path: `${base}/check`, act: () => primary(page) },
      {
        name: 'sent',
        act: async () => {
          await page.getByRole('checkbox').last().check();
          await primary(page);
        },
      },
      { name: 'status', path: `/${language}/status` },
    ]);
  });
}
