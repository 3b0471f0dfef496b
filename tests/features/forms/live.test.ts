import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import type { Answers } from '@/domain/answers';
import { withoutQuestion, withQuestion } from '@/domain/forms/editing';
import { answersSchema } from '@/features/applications/schema';
import { findApplication, powersOf } from '@/features/reviews/queries';
import { freezeClock } from '../../support/database';
import { createActor, NOW } from '../../support/factories';
import { fillIn, newBrowser, setClock, type Browser, type Fields } from '../applications/browser';
import { adding, desk, renaming, revise, WHY } from './desk';

vi.setConfig({ testTimeout: 60_000 });
let base = '';

beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  base = `/apply/${desk().cycle.code.toLowerCase()}/mentee`;
});

const draftAnswers = async (): Promise<Answers> => answersSchema.parse((await db.draft.findFirstOrThrow()).answers);
const sentApplication = async () =>
  db.application.findFirstOrThrow({
    where: { state: 'submitted' },
    select: { id: true, formVersion: true, answers: true },
  });
const versionName = (number: number) => `${desk().cycle.code}-form-${number}`;
const save = async (browser: Browser, section: string, fields: Fields) =>
  browser.fill(await browser.get(`${base}/${section}`), { ...fields, go: 'next' });

async function readBy(role: 'reviewer' | 'staff') {
  const user = await createActor(desk().program, role);
  const scope = { id: desk().cycleId, programId: desk().program.programId, blindReview: false };
  const { id } = await sentApplication();
  return (await findApplication(user, scope, id, powersOf(user, scope, NOW)))?.sections;
}

describe('an application that was sent', () => {
  it('is read in the words it was given to, after questions were renamed, retyped and removed', async () => {
    const browser = newBrowser();
    await browser.fill(await fillIn(browser, base, 'sent@example.test'), { attest: 'yes' });
    const before = await readBy('reviewer');
    const stored = await sentApplication();
    await revise(
      renaming('goal_1', 'What do you hope for?'),
      (form) => withoutQuestion(form, 'city'),
      (form) => withQuestion(form, '', { name: 'connection', label: 'Since when?', type: 'date', seenBy: 'staff' }),
      (form) => ({ ...form, attestation: 'I promise all of this.' }),
    );
    expect(await readBy('reviewer')).toEqual(before);
    expect(JSON.stringify(before)).toContain('I volunteer at a branch.');
    expect(await sentApplication()).toEqual(stored);
    expect(stored.formVersion).toBe('mentoring-2026');
  });

  it('that is changed and sent again goes on with the new version', async () => {
    const browser = newBrowser();
    await browser.fill(await fillIn(browser, base, 'again@example.test'), { attest: 'yes' });
    await revise(adding({ ...WHY, required: true }));
    await save(browser, 'more', { not_with: 'Nobody', why: 'Because.' });
    await browser.fill(await browser.get(`${base}/check`), { attest: 'yes' });
    expect(await sentApplication()).toMatchObject({ formVersion: versionName(2), answers: { why: 'Because.' } });
  });
});

