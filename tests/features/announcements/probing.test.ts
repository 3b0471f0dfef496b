import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { letHeldReleasesGo } from '@/features/announcements/holding/commands';
import { probeAgain } from '@/features/announcements/probing/commands';
import { findProbes } from '@/features/announcements/probing/queries';
import { pauseRelease, requestRelease, stopRelease } from '@/features/announcements/releases/commands';
import { getProgress } from '@/features/announcements/releases/queries';
import { drain } from '@/mail/drain';
import type { Delivery, Outgoing } from '@/mail/transport';
import { createActor, NOW } from '../../support/factories';
import { confirmAndWrite, held, JOB, letGo, minutes, readyCycle, states } from './ready-cycle';

type Ready = Awaited<ReturnType<typeof readyCycle>>;
let ready: Ready;
beforeEach(async () => {
  ready = await readyCycle();
});

const TAKEN: Delivery = { result: 'accepted', reply: '250 ok' };
const REFUSED: Delivery = { result: 'refused', reply: '550 5.7.1 not from you' };

async function send(minute: number, answer: (message: Outgoing) => Delivery): Promise<string[]> {
  const sent: string[] = [];
  const one = (message: Outgoing) => {
    sent.push(message.to.address);
    return Promise.resolve(answer(message));
  };
  await drain({ send: one, readNow: () => minutes(minute), lanes: 1 });
  return sent;
}
const stateOf = async (releaseId: string) => (await db.release.findUniqueOrThrow({ where: { id: releaseId } })).state;

describe('before the first letter', () => {
  it('five trial letters go to staff, those who let it go first, and the letters once all are taken', async () => {
    const releaseId = await held(ready);
    expect(await letHeldReleasesGo(JOB, minutes(10))).toBe(0);
    const { staff, other } = ready;
    expect(await send(10, () => TAKEN)).toEqual([staff.email, other.email, staff.email, other.email, staff.email]);
    expect(await states()).toEqual([['held', 5]]);
    expect(await letHeldReleasesGo(JOB, minutes(11))).toBe(1);
    expect([await stateOf(releaseId), await states()]).toEqual(['sending', [['queued', 5]]]);
    expect(await db.outboxMessage.count({ where: { kind: 'probe' } })).toBe(5);
  });

  it('go to as many of staff as there are, and to nobody else', async () => {
    const more = [await createActor(ready.program, 'administrator'), await createActor(ready.program, 'staff')];
    await createActor(ready.program, 'reviewer');
    await held(ready);
    await letHeldReleasesGo(JOB, minutes(10));
    const { staff, other } = ready;
    const emails = [staff, other, ...more].map(({ email }) => email);
    expect((await send(10, () => TAKEN)).toSorted()).toEqual([...emails, staff.email].toSorted());
  });

  it('a refusal holds everything until somebody tries again, or stops it', async () => {
    const releaseId = await held(ready);
    await letHeldReleasesGo(JOB, minutes(10));
    let count = 0;
    await send(10, () => (++count === 3 ? REFUSED : TAKEN));
    expect(await letHeldReleasesGo(JOB, minutes(11))).toBe(0);
    expect(await letHeldReleasesGo(JOB, minutes(60))).toBe(0);
    expect((await findProbes(releaseId, 1))?.verdict).toBe('refused');
    expect(await states()).toEqual([['held', 5]]);
    const again = (actor = ready.chair) => probeAgain(actor, { releaseId, version: 2 }, minutes(61));
    const pressed = await Promise.allSettled([again(), again(ready.staff)]);
    expect(pressed.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await db.outboxMessage.count({ where: { kind: 'probe' } })).toBe(10);
    await send(61, () => TAKEN);
    expect(await letHeldReleasesGo(JOB, minutes(62))).toBe(1);
    await expect(again()).rejects.toMatchObject({ code: 'release.wrong_status' });
  });

  it('whoever may not let it go does not try again, and Stop works on a page from before', async () => {
    const releaseId = await held(ready);
    await letHeldReleasesGo(JOB, minutes(10));
    const reviewer = await createActor(ready.program, 'reviewer');
    await expect(probeAgain(reviewer, { releaseId, version: 2 }, minutes(11))).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
    await stopRelease(ready.chair, { releaseId, version: 2 }, minutes(12));
    await send(12, () => TAKEN);
    expect(await letHeldReleasesGo(JOB, minutes(13))).toBe(0);
    expect(await states()).toEqual([['stopped', 5]]);
  });

  it('two workers at once send one round, and let the letters go once', async () => {
    await held(ready);
    const both = (minute: number) =>
      Promise.all([letHeldReleasesGo(JOB, minutes(minute)), letHeldReleasesGo(JOB, minutes(minute))]);
    await both(10);
    await send(10, () => TAKEN);
    expect((await both(11)).toSorted()).toEqual([0, 1]);
    expect(await db.outboxMessage.count({ where: { kind: 'probe' } })).toBe(5);
  });
});

describe('a release that is set to begin later', () => {
  const ask = (beginsAt: string) =>
    requestRelease(ready.staff, { cycleId: ready.cycle.id, letterCount: 5, holdMinutes: 10, beginsAt }, NOW);

  it('begins then, not after the hold, and people have their days to answer from then on', async () => {
    const { timeZone, confirmDays } = await db.cycle.findUniqueOrThrow({ where: { id: ready.cycle.id } });
    const begin = minutes(3 * 24 * 60);
    const typed = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(begin);
    const releaseId = await ask(typed.replace(' ', 'T'));
    await confirmAndWrite(ready.other, releaseId, NOW);
    const { holdUntil } = await db.release.findUniqueOrThrow({ where: { id: releaseId } });
    expect(holdUntil).toEqual(begin);
    expect(await letGo(minutes(60))).toBe(0);
    expect(await letGo(begin)).toBe(1);
    const by = new Date(begin.getTime() + confirmDays * 86_400_000);
    expect(await db.match.findFirstOrThrow()).toMatchObject({ state: 'announced', answerBy: by });
    expect((await db.token.findFirstOrThrow({ where: { purpose: 'confirm_match' } })).expiresAt).toEqual(by);
  });

  it.each(['2020-01-01T09:00', '2099-01-01T09:00', '2030-02-31T09:00', 'tomorrow'])('not at %s', async (typed) => {
    await expect(ask(typed)).rejects.toMatchObject({ code: 'release.begins' });
  });
});

describe('while letters go out', () => {
  it('a pause leaves no letter to go, not even one that was on its way and put off', async () => {
    const releaseId = await held(ready);
    await letGo(minutes(10));
    let paused = false;
    const first = await send(10, () => {
      paused = true;
      return { result: 'later', reply: '451 4.3.0 busy' };
    });
    expect([paused, first.length]).toEqual([true, 5]);
    await db.release.update({ where: { id: releaseId }, data: { paused: true } });
    expect(await send(30, () => TAKEN)).toEqual([]);
    const { version } = await db.release.findUniqueOrThrow({ where: { id: releaseId } });
    await pauseRelease(ready.staff, { releaseId, version }, false, minutes(31));
    expect((await send(32, () => TAKEN)).length).toBe(5);
    expect(await getProgress(releaseId, minutes(32))).toEqual({ counts: { accepted: 5 }, lastMinute: 5 });
    expect((await getProgress(releaseId, minutes(33))).lastMinute).toBe(0);
  });
});
