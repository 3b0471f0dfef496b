import { test, type Page } from '@playwright/test';
import { expectNoFaults } from './support/axe';
import { IN_REVIEW, OPEN, signInAs } from './support/program';

const told = (page: Page, button: string) => async () => {
  await page.getByRole('button', { name: button }).click();
  await page.getByRole('alert').first().waitFor();
};

test('who can take part, late links and people twice', async ({ page }) => {
  test.setTimeout(180_000);
  await signInAs(page, 'Linus');
  await expectNoFaults(page, [
    { name: 'who can take part', path: `/staff/${IN_REVIEW}/eligibility` },
    {
      name: 'roster, no file',
      act: () => page.getByRole('button', { name: 'Read roster' }).click(),
    },
    {
      name: 'roster, read',
      path: `/staff/${IN_REVIEW}/eligibility`,
      act: async () => {
        const buffer = Buffer.from('Email,Valid until\nada@example.test,2031-01-01\nnobody,\nold@example.test,soon\n');
        await page.getByLabel('A CSV file').setInputFiles({ name: 'roster.csv', mimeType: 'text/csv', buffer });
        await page.getByRole('button', { name: 'Read roster' }).click();
        await page.getByRole('heading', { name: /members are taken/ }).waitFor();
      },
    },
    { name: 'with a roster', path: `/staff/${IN_REVIEW}/eligibility` },
    { name: 'rules, wrong', path: `/staff/${OPEN}/eligibility`, act: emptyRule(page) },
    { name: 'waiver, wrong', path: `/staff/${OPEN}/eligibility`, act: told(page, 'Let this person apply') },
    { name: 'late link, wrong', path: `/staff/${OPEN}/eligibility`, act: told(page, 'Mail the late link') },
    { name: 'people twice', path: `/staff/${IN_REVIEW}/people` },
    { name: 'people twice, nobody', path: `/staff/${OPEN}/people` },
  ]);
});

const emptyRule = (page: Page) => async () => {
  await page.getByLabel('Words for applicants').first().fill('');
  await told(page, 'Save rules for mentors')();
};
