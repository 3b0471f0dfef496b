import { expect, test, type Page } from '@playwright/test';
import { fillPage, newApplicant } from './support/applicant';
import { base, forgetLimits, mailTo, OPEN, query } from './support/program';

test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

const here = (page: Page) => new URL(page.url()).pathname;
const onward = async (page: Page, name: RegExp, role: 'button' | 'link' = 'button') => {
  const path = here(page);
  await page.getByRole(role, { name }).first().click();
  await page.waitForURL((url) => url.pathname !== path);
};

test('somebody applies in Spanish on a small phone, stops, and comes back by the code of a Spanish mail', async ({
  page,
  browser,
}) => {
  await forgetLimits();
  const { email, answers } = newApplicant('mentee');
  // From the English page by the list of languages.
  await page.goto(`${base()}/alcts-mentoring`);
  await onward(page, /^Español/, 'link');
  await onward(page, /^Postularse como persona mentorada/, 'link');
  await page.getByLabel('Su dirección de correo electrónico').fill('sin arroba');
  await page.getByRole('button', { name: 'Comenzar mi solicitud' }).click();
  await expect(page).toHaveTitle(/^Error: Postularse/);
  await expect(page.locator('.error-summary')).toContainText('Escriba una sola dirección, como nombre@example.org.');
  await page.getByLabel('Su dirección de correo electrónico').fill(email);
  await page.getByRole('button', { name: 'Comenzar mi solicitud' }).click();
  await onward(page, /^Seguir con/, 'link');
  await fillPage(page, answers);
  await onward(page, /^Guardar y continuar/);

  // Another device: the address, then the code of the mail.
  const other = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  const there = await other.newPage();
  await there.goto(`${base()}/es/resume`);
  await there.getByLabel('Su dirección de correo electrónico').fill(email);
  await there.getByRole('button', { name: 'Enviarme un enlace y un código' }).click();
  const { text } = await mailTo(email, /Vuelva a su solicitud/);
  await there.getByLabel('Código').fill(/\b[0-9A-Z]{4} [0-9A-Z]{4}\b/.exec(text)?.[0] ?? '');
  await onward(there, /^Abrir mi solicitud/);
  expect(here(there)).toBe(`/es/apply/${OPEN}/mentee`);
  await onward(there, /^Seguir con/, 'link');
  for (let pages = 0; pages < 12 && !here(there).endsWith('/check'); pages++) {
    await fillPage(there, answers);
    await onward(there, /^(Guardar y continuar|Continuar)/);
  }
  await there.getByRole('checkbox').last().check();
  await onward(there, /^Enviar mi solicitud/);
  await expect(there.getByRole('heading', { level: 1 })).toHaveText('Hemos recibido su solicitud');
  const reference = (await there.locator('main .reference').first().innerText()).trim();
  const receipt = await mailTo(email, /Hemos recibido su solicitud/);
  expect(receipt.text).toContain(`Su referencia es ${reference}.`);
  expect(await there.evaluate('document.documentElement.scrollWidth')).toBe(320);
  expect(await query('SELECT language, state FROM applications WHERE email = $1', [email])).toEqual([
    { language: 'es', state: 'submitted' },
  ]);
  await other.close();
});
