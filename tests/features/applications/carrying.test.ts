import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { askToCarry, carryOver } from '@/features/applications/carrying/commands';
import { loadMatching } from '@/features/matching/inputs/queries';
import { saveSettings } from '@/features/matching/weights/commands';
import { OFFERED_RULES } from '@/features/matching/inputs/schema';
import { DEFAULT_WEIGHTS } from '@/domain/matching/factors';
import { newToken } from '@/lib/token';
import { freezeClock, ownerQuery } from '../../support/database';
import { createApplied, createTestCycle, NOW } from '../../support/factories';
import { held, letGo, minutes, readyCycle } from '../announcements/ready-cycle';
import { newBrowser, setClock } from './browser';

vi.setConfig({ testTimeout: 60_000 });

const JOB = { kind: 'job', name: 'test' } as const;
const DAY_MS = 86_400_000;
type World = Awaited<ReturnType<typeof readyCycle>>;
let world: World;
let waitlistUntil = NOW;

/** Both clocks: of the web process, and of the database. */
async function moveTo(now: Date): Promise<Date> {
  setClock(now);
  await freezeClock(now);
  return now;
}

beforeEach(async () => {
  await moveTo(NOW);
  world = await readyCycle();
  await held(world);
  await letGo(minutes(11));
  ({ waitlistUntil } = await db.cycle.findUniqueOrThrow({ where: { id: world.cycle.id } }));
});

const after = (days: number) => new Date(waitlistUntil.getTime() + days * DAY_MS);
const ask = (now: Date) => askToCarry(JOB, newToken, now);
const mails = () => db.outboxMessage.findMany({ where: { kind: 'carry' }, orderBy: { id: 'asc' } });
const linkIn = (text: string) => /\/carry\/[\w-]+/.exec(text)?.[0] ?? '';
const wishes = () => db.carryWish.findMany({ select: { applicationId: true, wanted: true } });

async function asked(): Promise<string> {
  await ask(await moveTo(after(1.5)));
  return linkIn((await mails())[0]?.text ?? '');
}

/** The next cycle of the program, open for applications now. */
async function openNext() {
  const next = await createTestCycle(world.program);
  const at = (days: number) => after(400 + days);
  const dates = { opensAt: at(-2), closesAt: at(20), mentorsCloseAt: null, matchingAt: at(30), announceAt: at(40) };
  const later = {
    startsAt: at(50),
    endsAt: at(400),
    archivesAt: at(430),
    waitlistUntil: at(100),
    identityDeleteOn: at(120),
  };
  await db.cycle.update({ where: { id: next.id }, data: { ...dates, ...later } });
  return { ...next, now: await moveTo(at(0)) };
}

describe('the question at the end of the waitlist', () => {
  it('goes once to who waits without a match, on the day, and to nobody else', async () => {
    expect(await ask(after(-0.5))).toBe(0);
    // A waitlist ends at midnight; nobody is woken by it.
    expect(await ask(after(0))).toBe(0);
    expect(await ask(after(0.5))).toBe(1);
    expect(await ask(after(1.5))).toBe(0);
    expect((await mails()).map(({ toAddress, subject }) => [toAddress, subject])).toEqual([
      ['cem@example.test', expect.stringContaining('the waitlist has ended')],
    ]);
    await expect(askToCarry({ kind: 'visitor' }, newToken, after(0))).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
  });

  it('does not come as a surprise weeks later, to who withdrew, or to who said it already', async () => {
    expect(await ask(after(14.5))).toBe(0);
    await db.application.update({ where: { id: world.cem.applicationId }, data: { state: 'withdrawn' } });
    expect(await ask(after(1.5))).toBe(0);
    await db.application.update({ where: { id: world.cem.applicationId }, data: { state: 'accepted' } });
    const said = { id: world.cem.applicationId, organizationId: world.program.organizationId };
    await db.carryWish.create({
      data: { ...said, applicationId: world.cem.applicationId, wanted: false, saidAt: after(0) },
    });
    expect(await ask(after(1.5))).toBe(0);
  });

  it('is answered by buttons, may be changed, and changes nothing by being opened', async () => {
    const link = await asked();
    const browser = newBrowser();
    expect((await browser.get(link)).text).toContain('Yes, carry me over');
    expect(await wishes()).toEqual([]);
    expect((await browser.post(link, { wanted: 'yes' })).text).toContain('You said yes.');
    expect((await browser.post(link, { wanted: 'perhaps' })).text).toContain('You said yes.');
    expect((await browser.post(link, { wanted: 'no' })).text).toContain('You said no.');
    expect(await wishes()).toEqual([{ applicationId: world.cem.applicationId, wanted: false }]);
    const events = await db.event.findMany({
      where: { action: { startsWith: 'application.carry' } },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action }) => action)).toEqual(['application.carry_wanted', 'application.carry_declined']);
    expect((await browser.get('/carry/nonsense')).status).toBe(410);
  });
});

