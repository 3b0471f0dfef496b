import { chromium } from '@playwright/test';
import startProgram from '../e2e/support/start-program';
import { walkCommittee } from './committee-walk';
import { walkForms } from './form-walk';
import { walkPeople } from './people-walk';
import { walkPublic } from './public-walk';

const stop = await startProgram();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  await walkPublic(browser);
  await walkCommittee(browser);
  await walkForms(browser);
  await walkPeople(browser);
} finally {
  await browser.close();
  await stop();
}
