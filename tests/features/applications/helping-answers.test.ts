import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { createActor, createApplied, createProgram } from '../../support/factories';
import { approvePlan } from '../announcements/ready-cycle';
import { ANSWERS, fillIn, newBrowser } from './browser';
import { createHelpDesk, type HelpDesk } from './helping-desk';

vi.setConfig({ testTimeout: 60_000 });

let desk: HelpDesk;
beforeEach(async () => {
  desk = await createHelpDesk();
});

const EMAIL = 'paper@example.test';
const WHY = 'On the phone on Monday.';
const base = () => `/apply/${desk.cycle.code.toLowerCase()}/mentee`;
const stored = (id: string) =>
  db.application.findUniqueOrThrow({
    where: { id },
    select: { answers: true, name: true, places: true, state: true, version: true },
  });

/** A form that its applicant sent from a browser. */
async function sentForm() {
  const browser = newBrowser();
  await browser.fill(await fillIn(browser, base(), EMAIL), { attest: 'yes' });
  const { id } = await db.application.findFirstOrThrow({ where: { email: EMAIL } });
  return { browser, id };
}

describe('an application that was sent', () => {
  it('is changed with a reason, in what was sent and in the applicant’s form, and the person hears of it', async () => {
    const { browser, id } = await sentForm();
    const saved = await desk.fill(id, 'about', { ...ANSWERS.about, city: 'Two Harbors', staff_reason: WHY });
    expect(saved).toMatchObject({ status: 303, path: expect.stringMatching(/people\/.*done=changed$/) });
    expect(await stored(id)).toMatchObject({
      state: 'submitted',
      name: 'Zsófia Nakamura',
      answers: { city: 'Two Harbors', goal_1: 'Run a storytime on my own.' },
    });
    const own = await browser.get(`${base()}/check`);
    expect([own.text.includes('Two Harbors'), own.text.includes('This is what we have from you.')]).toEqual([
      true,
      true,
    ]);
    const [mail] = await db.outboxMessage.findMany({
      where: { kind: 'helped' },
      select: { toAddress: true, text: true },
    });
    expect(mail?.toAddress).toBe(EMAIL);
    expect(mail?.text).toContain('Linus Abernathy changed your application');
    expect(mail?.text).toContain(`Why: ${WHY}`);
    expect(mail?.text).not.toContain('Two Harbors');
    const [event] = await db.event.findMany({ where: { subjectId: id, action: 'application.changed_for' } });
    expect(event).toMatchObject({
      actor: `user:${desk.staff.userId}`,
      reason: WHY,
      detail: { section: 'about', fields: ['city'] },
    });
  });

  it('keeps the applicant’s own words that were not sent yet', async () => {
    const { browser, id } = await sentForm();
    await browser.fill(await browser.get(`${base()}/about`), { ...ANSWERS.about, city: 'Ely', go: 'next' });
    await desk.fill(id, 'about', { ...ANSWERS.about, city: 'Two Harbors', staff_reason: WHY });
    expect(await stored(id)).toMatchObject({ answers: { city: 'Two Harbors' } });
    const own = await browser.get(`${base()}/about`);
    expect(own.text).toContain('value="Ely"');
    expect((await browser.get(base())).text).toContain('Changed since you sent it');
  });

  it('is not overwritten by the applicant’s page that was open meanwhile, though it saved last', async () => {
    const { browser, id } = await sentForm();
    const page = await browser.get(`${base()}/more`);
    await browser.fill(page, { anything_else: 'mine', go: 'later' });
    await desk.fill(id, 'more', { ...ANSWERS.more, anything_else: 'told on the phone', staff_reason: WHY });
    const own = await browser.fill(page, { anything_else: 'mine, and more', go: 'later' });
    expect([own.status, own.text.includes('mine, and more')]).toEqual([409, true]);
  });

  it('is not changed without a reason or by a page that is not whole, and what was typed stays', async () => {
    const { id } = await sentForm();
    const none = await desk.fill(id, 'about', { ...ANSWERS.about, city: 'Ely' });
    expect([none.status, none.text.includes('Say why, and how they told you.')]).toEqual([422, true]);
    const half = await desk.fill(id, 'about', { ...ANSWERS.about, name: '', city: 'Ely', staff_reason: WHY });
    expect([half.status, half.text.includes('value="Ely"'), half.text.includes(`value="${WHY}"`)]).toEqual([
      422,
      true,
      true,
    ]);
    expect(await stored(id)).toMatchObject({ answers: { city: 'Duluth' }, version: 2 });
  });

  it('shows both versions when the person changed the page meanwhile', async () => {
    const { browser, id } = await sentForm();
    const opened = await desk.open(id, 'about');
    await browser.fill(await browser.get(`${base()}/about`), { ...ANSWERS.about, city: 'Ely', go: 'next' });
    await browser.fill(await browser.get(`${base()}/check`), { attest: 'yes' });
    const late = await desk.send(opened, id, 'about', { ...ANSWERS.about, city: 'Gary', staff_reason: WHY });
    expect([late.status, late.text.includes('value="Gary"'), late.text.includes('<dd>Ely</dd>')]).toEqual([
      409,
      true,
      true,
    ]);
    expect(await stored(id)).toMatchObject({ answers: { city: 'Ely' } });
  });

  it('of both roles is changed in both, each with its own questions', async () => {
    const [{ applicationId: mentor } = { applicationId: '' }, { applicationId: mentee } = { applicationId: '' }] =
      await createApplied(desk.program, desk.cycle, { role: 'both' });
    const page = await desk.open(mentor, 'meeting');
    await desk.send(page, mentor, 'meeting', {
      modes: ['phone'],
      hours: ['weekend'],
      wants_nearby: 'yes',
      staff_reason: WHY,
    });
    expect((await stored(mentor)).answers).toMatchObject({ modes: ['phone'] });
    expect((await stored(mentee)).answers).toMatchObject({ modes: ['phone'] });
    expect((await stored(mentee)).places).toBe(0);
  });

  it('keeps the places that an approved plan counts on', async () => {
    const [{ applicationId: mentor } = { applicationId: '' }] = await createApplied(desk.program, desk.cycle, {
      role: 'mentor',
      state: 'accepted',
      places: 2,
    });
    const pairs: [string, string][] = [];
    for (const _ of [1, 2]) {
      const [mentee] = await createApplied(desk.program, desk.cycle, { state: 'accepted' });
      pairs.push([mentor, mentee?.applicationId ?? '']);
    }
    await approvePlan(desk.program, desk.cycle.id, await createActor(desk.program, 'chair'), pairs);
    const offer = { offer_topics: ['storytime'], places: '1', staff_reason: WHY };
    const refused = await desk.fill(mentor, 'offer', offer);
    expect([refused.status, refused.text.includes('The approved plan counts on more places than this.')]).toEqual([
      409,
      true,
    ]);
    expect((await stored(mentor)).places).toBe(2);
  });

  it('is no page for staff of another program, for its own applicant, or once withdrawn', async () => {
    const { id } = await sentForm();
    const stranger = await createActor(await createProgram(), 'staff');
    expect((await desk.open(id, 'about', stranger)).status).toBe(404);
    expect((await desk.open(id, 'about', { ...desk.staff, email: EMAIL })).status).toBe(404);
    expect((await desk.open(id, 'identity')).status).toBe(404);
    await db.application.update({ where: { id }, data: { state: 'withdrawn' } });
    expect((await desk.open(id, 'about')).status).toBe(404);
  });
});
