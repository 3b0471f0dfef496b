import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';

const out = resolve(import.meta.dirname, '../../docs/screens');
mkdirSync(out, { recursive: true });

const SHOTS = [
  { suffix: 'phone', width: 390, height: 844, scheme: 'light' },
  { suffix: 'desktop', width: 1280, height: 900, scheme: 'light' },
  { suffix: 'dark', width: 1280, height: 900, scheme: 'dark' },
] as const;

/** Long lists are cut here: the rest of them looks the same, and pictures are heavy. */
const TALLEST = 3200;

/** The page at hand as phone, desktop and dark; says so when something is wider than a phone of 320 px. */
export async function shoot(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  for (const { suffix, width, height, scheme } of SHOTS) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme });
    await page.waitForTimeout(80);
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width, height: Math.min(whole, TALLEST) };
    await page.screenshot({ path: `${out}/${name}-${suffix}.jpg`, type: 'jpeg', quality: 60, fullPage: true, clip });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  console.log(`${name}${wide ? '  is wider than 320 px' : ''}`);
}
