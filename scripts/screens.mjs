// npm run screens -- http://localhost:3000 [name]: pictures of every page of a running demonstration, into docs/screens.
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium } from './lib/chromium.mjs';
import { root } from './lib/paths.mjs';
import { SCREENS } from './lib/screen-list.mjs';

const [base = 'http://localhost:3000', only = ''] = process.argv.slice(2);
const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  desktop: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
};
const out = `${root}/docs/screens`;

const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
mkdirSync(out, { recursive: true });

/** Signs in as one of the demonstration's people by their button. */
async function signIn(page, name) {
  await page.goto(`${base}/dev/sign-in`);
  await page
    .getByRole('button', { name: new RegExp(name) })
    .first()
    .click();
}

for (const [size, options] of Object.entries(SIZES)) {
  let context;
  let signedInAs = null;
  for (const { name, as = '', path, prepare } of SCREENS.filter((screen) => screen.name.includes(only))) {
    if (signedInAs !== as) {
      await context?.close();
      context = await browser.newContext({ ...options, locale: 'en-US', timezoneId: 'America/Chicago' });
      const page = await context.newPage();
      if (as) await signIn(page, as);
      await page.close();
      signedInAs = as;
    }
    const page = await context.newPage();
    await page.goto(`${base}${path}`);
    await prepare?.(page, base);
    await page.waitForTimeout(150);
    await page.screenshot({ path: `${out}/${name}-${size}.png`, fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    console.log(`${name}-${size}${wide ? '  WIDER THAN THE SCREEN' : ''}`);
    await page.close();
  }
  await context?.close();
}
await browser.close();
