import { describe, expect, it, vi } from 'vitest';
import type { Answers } from '@/domain/answers';
import { optionsOf, type Question, type Section } from '@/domain/questions';
import { hiddenOf } from './browser';
import { answers, base, browser, escaped, forgetLimits, keptOf, SECTIONS } from './every-kind';
import { NASTY } from './nasty';

vi.setConfig({ testTimeout: 120_000 });

const names = (section: Section) => [
  ...section.questions.map(({ name }) => name),
  ...section.questions.filter(({ type }) => type === 'file').map(({ name }) => `${name}_remove`),
];
const bodyOf = (fields: readonly string[], value: string, hidden: Record<string, string>) =>
  [
    ...new URLSearchParams({ ...hidden, go: 'next' }).toString().split('&'),
    ...fields.map((name) => `${name}=${value}`),
  ].join('&');

const isTyped = ({ type }: Question) => ['text', 'long', 'number', 'date'].includes(type);
/** The answers of a page that are neither what was typed nor a choice that is offered. */
function strangers(section: Section, stored: Answers, typed: string): string[] {
  return section.questions
    .filter((question) => {
      const value = stored[question.name] ?? '';
      if (isTyped(question)) return value !== typed;
      const known = [...optionsOf(question).map((option) => option.value), '', 'yes', '1', '2', '3', '4', '5'];
      return (typeof value === 'string' ? [value] : value).some((one) => !known.includes(one));
    })
    .map(({ name }) => name);
}

describe.each(SECTIONS.map((section) => [section.key, section] as const))('every field of %s', (key, section) => {
  it('is kept as typed or refused beside it, and comes back', async () => {
    await browser().post(base(), { email: 'fuzz@example.test' });
    for (const [name, value] of Object.entries(NASTY)) {
      await forgetLimits();
      const drawn = hiddenOf(await browser().get(`${base()}/${key}`));
      const page = await browser().postRaw(`${base()}/${key}`, bodyOf(names(section), value, drawn));
      expect([name, [200, 422].includes(page.status)]).toEqual([name, true]);
      const typed = keptOf(value);
      expect([name, strangers(section, await answers(), typed)]).toEqual([name, []]);
      if (page.status === 422 && section.questions.some(isTyped))
        expect([name, page.text.includes(escaped(typed))]).toEqual([name, true]);
      expect([name, /<script>alert|<img src=x/.test(page.text)]).toEqual([name, false]);
    }
  });

  it('may be there twice, as a list, as an object, or not at all', async () => {
    await browser().post(base(), { email: 'shape@example.test' });
    const all = names(section);
    const shapes = [
      all.flatMap((name) => [name, name, name]),
      all.map((name) => `${name}[]`),
      all.map((name) => `${name}[$ne]`),
      [],
      ['__proto__', 'constructor', 'toString', ''],
    ];
    for (const fields of shapes) {
      await forgetLimits();
      const drawn = hiddenOf(await browser().get(`${base()}/${key}`));
      const page = await browser().postRaw(`${base()}/${key}`, bodyOf(fields, 'one', drawn));
      expect([200, 422]).toContain(page.status);
    }
    expect(Object.keys(await answers()).filter((name) => !section.questions.some((one) => one.name === name))).toEqual(
      [],
    );
  });

  it('of 1 MB is refused by a page, not by a fault', async () => {
    await browser().post(base(), { email: 'mega@example.test' });
    const [first = 'x'] = names(section);
    const mega = 'z'.repeat(1024 * 1024);
    const page = await browser().get(`${base()}/${key}`);
    expect((await browser().postRaw(`${base()}/${key}`, `${first}=${mega}`)).status).toBe(413);
    expect([200, 422]).toContain((await browser().upload(page, { [first]: mega, go: 'next' }, {})).status);
  });
});

it('more than is kept is cut between characters', async () => {
  await browser().post(base(), { email: 'cut@example.test' });
  const rockets = `a${'🚀'.repeat(12_000)}`;
  const page = await browser().upload(
    await browser().get(`${base()}/more`),
    { anything_else: rockets, go: 'later' },
    {},
  );
  expect([page.status, await answers()]).toEqual([200, { anything_else: rockets.slice(0, 19_999) }]);
});
