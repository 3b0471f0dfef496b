import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PSEUDO } from '@/lib/language';
import { ADDRESSES, visited } from './site';
import { calendarOf, ENTRY } from './tour-entry';
import { CLOSING } from './tour-closing';
import { FORM } from './tour-form';
import { FUNDED } from './tour-funding';
import { EVENTFUL } from './tour-events';
import { PAIRED } from './tour-pairs';
import { SENT } from './tour-sent';
import { hardCoded, leadingOut } from './visible';
import { dataOf, newWorld, visitor, type World } from './world';

vi.setConfig({ testTimeout: 120_000 });
let world: World;

beforeAll(() => {
  process.env.BOOKEND_PSEUDO = '1';
});
beforeEach(async () => {
  world = await newWorld(PSEUDO);
});
afterAll(async () => {
  delete process.env.BOOKEND_PSEUDO;
});

describe('every sentence comes from the catalogs', () => {
  it.each([...ENTRY, ...FORM, ...SENT, ...FUNDED, ...PAIRED, ...EVENTFUL, ...CLOSING])('%s', async (_, pages) => {
    const shown = await pages(world);
    const data = await dataOf(world);
    const found = shown.flatMap(({ path, status, text }) =>
      hardCoded(text, data).map((what) => `${status} ${path} ${what}`),
    );
    expect([...new Set(found)]).toEqual([]);
    expect([...new Set(shown.flatMap(({ text }) => leadingOut(text, world.prefix)))]).toEqual([]);
    // A page that led out of the pseudo-language would say nothing about it.
    expect(shown.filter(({ text }) => text !== '' && !text.includes('⟦')).map(({ path }) => path)).toEqual([]);
  });

  it('the calendar too', async () => {
    const data = await dataOf(world);
    const lines = await calendarOf(world);
    expect(lines.length).toBeGreaterThan(4);
    expect(lines.flatMap((line) => hardCoded(line.replace('SUMMARY', ''), data))).toEqual([]);
  });

  it('every address was visited, but those that have no sentences or belong to others', () => {
    const others = [
      'apply/[cycle]/[role]/files/[id]',
      'confirm/[token]',
      ...ADDRESSES.filter((one) => one.startsWith('dev/')),
    ];
    expect(ADDRESSES.filter((one) => !visited.has(one))).toEqual(others.filter((one) => !visited.has(one)));
  });
});

describe('the check itself', () => {
  it('finds a sentence that somebody wrote into a page', async () => {
    const { text } = await visitor().get(`${world.prefix}/resume`);
    const data = await dataOf(world);
    expect(hardCoded(text, data)).toEqual([]);
    expect(hardCoded(text.replace('</h1>', '</h1><p>Welcome back.</p>'), data)).toEqual(['p: Welcome back.']);
    expect(hardCoded(text.replace('<form', '<form aria-label="Form"'), data)).toEqual(['@aria-label: Form']);
  });

  it('has no address of its own without the variable', async () => {
    delete process.env.BOOKEND_PSEUDO;
    expect((await visitor().get(`/${PSEUDO}/resume`)).status).toBe(404);
    process.env.BOOKEND_PSEUDO = '1';
  });
});