describe('the next cycle', () => {
  it('begins a form with the answers of who said yes, once, and mails the way in', async () => {
    await newBrowser().post(await asked(), { wanted: 'yes' });
    const before = await db.application.findUniqueOrThrow({ where: { id: world.cem.applicationId } });
    expect(await carryOver(JOB, newToken, after(2))).toBe(0);
    const { id: cycleId, code, now } = await openNext();
    expect([await carryOver(JOB, newToken, now), await carryOver(JOB, newToken, now)]).toEqual([1, 0]);
    const draft = await db.draft.findFirstOrThrow({ where: { cycleId }, include: { applications: true } });
    expect(draft).toMatchObject({ email: 'cem@example.test', role: 'mentee', savedSections: [], sentRevision: null });
    expect(Object(draft.answers)).toMatchObject({ name: Object(before.answers).name });
    expect(Object(draft.answers)).not.toHaveProperty('member');
    expect(draft.applications.map(({ state }) => state)).toEqual(['draft']);
    const [, mail] = await mails();
    expect(mail?.text).toContain('That you waited counts in your favour');
    const link = linkIn(mail?.text ?? '');
    const browser = newBrowser();
    expect((await browser.get(link)).text).toContain('Go on with my application');
    expect((await browser.post(link, {})).path).toBe(`/apply/${code.toLowerCase()}/mentee`);
    expect((await browser.get(`/apply/${code.toLowerCase()}/mentee/about`)).text).toContain(
      String(Object(before.answers).name),
    );
    expect((await newBrowser().get(link)).status).toBe(410);
    expect((await browser.get('/status')).text).toContain('a form with your answers was begun for you');
  });

  it('begins none for who said no, or began one by themselves', async () => {
    const link = await asked();
    await newBrowser().post(link, { wanted: 'no' });
    const { now, code } = await openNext();
    expect(await carryOver(JOB, newToken, now)).toBe(0);
    await newBrowser().post(link, { wanted: 'yes' });
    await newBrowser().post(`/apply/${code.toLowerCase()}/mentee`, { email: 'cem@example.test' });
    expect(await carryOver(JOB, newToken, now)).toBe(0);
    expect(await db.draft.count({ where: { email: 'cem@example.test' } })).toBe(2);
    expect((await newBrowser().get(link)).text).toContain('a form with your answers was begun for you');
  });
});

it('is said on the status page as well, by who it concerns alone', async () => {
  await moveTo(after(1.5));
  const browser = newBrowser();
  await browser.post('/resume', { email: 'cem@example.test' });
  const mail = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'resume' }, orderBy: { id: 'desc' } });
  await browser.fill(await browser.get(/\/resume\/[\w-]+/.exec(mail.text)?.[0] ?? ''), {});
  expect((await browser.get('/status')).text).toContain('Yes, carry me over');
  const path = `/status/carry/${world.cem.applicationId}`;
  expect((await newBrowser().post(path, { wanted: 'yes' })).status).toBe(404);
  expect((await browser.post(`/status/carry/${world.ada.applicationId}`, { wanted: 'yes' })).status).toBe(404);
  expect((await browser.post(path, { wanted: 'yes' })).text).toContain('You said yes.');
  await ownerQuery(`UPDATE applications SET email = '' WHERE id = '${world.cem.applicationId}'`);
  expect(await wishes()).toEqual([]);
});

describe('having waited', () => {
  const priorities = async (cycleId: string) => (await loadMatching(cycleId)).mentees.map(({ priority }) => priority);

  it('counts for one more in the next cycle, for who waited and nobody else', async () => {
    const { id, ...next } = await openNext();
    for (const { personId } of [world.cem, world.ada, world.declined])
      await createApplied(world.program, { id, ...next }, { role: 'mentee', state: 'accepted', personId });
    expect(await priorities(id)).toEqual([2, 1, 1]);
    expect(await priorities(world.cycle.id)).toEqual([1, 1, 1]);
    await db.application.update({ where: { id: world.cem.applicationId }, data: { state: 'withdrawn' } });
    expect(await priorities(id)).toEqual([1, 1, 1]);
  });

  it('does not count where the chair says so', async () => {
    const { id, ...next } = await openNext();
    await createApplied(world.program, { id, ...next }, { state: 'accepted', personId: world.cem.personId });
    const settings = { cycleId: id, weights: DEFAULT_WEIGHTS, minimum: 0, on: [...OFFERED_RULES] };
    await saveSettings(world.chair, { ...settings, credit: false }, NOW);
    expect(await priorities(id)).toEqual([1]);
    await saveSettings(world.chair, { ...settings, credit: true }, NOW);
    expect(await priorities(id)).toEqual([2]);
  });
});
