import type { Page } from '@playwright/test';
import type { Answers } from '@/domain/answers';
import { listOf } from '@/domain/answers';

type Stop = {
  tag: string;
  type: string;
  name: string;
  value: string;
  checked: boolean;
  words: string;
  /** Whether one sees where the focus is, and sees all of it. */
  seen: boolean;
};

/** Where the focus is. A tile of a rating shows it around the control, which itself is not seen. */
const stopAt = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement ?? document.body;
    const shown = at.closest('.tile') ?? at;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(shown);
    const { top, bottom, left, right } = shown.getBoundingClientRect();
    const ringed = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
    const inside = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    const control = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at : null;
    return {
      tag: at.tagName,
      type: at.getAttribute('type') ?? '',
      name: at.getAttribute('name') ?? '',
      value: control?.value ?? '',
      checked: at instanceof HTMLInputElement && at.checked,
      words: (at.textContent ?? '').trim(),
      seen: ringed && inside,
    };
  });

const MOST_STOPS = 250;

/** Goes on with Tab, telling each stop, until `isThere`; a stop that does not show the focus is a fault. */
export async function tabUntil(
  page: Page,
  isThere: (stop: Stop) => boolean,
  onStop: (stop: Stop) => Promise<void> = async () => undefined,
): Promise<void> {
  // Before its styles are there a page shows no focus of ours.
  await page.waitForLoadState('load');
  const passed: string[] = [];
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await stopAt(page);
    const name = `${stop.tag} ${stop.name || stop.words}`;
    passed.push(name);
    if (stop.tag !== 'BODY' && !stop.seen) throw new Error(`The focus is not seen at ${name} of ${page.url()}`);
    if (isThere(stop)) return;
    await onStop(stop);
  }
  throw new Error(`Not reached with Tab on ${page.url()}: ${passed.slice(0, 40).join(', ')}`);
}

async function chooseRadio(page: Page, wanted: string): Promise<void> {
  for (let moves = 0; moves < 12; moves += 1) {
    const { value, checked } = await stopAt(page);
    if (value === wanted) {
      if (!checked) await page.keyboard.press('Space');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No choice ${wanted} with the arrow keys`);
}

/** A list is chosen from by typing what it says. */
async function chooseOption(page: Page, name: string, wanted: string): Promise<void> {
  const label = await page.locator(`main select[name="${name}"] option[value="${wanted}"]`).innerText();
  await page.keyboard.type(label, { delay: 5 });
}

/** Answers the page at hand by keyboard alone, then presses the button that `isButton` knows. */
export async function answerByKeyboard(page: Page, answers: Answers, isButton: (words: string) => boolean) {
  await tabUntil(
    page,
    ({ tag, words }) => tag === 'BUTTON' && isButton(words),
    async ({ tag, type, name, value, checked }) => {
      const wanted = listOf(answers, name);
      const [first] = wanted;
      if (first === undefined) return;
      if (tag === 'SELECT') await chooseOption(page, name, first);
      else if (type === 'radio') await chooseRadio(page, first);
      else if (type === 'checkbox') {
        if (wanted.includes(value) !== checked) await page.keyboard.press('Space');
      } else if (tag === 'INPUT' || tag === 'TEXTAREA') {
        await page.keyboard.press('ControlOrMeta+A');
        await page.keyboard.insertText(first);
      }
    },
  );
  await page.keyboard.press('Enter');
}
