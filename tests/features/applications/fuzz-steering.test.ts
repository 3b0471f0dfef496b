import { expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { IDENTITY_QUESTIONS } from '@/domain/forms/identity';
import { fillIn, hiddenOf, newBrowser } from './browser';
import { answers, base, browser, escaped, forgetLimits, keptOf } from './every-kind';
import { NASTY } from './nasty';

vi.setConfig({ testTimeout: 120_000 });

const STEERING = ['revision', 'mark', 'opened', 'tab', 'return', 'go', 'autosave'];
it.each(STEERING)('what steers a page, forged: %s', async (name) => {
  await browser().post(base(), { email: 'steer@example.test' });
  for (const value of Object.values(NASTY)) {
    await forgetLimits();
    const drawn = hiddenOf(await browser().get(`${base()}/more`));
    const others = Object.entries({ ...drawn, go: 'next' }).filter(([one]) => one !== name);
    const body = `${new URLSearchParams(others).toString()}&anything_else=kept&${name}=${value}`;
    expect([200, 409, 422]).toContain((await browser().postRaw(`${base()}/more`, body)).status);
  }
  expect(await answers()).toEqual({ anything_else: 'kept' });
});

it.each(['submission_key', 'revision', 'attest', 'form_version', 'opened'])(
  'what sends a form, forged: %s',
  async (name) => {
    const check = await fillIn(browser(), base(), 'send@example.test');
    for (const value of Object.values(NASTY).filter((one) => !['', '%20%09+%20'].includes(one))) {
      await forgetLimits();
      const given = { ...hiddenOf(check), attest: name === 'opened' ? '' : 'yes' };
      const others = Object.entries(given).filter(([one]) => one !== name);
      const body = `${new URLSearchParams(others).toString()}&${name}=${value}`;
      const page = await browser().postRaw(`${base()}/check`, body);
      expect([200, 409, 422]).toContain(page.status);
    }
    expect(await db.application.count({ where: { state: 'submitted' } })).toBe(0);
  },
);

it('the address to start with', async () => {
  for (const value of Object.values(NASTY)) {
    await forgetLimits();
    const page = await newBrowser().postRaw(base(), `email=${value}`);
    expect([page.status, page.text.includes(escaped(keptOf(value).slice(0, 200)))]).toEqual([422, true]);
  }
  expect(await db.draft.count()).toBe(0);
});

it('the confidential page, which hands back nothing it does not know', async () => {
  await browser().post(base(), { email: 'secret@example.test' });
  const fields = [...IDENTITY_QUESTIONS.flatMap(({ own, wish }) => [own, wish]), 'count_me', 'identity_action'];
  for (const step of ['read', 'seal', 'change', 'skip', 'no-such'])
    for (const value of Object.values(NASTY)) {
      await forgetLimits();
      const page = await browser().postRaw(
        `${base()}/identity`,
        `step=${step}&${fields.map((name) => `${name}=${value}`).join('&')}`,
      );
      expect([200, 422]).toContain(page.status);
    }
  expect(await answers()).toEqual({});
});

it('addresses that nobody was given', async () => {
  await browser().post(base(), { email: 'path@example.test' });
  const [, , code = ''] = base().split('/');
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
      `${base()}/${part}`,
      `${base()}/files/${part}`,
      `/resume/${part}`,
      `/apply/${part}/both/about`,
    ];
    for (const path of paths) {
      const page = await browser().get(path);
      expect([path.slice(0, 60), [200, 404, 410].includes(page.status)]).toEqual([path.slice(0, 60), true]);
    }
    for (const path of [`${base()}/${part}`, `/apply/${code}/${part}/more`])
      expect([path.slice(0, 60), (await browser().post(path, { go: 'next' })).status]).toEqual([
        path.slice(0, 60),
        404,
      ]);
  }
});
