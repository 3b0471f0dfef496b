import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { setCheckable } from '@/features/closing/papers/commands';
import { findOwnPaper, listPapersFor, paperFileFor, papersZip } from '@/features/closing/papers/queries';
import { newId } from '@/lib/id';
import { NOW } from '../../support/factories';
import { newBrowser, type Browser, type Page } from '../applications/browser';
import { addPair, after, moveOn, signInBoth, type Side } from '../pairs/pair-ground';
import { chair, cycleOf, fenced, pair, program, staff } from '../pairs/pair-staff';

let browsers: Record<Side, Browser>;
beforeEach(async () => {
  browsers = await signInBoth(pair.matchId);
  await browsers.mentor.post(`${pair.path}/meetings`, { day: '2030-01-15', mode: 'chat', minutes: '95' });
  await moveOn(310);
});
const complete = (id = pair.matchId) =>
  db.match.update({ where: { id }, data: { state: 'completed', endedAt: after(300) } });
const paper = (name: string) => `${pair.path}/papers/${name}`;

describe('certificate and letter of service', () => {
  it('are ready when the pair is completed, the letter for mentors, with the time that was written down', async () => {
    expect((await browsers.mentor.get(paper('certificate'))).text).toContain('ready once the program has ended');
    await complete();
    const { text } = await browsers.mentor.get(paper('certificate'));
    for (const words of ['Ada Quill', 'as a mentor', '1 h 35 min', '-C-']) expect(text).toContain(words);
    expect(/<article[\s\S]*<\/article>/.exec(text)?.[0]).not.toContain('Bo Lark');
    expect((await browsers.mentor.get(paper('letter'))).text).toContain('volunteer mentor');
    for (const name of ['letter', 'letter.pdf', 'nothing'])
      expect((await browsers.mentee.get(paper(name))).status).toBe(404);
    expect((await browsers.mentee.get(paper('certificate.pdf'))).text).toMatch(/^%PDF-1\.7/);
    expect((await browsers.mentee.get(pair.path)).text).toContain('See my certificate');
    expect((await browsers.mentee.get('/status')).text).toContain('See my certificate');
    await db.match.update({ where: { id: pair.matchId }, data: { state: 'ended_early' } });
    expect((await browsers.mentor.get(paper('certificate'))).status).toBe(404);
  });

  it('count the events at which staff noted somebody, beside the log, and say so', async () => {
    const { organizationId } = program;
    const hold = async (over: { cancelledAt?: Date; came?: boolean; minutes: number }) => {
      const { cancelledAt = null, came = true, minutes } = over;
      const id = newId(NOW);
      const shared = { organizationId, cycleId: pair.cycle.id, title: 'Talk', kind: 'other', audience: ['pairs'] };
      const times = { startsAt: after(20), answerBy: after(19), minutes, cancelledAt };
      const made = { place: 'Hall', createdById: staff.userId, createdAt: NOW };
      await db.cycleEvent.create({ data: { id, ...shared, ...times, ...made } });
      const { personId } = pair.mentor;
      const reply = { state: 'yes', answeredAt: NOW, came };
      await db.eventReply.create({ data: { id: newId(NOW), organizationId, eventId: id, personId, ...reply } });
    };
    await complete();
    await hold({ minutes: 90 });
    await hold({ minutes: 45 });
    await hold({ minutes: 60, came: false });
    await hold({ minutes: 60, cancelledAt: NOW });
    expect((await findOwnPaper(pair.mentor.applicationId))?.facts).toMatchObject({ minutes: 95, eventMinutes: 135 });
    expect((await findOwnPaper(pair.mentee.applicationId))?.facts).toMatchObject({ minutes: 95, eventMinutes: 0 });
    expect((await browsers.mentor.get(paper('certificate'))).text).toContain(
      'Events of the program attended: 2 h 15 min',
    );
    expect((await browsers.mentor.get(paper('letter'))).text).toContain('came to events of the program, 2 h 15 min');
    expect((await browsers.mentee.get(paper('certificate'))).text).not.toContain('Events of the program attended');
  });

  it('count all completed pairs of a mentor together', async () => {
    const other = await addPair(program, pair.cycle);
    await db.application.update({ where: { id: pair.mentor.applicationId }, data: { places: 2 } });
    const mentorApplicationId = pair.mentor.applicationId;
    await db.match.update({ where: { id: other.matchId }, data: { mentorApplicationId } });
    await complete();
    await complete(other.matchId);
    expect((await findOwnPaper(mentorApplicationId))?.facts).toMatchObject({ pairs: 2, minutes: 95 });
  });

  it('are a page to print where our typeface lacks a letter of the name', async () => {
    await complete();
    await db.application.update({ where: { id: pair.mentee.applicationId }, data: { name: '李小龍' } });
    const { text } = await browsers.mentee.get(paper('certificate'));
    for (const words of ['李小龍', 'Our typeface lacks a letter']) expect(text).toContain(words);
    expect((await browsers.mentee.get(paper('certificate.pdf'))).path).toMatch(/certificate$/);
    const [name] =
      (await paperFileFor(pair.cycle.id, `${pair.mentee.applicationId}-certificate`, staff))?.name.match(/\w+$/) ?? [];
    expect(name).toBe('html');
  });
});

