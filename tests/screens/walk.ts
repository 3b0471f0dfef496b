import { chromium } from '@playwright/test';
import startProgram from '../e2e/support/start-program';
import { walkCommittee } from './committee-walk';
import { walkConfidential } from './confidential-walk';
import { walkForms } from './form-walk';
import { walkPeople } from './people-walk';
import { walkPrograms } from './program-walk';
import { walkPublic } from './public-walk';

// Off by default; here it is shown.
process.env.BREAK_GLASS = '1';
/** One walk alone: npm run screens -- confidential */
const [only = ''] = process.argv.slice(2);
const stop = await startProgram();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  if (only !== 'confidential') await walkPublic(browser);
  await walkConfidential(browser);
  if (only !== 'confidential') {
    await walkCommittee(browser);
    await walkForms(browser);
    await walkPeople(browser);
    await walkPrograms(browser);
  }
} finally {
  await browser.close();
  await stop();
}
