import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import type { Answers } from '@/domain/answers';
import { compiled } from '@/domain/forms/compiled';
import { withQuestion } from '@/domain/forms/editing';
import { IDENTITY_QUESTIONS } from '@/domain/forms/identity';
import { STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import type { StoredQuestion } from '@/domain/forms/stored';
import { optionsOf, sectionsOf, type Question, type Section } from '@/domain/questions';
import { answersSchema } from '@/features/applications/schema';
import { cleanText } from '@/lib/clean-text';
import { newId } from '@/lib/id';
import { freezeClock, ownerQuery } from '../../support/database';
import { createProgram, createTestCycle, NOW } from '../../support/factories';
import { fillIn, hiddenOf, newBrowser, setClock, type Browser } from './browser';

vi.setConfig({ testTimeout: 120_000 });

const OWN = { label: 'Of staff', seenBy: 'committee' } as const;
// One of every kind that the standard form lacks.
const KINDS: StoredQuestion[] = [
  { ...OWN, name: 'a_date', type: 'date' },
  { ...OWN, name: 'a_number', type: 'number', from: -5, to: 50_000 },
  { ...OWN, name: 'an_email', type: 'text', maxLength: 80, input: 'email' },
  { ...OWN, name: 'a_file', type: 'file' },
  { ...OWN, name: 'a_condition', type: 'text', maxLength: 80, showIf: { question: 'wants_nearby', values: ['yes'] } },
];
const FORM = KINDS.reduce((form, question) => withQuestion(form, 'meeting', question), STANDARD_FORM);
const SECTIONS = sectionsOf(compiled('every-kind', FORM), 'both', false);

let base = '';
let browser: Browser;

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  const { organizationId, ...program } = await createProgram();
  const cycle = await createTestCycle({ organizationId, ...program });
  const version = { number: 2, name: `${cycle.code}-form-2`, definition: JSON.parse(JSON.stringify(FORM)) };
  const made = { createdById: newId(NOW), createdAt: NOW, publishedById: newId(NOW), publishedAt: NOW };
  await db.formVersion.create({ data: { id: newId(NOW), organizationId, cycleId: cycle.id, ...version, ...made } });
  await db.cycle.update({ where: { id: cycle.id }, data: { formVersion: version.name } });
  base = `/apply/${cycle.code.toLowerCase()}/both`;
  browser = newBrowser();
});
afterAll(() => globalThis.bookendLimits?.pool.end());

/** What is typed, in the bytes that travel. */
const NASTY: Record<string, string> = {
  nothing: '',
  blanks: '%20%09+%20',
  'too long': 'x'.repeat(3000),
  'too many words': 'word+'.repeat(2000),
  'longer than is kept': 'y'.repeat(25_000),
  null: 'null',
  undefined: 'undefined',
  'NaN and a prototype': '__proto__NaN',
  'an operator object': '%7B%22%24gt%22%3A%22%22%7D',
  'an array': '%5B%22a%22%2C%22b%22%5D',
  'a number': '-1e309',
  'a date that is none': '2026-02-31',
  'right to left': '%E2%80%AE%D7%A9%D7%9C%D7%95%D7%9D+abc',
  emoji: '%F0%9F%91%A9%F0%9F%8F%BD%E2%80%8D%F0%9F%9A%80',
  'a lone surrogate': 'a%ED%A0%80b',
  'bytes that are no text': '%FF%FE%C0%80',
  'half an escape': '%E4%ZZ%',
  'NUL and control characters': 'a%00b%01%07%1B%5B31mc%7F',
  'line feeds of all kinds': 'one%0D%0Atwo%0Dthree%0Afour',
  'a header': 'x%0D%0ASet-Cookie%3A+a%3D1',
  'a page': '%3Cscript%3Ealert(1)%3C/script%3E%3Cimg+src%3Dx+onerror%3D%22a%22%3E',
  'an end of the field': '%22%3E%3C/textarea%3E%27%26amp%3B',
  'a formula': '%3DHYPERLINK(%22http%3A//a.test%22)',
  'a query': "'%3B+DROP+TABLE+drafts%3B+--",
  'a path': '..%2F..%2Fetc%2Fpasswd',
  'an id': '018f3c2a-0000-7000-8000-000000000001 cv.pdf',
  'ﬁ, composed and not': 'e%CC%81%EF%AC%81',
};

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
/** What the program has of a typed answer: whole text, no control characters, as much as is kept. */
const keptOf = (value: string) =>
  cleanText(new URLSearchParams(`x=${value}`).get('x') ?? '')
    .trim()
    .slice(0, 20_000);
const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');