describe('checking a number', () => {
  const numberOf = async () => (await findOwnPaper(pair.mentee.applicationId))?.number ?? '';
  const check = async () => newBrowser().get(`/certificate/${(await numberOf()).toLowerCase()}`);

  it('is off until its owner ticks it, and says only what the certificate says', async () => {
    await complete();
    const never = await check();
    const none = await newBrowser().get('/certificate/t1-c-0000000000');
    // But for its own address, the page is the same.
    const bare = ({ text }: Page) => text.replaceAll(/certificate\/[\w-]+/g, '');
    expect([never.status, bare(never)]).toEqual([404, bare(none)]);
    await browsers.mentee.post(paper('certificate'), { checkable: 'yes' });
    const { text, status } = await check();
    expect(status).toBe(200);
    for (const words of ['Bo Lark', await numberOf(), 'as a mentee']) expect(text).toContain(words);
    for (const words of ['Addie', 'Ada Quill', pair.reference, pair.mentee.person.email])
      expect(text).not.toContain(words);
    await browsers.mentee.post(paper('certificate'), {});
    expect((await check()).status).toBe(404);
    expect(await db.event.count({ where: { action: { startsWith: 'certificate.' } } })).toBe(2);
  });

  it('ends with its owner, and is nobody else’s to choose', async () => {
    await complete();
    const own = await findOwnPaper(pair.mentee.applicationId);
    if (!own) throw new Error('no paper');
    await expect(setCheckable({ ...own, personId: null }, true, NOW)).rejects.toMatchObject({
      code: 'actor.forbidden',
    });
    await browsers.mentee.post(paper('certificate'), { checkable: 'yes' });
    await db.$queryRaw`SELECT app.forget_person(${pair.mentee.personId}::uuid, NULL)::text`;
    expect(await db.certificate.count()).toBe(0);
    expect((await newBrowser().get(`/certificate/${own.number}`)).status).toBe(404);
  });
});

describe('papers for staff and chair', () => {
  it('are one by one or all in a ZIP, without pairs that are closed to the reader', async () => {
    await complete();
    const cycle = await cycleOf();
    expect((await listPapersFor(cycle.id, chair)).map(({ role }) => role)).toEqual(['mentor', 'mentee']);
    const zip = await papersZip(cycle, staff);
    expect(zip.bytes.subarray(0, 2).toString()).toBe('PK');
    const names = [...zip.bytes.toString('latin1').matchAll(/[\w-]+-(?:certificate|letter)\.pdf/g)].map(
      ([name]) => name,
    );
    expect(new Set(names).size).toBe(3);
    for (const side of ['mentor', 'mentee'] as const) {
      const reader = fenced(staff, pair[side].personId);
      expect(await listPapersFor(cycle.id, reader)).toEqual([]);
      expect(await paperFileFor(cycle.id, `${pair.mentor.applicationId}-certificate`, reader)).toBeNull();
      expect((await papersZip(cycle, reader)).bytes.toString('latin1')).not.toContain('certificate.pdf');
    }
    expect(await paperFileFor(cycle.id, `${pair.mentee.applicationId}-letter`, staff)).toBeNull();
  });
});
