import { chromium } from '@playwright/test';
import startProgram from '../e2e/support/start-program';
import { walkCommittee } from './committee-walk';
import { walkConfidential } from './confidential-walk';
import { walkForms } from './form-walk';
import { walkPeople } from './people-walk';
import { walkPrograms } from './program-walk';
import { walkPublic } from './public-walk';
import { walkYear } from './year-walk';

// Off by default; here it is shown.
process.env.BREAK_GLASS = '1';
/** One walk alone: npm run screens -- confidential, or -- year */
const [only = ''] = process.argv.slice(2);
const stop = await startProgram();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  if (only === '') await walkPublic(browser);
  if (only !== 'year') await walkConfidential(browser);
  if (only !== 'confidential') await walkYear(browser);
  if (only === '') {
    await walkCommittee(browser);
    await walkForms(browser);
    await walkPeople(browser);
    await walkPrograms(browser);
  }
} finally {
  await browser.close();
  await stop();
}
