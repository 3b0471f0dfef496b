// A Chromium for the browser tests: a found one, else Playwright's own, else Debian's when we are root, else what to do.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { root } from './paths.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const FILES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function found() {
  for (const name of NAMES) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // Not this one.
    }
  }
  return FILES.find(existsSync);
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

const quietly = (command, args) =>
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 }).status === 0;

async function installed() {
  console.log('Getting a Chromium for the browser tests …');
  if (quietly(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'])) return playwrightsOwn();
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    quietly('apt-get', ['update', '-qq']);
    if (quietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])) return found();
  }
  return undefined;
}

/** @throws with the sentence that says what to install */
export async function findChromium() {
  const path = process.env.CHROMIUM_PATH ?? found() ?? (await playwrightsOwn()) ?? (await installed());
  if (path) return path;
  throw new Error(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH, then run npm test again.',
  );
}