const answers = async (): Promise<Answers> => answersSchema.parse((await db.draft.findFirstOrThrow()).answers);
const forgetLimits = () => ownerQuery('DELETE FROM rate_limits');

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
    await browser.post(base, { email: 'fuzz@example.test' });
    for (const [name, value] of Object.entries(NASTY)) {
      await forgetLimits();
      const drawn = hiddenOf(await browser.get(`${base}/${key}`));
      const page = await browser.postRaw(`${base}/${key}`, bodyOf(names(section), value, drawn));
      expect([name, [200, 422].includes(page.status)]).toEqual([name, true]);
      const typed = keptOf(value);
      expect([name, strangers(section, await answers(), typed)]).toEqual([name, []]);
      if (page.status === 422 && section.questions.some(isTyped))
        expect([name, page.text.includes(escaped(typed))]).toEqual([name, true]);
      expect([name, /<script>alert|<img src=x/.test(page.text)]).toEqual([name, false]);
    }
  });

  it('may be there twice, as a list, as an object, or not at all', async () => {
    await browser.post(base, { email: 'shape@example.test' });
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
      const drawn = hiddenOf(await browser.get(`${base}/${key}`));
      const page = await browser.postRaw(`${base}/${key}`, bodyOf(fields, 'one', drawn));
      expect([200, 422]).toContain(page.status);
    }
    expect(Object.keys(await answers()).filter((name) => !section.questions.some((one) => one.name === name))).toEqual(
      [],
    );
  });

  it('of 1 MB is refused by a page, not by a fault', async () => {
    await browser.post(base, { email: 'mega@example.test' });
    const [first = 'x'] = names(section);
    const mega = 'z'.repeat(1024 * 1024);
    const page = await browser.get(`${base}/${key}`);
    expect((await browser.postRaw(`${base}/${key}`, `${first}=${mega}`)).status).toBe(413);
    expect([200, 422]).toContain((await browser.upload(page, { [first]: mega, go: 'next' }, {})).status);
  });
});

it('more than is kept is cut between characters', async () => {
  await browser.post(base, { email: 'cut@example.test' });
  const rockets = `a${'🚀'.repeat(12_000)}`;
  const page = await browser.upload(await browser.get(`${base}/more`), { anything_else: rockets, go: 'later' }, {});
  expect([page.status, await answers()]).toEqual([200, { anything_else: rockets.slice(0, 19_999) }]);
});

const STEERING = ['revision', 'mark', 'opened', 'return', 'go', 'autosave'];
it.each(STEERING)('what steers a page, forged: %s', async (name) => {
  await browser.post(base, { email: 'steer@example.test' });
  for (const value of Object.values(NASTY)) {
    await forgetLimits();
    const drawn = hiddenOf(await browser.get(`${base}/more`));
    const others = Object.entries({ ...drawn, go: 'next' }).filter(([one]) => one !== name);
    const body = `${new URLSearchParams(others).toString()}&anything_else=kept&${name}=${value}`;
    expect([200, 409, 422]).toContain((await browser.postRaw(`${base}/more`, body)).status);
  }
  expect(await answers()).toEqual({ anything_else: 'kept' });
});

it.each(['submission_key', 'revision', 'attest', 'form_version', 'opened'])(
  'what sends a form, forged: %s',
  async (name) => {
    const check = await fillIn(browser, base, 'send@example.test');
    for (const value of Object.values(NASTY).filter((one) => !['', '%20%09+%20'].includes(one))) {
      await forgetLimits();
      const given = { ...hiddenOf(check), attest: name === 'opened' ? '' : 'yes' };
      const others = Object.entries(given).filter(([one]) => one !== name);
      const body = `${new URLSearchParams(others).toString()}&${name}=${value}`;
      const page = await browser.postRaw(`${base}/check`, body);
      expect([200, 409, 422]).toContain(page.status);
    }
    expect(await db.application.count({ where: { state: 'submitted' } })).toBe(0);
  },
);

it('the address to start with', async () => {
  for (const value of Object.values(NASTY)) {
    await forgetLimits();
    const page = await newBrowser().postRaw(base, `email=${value}`);
    expect([page.status, page.text.includes(escaped(keptOf(value).slice(0, 200)))]).toEqual([422, true]);
  }
  expect(await db.draft.count()).toBe(0);
});

it('the confidential page, which hands back nothing it does not know', async () => {
  await browser.post(base, { email: 'secret@example.test' });
  const fields = [...IDENTITY_QUESTIONS.flatMap(({ own, wish }) => [own, wish]), 'count_me', 'identity_action'];
  for (const step of ['read', 'seal', 'change', 'skip', 'no-such'])
    for (const value of Object.values(NASTY)) {
      await forgetLimits();
      const page = await browser.postRaw(
        `${base}/identity`,
        `step=${step}&${fields.map((name) => `${name}=${value}`).join('&')}`,
      );
      expect([200, 422]).toContain(page.status);
    }
  expect(await answers()).toEqual({});
});

it('addresses that nobody was given', async () => {
  await browser.post(base, { email: 'path@example.test' });
  const [, , code = ''] = base.split('/');
  const parts = [
    'nowhere',
    '%00',
    '%ED%A0%80',
    '%27',
    '__proto__',
    'constructor',
    '%F0%9F%98%80',
    'x'.repeat(4000),
    '..%2Fmore',
  ];
  for (const part of parts) {
    await forgetLimits();
    const paths = [
      `/apply/${part}/both`,
      `/apply/${code}/${part}`,
      `${base}/${part}`,
      `${base}/files/${part}`,
      `/resume/${part}`,
      `/apply/${part}/both/about`,
    ];
    for (const path of paths) {
      const page = await browser.get(path);
      expect([path.slice(0, 60), [200, 404, 410].includes(page.status)]).toEqual([path.slice(0, 60), true]);
    }
    for (const path of [`${base}/${part}`, `/apply/${code}/${part}/more`])
      expect([path.slice(0, 60), (await browser.post(path, { go: 'next' })).status]).toEqual([path.slice(0, 60), 404]);
  }
});
