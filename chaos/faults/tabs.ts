// Two tabs of one form, both saving by themselves as fast as they are let: nothing acknowledged is overwritten unseen.
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../prisma/demo/random';
import type { Person } from '../applicant';
import { hidden, plain, type Browser } from '../browser';
import { crowdOf, formPath, sized, type Context, type Fault } from '../context';
import { beginForms, newPeople } from '../fill';
import { NOTHING } from '../outcome';

/** Stays under the thirty a minute that a form may save by itself. */
const SAVES_EACH = 12;

type Drawn = { revision: string; mark: string };
/** One save that was taken: what the tab had seen before, what it wrote, and what it was told. */
type Save = { seen: Drawn; words: string; told: Drawn };

type Told = { result: string; revision?: number; mark?: string };

const drawnIn = (page: string): Drawn => ({
  revision: hidden(page, 'revision') ?? '',
  mark: hidden(page, 'mark') ?? '',
});

type Rush = {
  random: Random;
  browser: Browser;
  path: string;
  saves: Save[];
  wrong: string[];
  /** Pages that told of the other tab, and what was typed in this one. */
  pages: { words: string; text: string }[];
};

/** Presses "Save and continue" after being told: the page must hold both texts, and saves once it has been read. */
async function settle({ browser, path, saves, pages }: Rush, words: string, seen: Drawn): Promise<Drawn> {
  const page = await browser.post(path, { ...seen, go: 'next', anything_else: words });
  if (page.status !== 409) {
    // The other tab wrote the same words as we had seen meanwhile, or nothing: then there was nothing to tell.
    if (page.status === 303) saves.push({ seen, words, told: { revision: '?', mark: '?' } });
    return drawnIn((await browser.get(path)).body);
  }
  pages.push({ words, text: plain(page.body) });
  return drawnIn(page.body);
}

/** One tab: types, saves, and goes on from what it was told. */
async function type(rush: Rush, name: string): Promise<void> {
  const { browser, path, saves, wrong, random } = rush;
  let seen = drawnIn((await browser.get(path)).body);
  for (let turn = 0; turn < SAVES_EACH; turn += 1) {
    await wait(random.whole(12));
    const words = `Tab ${name} wrote this as its number ${turn}.`;
    const fields = { ...seen, autosave: '1', anything_else: words };
    const answer = await browser.post(path, fields, { accept: 'application/json' });
    const told: Told = JSON.parse(answer.body);
    if (answer.status === 200) {
      const now = { revision: String(told.revision), mark: told.mark ?? '' };
      saves.push({ seen, words, told: now });
      seen = now;
    } else if (answer.status === 409 && told.result === 'conflict') {
      seen = await settle(rush, words, seen);
    } else wrong.push(`a save was answered with ${answer.status} ${told.result}`);
  }
}

/** Saves that were taken although the tab had not seen the one before: what they overwrote is lost. */
function lostIn(saves: readonly Save[]): number {
  const inOrder = saves
    .filter(({ told }) => told.revision !== '?')
    .sort((a, b) => Number(a.told.revision) - Number(b.told.revision));
  return inOrder.filter((save, index) => {
    const before = inOrder[index - 1];
    return before !== undefined && save.seen.mark !== before.told.mark;
  }).length;
}

/** Both texts must be on every page that told: one's own, and one that the other tab had saved. */
const untold = ({ pages, saves }: Rush): string[] =>
  pages
    .filter(
      ({ words, text }) =>
        !text.includes(words) || !saves.some((save) => save.words !== words && text.includes(save.words)),
    )
    .map(({ words }) => `the page that told of the other tab lacks a text, beside "${words}"`);

async function twoTabs(context: Context, person: Person, open: (person: Person) => Browser) {
  const browser = open(person);
  const rush: Rush = {
    random: context.random,
    browser,
    path: `${formPath(context)}/more`,
    saves: [],
    wrong: [],
    pages: [],
  };
  await Promise.all([type(rush, 'one'), type(rush, 'two')]);
  const last = [...rush.saves].sort((a, b) => Number(a.told.revision) - Number(b.told.revision)).at(-1);
  const [row] = await context.world.query<{ text: string; revision: number }>(
    "SELECT answers->>'anything_else' AS text, revision FROM drafts WHERE email = $1",
    [person.email],
  );
  const wrong = [...rush.wrong, ...untold(rush)];
  if (row?.text !== last?.words) wrong.push(`the last save taken was "${last?.words}", kept is "${row?.text}"`);
  if (row?.revision !== rush.saves.length + 1)
    wrong.push(`${rush.saves.length} saves were taken and the form counts ${row?.revision}`);
  return { wrong, saves: rush.saves.length, conflicts: rush.pages.length, lost: lostIn(rush.saves) };
}

const tabs: Fault = {
  name: 'tabs',
  what: 'two tabs of one form saving by themselves at once',
  run: async (context) => {
    const people = await beginForms(context.cycle, newPeople(context.random, sized(context, 20, 300)));
    const crowd = crowdOf(context, { name: 'tabs', people: [] });
    const all: Awaited<ReturnType<typeof twoTabs>>[] = [];
    for (let from = 0; from < people.length; from += 4)
      all.push(
        ...(await Promise.all(
          people.slice(from, from + 4).map((person) => twoTabs(context, person, (one) => crowd.browserOf(one))),
        )),
      );
    await crowd.end();
    const sum = (of: (one: (typeof all)[number]) => number) => all.reduce((count, one) => count + of(one), 0);
    const lost = sum((one) => one.lost);
    return {
      ...NOTHING,
      faults: sum(({ conflicts }) => conflicts),
      acknowledged: sum(({ saves }) => saves),
      missing: lost,
      errors: crowd.errors,
      problems: [
        ...(lost > 0 ? [`${lost} lost updates`] : []),
        ...(sum(({ conflicts }) => conflicts) === 0 ? ['the tabs never met'] : []),
        ...all.flatMap(({ wrong }) => wrong).slice(0, 5),
      ],
      notes: [
        `${sum(({ saves }) => saves)} saves taken, ${sum(({ conflicts }) => conflicts)} times the older tab was told, lost updates ${lost}`,
      ],
    };
  },
};

export const TABS: readonly Fault[] = [tabs];