describe('a form in progress', () => {
  it('keeps every answer over a publication, also to questions that are gone', async () => {
    const browser = newBrowser();
    await fillIn(browser, base, 'midway@example.test');
    const before = await draftAnswers();
    await revise(
      (form) => withoutQuestion(form, 'city'),
      (form) => withoutQuestion(form, 'not_with'),
      renaming('goal_1', 'What do you hope for?'),
    );
    expect(await draftAnswers()).toEqual(before);
    const page = await browser.get(`${base}/goals`);
    expect([page.text.includes('What do you hope for?'), page.text.includes('Run a storytime on my own.')]).toEqual([
      true,
      true,
    ]);
    await save(browser, 'more', { anything_else: 'Hello' });
    await save(browser, 'goals', { goal_1: 'Another goal', want_topics: ['storytime', 'outreach'] });
    expect(await draftAnswers()).toEqual({ ...before, anything_else: 'Hello', goal_1: 'Another goal' });
    expect(before).toMatchObject({ city: 'Duluth', not_with: 'My former manager' });
  });

  it('a page that was open over a publication is taken, and comes back with what is new', async () => {
    const browser = newBrowser();
    await browser.post(base, { email: 'open@example.test' });
    const page = await browser.get(`${base}/more`);
    await revise(adding({ ...WHY, required: true, missing: 'Tell us why.' }));
    const back = await browser.fill(page, { anything_else: 'Typed before', go: 'next' });
    expect([back.status, back.text.includes('Tell us why.'), back.text.includes('Typed before')]).toEqual([
      422,
      true,
      true,
    ]);
    expect(await draftAnswers()).toEqual({ anything_else: 'Typed before' });
  });

  it('gives back what was typed on a page that was taken out meanwhile', async () => {
    const browser = newBrowser();
    await browser.post(base, { email: 'gone@example.test' });
    const page = await browser.get(`${base}/more`);
    await revise((form) => ({ ...form, sections: form.sections.filter(({ key }) => key !== 'more') }));
    const back = await browser.fill(page, { anything_else: 'Typed <b>before</b>', go: 'next' });
    expect([back.status, back.text.includes('This page is no longer asked')]).toEqual([410, true]);
    expect(back.text).toContain('<dt>anything else</dt><dd>Typed &lt;b&gt;before&lt;/b&gt;</dd>');
    expect((await newBrowser().post(`${base}/more`, {})).status).toBe(404);
  });

  it('is unfinished once something new is required, and says where', async () => {
    const browser = newBrowser();
    await fillIn(browser, base, 'more@example.test');
    await revise(adding({ ...WHY, required: true }));
    const check = await browser.get(`${base}/check`);
    expect(check.text).toContain(`${base}/more`);
    expect((await browser.fill(check, { attest: 'yes' })).status).toBe(422);
    expect(await db.application.count({ where: { state: 'submitted' } })).toBe(0);
    await save(browser, 'more', { not_with: 'My former manager', why: 'Because.' });
    await browser.fill(await browser.get(`${base}/check`), { attest: 'yes' });
    expect((await sentApplication()).answers).toMatchObject({ why: 'Because.' });
  });

  it('that is sent while a version is published is read over once more, and then taken', async () => {
    const browser = newBrowser();
    const check = await fillIn(browser, base, 'late@example.test');
    await revise((form) => ({ ...form, attestation: 'I promise that all of this is so.' }));
    const shown = await browser.fill(check, { attest: 'yes' });
    expect([shown.status, shown.text.includes('I promise that all of this is so.')]).toEqual([409, true]);
    expect(await db.application.count({ where: { state: 'submitted' } })).toBe(0);
    const sent = await browser.fill(shown, { attest: 'yes' });
    expect(sent.path).toBe(`${base}/sent`);
    expect((await sentApplication()).formVersion).toBe(versionName(2));
    const { detail } = await db.event.findFirstOrThrow({ where: { action: 'application.submitted' } });
    expect(detail).toMatchObject({ attestation: 'I promise that all of this is so.' });
  });
});

it('an answer to what is not asked stays in the draft and is not in the application', async () => {
  const howFar = { ...WHY, name: 'how_far', required: true, showIf: { question: 'wants_nearby', values: ['yes'] } };
  await revise(adding(howFar, 'meeting'));
  const browser = newBrowser();
  await fillIn(browser, base, 'near@example.test');
  const meeting = { modes: ['video'], hours: ['weekend'] };
  expect((await save(browser, 'meeting', { ...meeting, wants_nearby: 'yes' })).status).toBe(422);
  await save(browser, 'meeting', { ...meeting, wants_nearby: 'yes', how_far: 'An hour' });
  await save(browser, 'meeting', { ...meeting, wants_nearby: 'no', how_far: 'An hour' });
  await save(browser, 'more', {});
  const check = await browser.get(`${base}/check`);
  expect(check.text).not.toContain('An hour');
  await browser.fill(check, { attest: 'yes' });
  expect(await draftAnswers()).toMatchObject({ wants_nearby: 'no', how_far: 'An hour' });
  const { answers } = await sentApplication();
  expect(answers).toMatchObject({ wants_nearby: 'no' });
  expect(answers).not.toHaveProperty('how_far');
});

it('is not asked on a later page, where an earlier answer decides', async () => {
  await revise(adding({ ...WHY, showIf: { question: 'wants_nearby', values: ['yes'] } }));
  const browser = newBrowser();
  await fillIn(browser, base, 'later@example.test');
  expect((await browser.get(`${base}/more`)).text).toContain('Why now?');
  await save(browser, 'meeting', { modes: ['video'], hours: ['weekend'], wants_nearby: 'no' });
  expect((await browser.get(`${base}/more`)).text).not.toContain('Why now?');
});
