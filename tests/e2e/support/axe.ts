import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { base, forgetLimits } from './program';

type Axe = { run: (where: Document, options: object) => Promise<{ violations: Violation[] }> };
type Violation = { id: string; nodes: { target: string[]; failureSummary?: string }[] };
declare global {
  var axe: Axe | undefined;
}

const near = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const { source }: { source: string } = near('axe-core');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const COLOURS = { type: 'rule', values: ['color-contrast'] };
const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const NARROW = { width: 320, height: 640 };

/** Axe goes into a page once, not at every look. Without frames: those of this browser answer it never. */
async function look(page: Page, runOnly: object): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const violations = await page.evaluate(async (only) => {
    const options = { runOnly: only, iframes: false, resultTypes: ['violations'] };
    return (await globalThis.axe?.run(document, options))?.violations ?? null;
  }, runOnly);
  if (violations === null) throw new Error('Axe is not in the page.');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary?.split('\n')[1]?.trim()}`),
  );
}

const SWAP_MS = 1000;

/** A page that answers a press puts a new title in the place of the old one, and for a moment there is none: then once more. */
async function faultsNow(page: Page, runOnly: object): Promise<string[]> {
  const faults = await look(page, runOnly);
  if (!faults.some((fault) => fault.startsWith('document-title'))) return faults;
  await page.waitForTimeout(SWAP_MS);
  return look(page, runOnly);
}

/** What sticks out at the right, so that one would have to scroll in two directions; '' when nothing does. */
const sticksOut = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return '';
    const out = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth,
    );
    const innermost = out.filter((one) => !out.some((other) => other !== one && one.contains(other))).slice(0, 3);
    return `${scrollWidth} px wide: ${innermost.map((one) => one.outerHTML.slice(0, 120)).join(' ')}`;
  });

/** With text of twice the size, as people set it who see little. */
async function largeTextFaults(page: Page): Promise<string[]> {
  const setText = (size: string) => page.evaluate((to) => void (document.documentElement.style.fontSize = to), size);
  await setText('200%');
  const wide = await sticksOut(page);
  await setText('');
  return wide ? [`with text of 200 % ${wide}`] : [];
}

/** What axe finds on the page as it stands, on both screens, and by night on the large one, and what does not fit a small phone or large text. */
export async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    // By night only colours change, and they are the same on every screen.
    for (const colorScheme of size === 'desktop' ? (['light', 'dark'] as const) : (['light'] as const)) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      faults.push(
        ...(await faultsNow(page, colorScheme === 'dark' ? COLOURS : RULES)).map(
          (fault) => `${size} ${colorScheme} ${fault}`,
        ),
      );
    }
  }
  await page.setViewportSize(NARROW);
  const wide = await sticksOut(page);
  if (wide) faults.push(`at ${NARROW.width} px ${wide}`);
  await page.setViewportSize(SIZES.desktop);
  return [...faults, ...(await largeTextFaults(page))];
}

/** How a state is reached: an address, something done there, or both; `leave` leads on to the next. */
export type State = {
  name: string;
  path?: string;
  act?: (page: Page) => Promise<unknown>;
  leave?: () => Promise<unknown>;
};

/** Goes through the states in order and tells everything that is wrong in any of them. */
export async function expectNoFaults(page: Page, states: readonly State[]): Promise<void> {
  const faults: string[] = [];
  for (const { name, path, act, leave } of states) {
    await forgetLimits();
    if (path) await page.goto(base() + path);
    const before = page.url();
    await act?.(page);
    await page.waitForLoadState('load');
    faults.push(...(await faultsOf(page)).map((fault) => `${name} (${new URL(before).pathname}): ${fault}`));
    await leave?.();
  }
  expect(faults).toEqual([]);
}
