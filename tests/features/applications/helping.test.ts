import { newCodeDice } from '@/auth/codes';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { db } from '@/db/client';
import { readDeskFilter } from '@/features/applications/desk/schema';
import { listDesk } from '@/features/applications/desk/queries';
import { addContactNote, reinstate } from '@/features/applications/helping/commands';
import { moveAddress } from '@/features/applications/helping/moving/commands';
import { moveAddressSchema } from '@/features/applications/helping/schema';
import { findHelpDetails } from '@/features/applications/helping/queries';
import { createActor, createApplied, NOW } from '../../support/factories';
import { ANSWERS, newBrowser } from './browser';
import { createHelpDesk, type HelpDesk } from './helping-desk';

vi.setConfig({ testTimeout: 60_000 });

let desk: HelpDesk;
beforeEach(async () => {
  desk = await createHelpDesk();
});

const secrets = () => newCodeDice('s'.repeat(32));
const base = () => `/apply/${desk.cycle.code.toLowerCase()}/mentee`;
const list = (search = {}, user = desk.staff) => listDesk(desk.guarded, user, readDeskFilter(search));
async function apply(over: Parameters<typeof createApplied>[2] = {}): Promise<string> {
  const [applied] = await createApplied(desk.program, desk.cycle, over);
  return applied?.applicationId ?? '';
}

describe('the list of people', () => {
  it('shows of a begun form its name, how far it is and the page saved last, and of a sent one its reference', async () => {
    const browser = newBrowser();
    await browser.post(base(), { email: 'begun@example.test' });
    await browser.fill(await browser.get(`${base()}/eligibility`), { ...ANSWERS.eligibility, go: 'next' });
    await browser.fill(await browser.get(`${base()}/about`), { ...ANSWERS.about, go: 'next' });
    await apply({ person: { name: 'Ada Osei', email: 'ada@example.test' } });
    const { rows, counts, total } = await list();
    expect(rows.map(({ name, email, state, progress }) => ({ name, email, state, progress }))).toEqual([
      { name: 'Ada Osei', email: 'ada@example.test', state: 'submitted', progress: null },
      {
        name: 'Zsófia Nakamura',
        email: 'begun@example.test',
        state: 'draft',
        progress: { done: 2, of: 7, last: 'About you' },
      },
    ]);
    expect([counts, total]).toEqual([{ all: 2, begun: 1, sent: 1, withdrawn: 0 }, 2]);
    expect(JSON.stringify(rows)).not.toContain('Duluth');
  });

  it('finds by name, address and reference, takes % for itself, and leaves out the viewer’s own', async () => {
    await apply({ person: { name: 'Ada Osei', email: 'ada@example.test' } });
    const own = await apply({ personId: desk.staff.personId });
    await db.application.update({ where: { id: own }, data: { email: desk.staff.email } });
    const found = async (q: string) => (await list({ q })).rows.map(({ name }) => name);
    const { reference } = await db.application.findFirstOrThrow({ where: { name: 'Ada Osei' } });
    expect([await found('ada'), await found('ADA@'), await found(reference ?? '-'), await found('%')]).toEqual([
      ['Ada Osei'],
      ['Ada Osei'],
      ['Ada Osei'],
      [],
    ]);
    expect((await list()).total).toBe(1);
    expect((await list({ show: 'withdrawn' })).rows).toEqual([]);
  });
});

describe('a contact note', () => {
  it('is kept with its day and writer, not of a day to come', async () => {
    const applicationId = await apply();
    const note = { applicationId, how: 'phone' as const, day: '2030-01-14', text: 'Asked about the dates.' };
    await addContactNote(desk.staff, note, NOW);
    const helped = await desk.helped(applicationId);
    const { notes } = helped ? await findHelpDetails(helped) : { notes: [] };
    expect(notes.map(({ how, day, text, who }) => ({ how, day, text, who }))).toEqual([
      { how: 'phone', day: new Date('2030-01-14T00:00:00Z'), text: note.text, who: 'Linus Abernathy' },
    ]);
    const tomorrow = { ...note, day: '2030-01-16' };
    await expect(addContactNote(desk.staff, tomorrow, NOW)).rejects.toMatchObject({ code: 'help.future_day' });
    const reviewer = await createActor(desk.program, 'reviewer');
    await expect(addContactNote(reviewer, note, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});

describe('a withdrawn application', () => {
  const back = (applicationId: string) => reinstate(desk.staff, { applicationId, reason: 'Pressed by mistake.' }, NOW);

  it('is put back for the committee to look at anew, and the person hears of it', async () => {
    const id = await apply({ state: 'withdrawn' });
    await back(id);
    expect(await db.application.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'submitted',
      withdrawnAt: null,
      withdrawReason: '',
    });
    const mails = await db.outboxMessage.findMany({ select: { subject: true } });
    expect(mails).toEqual([{ subject: expect.stringMatching(/^Your application T\d+-E-0001 is back$/) }]);
    await expect(back(id)).rejects.toMatchObject({ code: 'application.wrong_status' });
  });

  it('stays so after the release, and when the person has applied again', async () => {
    const id = await apply({ state: 'withdrawn' });
    const { personId, email } = await db.application.findUniqueOrThrow({ where: { id } });
    await apply({ personId: personId ?? '', person: { email } });
    await expect(back(id)).rejects.toMatchObject({ code: 'help.applied_again' });
    await db.cycle.update({ where: { id: desk.cycle.id }, data: { releasedAt: NOW } });
    await expect(back(id)).rejects.toMatchObject({ code: 'help.released' });
  });
});

describe('another address', () => {
  const move = (applicationId: string, email: string) =>
    moveAddress(desk.staff, { applicationId, email, reason: 'Left the old library.' }, secrets(), NOW);

  it('gets everything from then on, unproven, with forms and letters that have not left', async () => {
    const id = await apply({ person: { email: 'old@example.test' } });
    const { personId, organizationId } = await db.application.findUniqueOrThrow({ where: { id } });
    const letter = { subject: 'Letter', text: 'x', html: 'x', toName: '', toAddress: 'old@example.test', personId };
    const message = { organizationId, kind: 'outcome', notBefore: NOW, createdAt: NOW, ...letter };
    const [held, sent] = ['0190a0a0-0000-7000-8000-000000000001', '0190a0a0-0000-7000-8000-000000000002'];
    await db.outboxMessage.create({ data: { ...message, id: held, key: 'a', state: 'held' } });
    await db.outboxMessage.create({ data: { ...message, id: sent, key: 'b', state: 'accepted' } });
    await move(id, 'new@example.test');
    expect(await db.application.findUniqueOrThrow({ where: { id }, select: { email: true, provenAt: true } })).toEqual({
      email: 'new@example.test',
      provenAt: null,
    });
    expect(await db.person.findUniqueOrThrow({ where: { id: personId ?? '' } })).toMatchObject({
      email: 'new@example.test',
      emailProvenAt: null,
    });
    expect(await db.draft.count({ where: { email: 'new@example.test' } })).toBe(1);
    const mails = await db.outboxMessage.findMany({
      select: { kind: true, state: true, toAddress: true },
      orderBy: [{ kind: 'asc' }, { id: 'asc' }],
    });
    expect(mails).toEqual([
      { kind: 'helped', state: 'queued', toAddress: 'old@example.test' },
      { kind: 'outcome', state: 'held', toAddress: 'new@example.test' },
      { kind: 'outcome', state: 'accepted', toAddress: 'old@example.test' },
      { kind: 'resume', state: 'queued', toAddress: 'new@example.test' },
    ]);
    const left = await db.outboxMessage.findFirstOrThrow({ where: { kind: 'helped' } });
    expect(left.text).not.toContain('new@example.test');
  });

  it('signs the old mailbox out and ends its links; the new one proves itself with its own', async () => {
    const id = await apply({ person: { email: 'old@example.test' } });
    const browser = newBrowser();
    await browser.post('/resume', { email: 'old@example.test' });
    const mail = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: 'old@example.test' } });
    const link = /\/resume\/[\w-]+/.exec(mail.text)?.[0] ?? '';
    const made = secrets();
    await moveAddress(desk.staff, { applicationId: id, email: 'new@example.test', reason: 'Moved on.' }, made, NOW);
    expect((await browser.fill(await browser.get(link), {})).text).toContain('This link has ended');
    const fresh = newBrowser();
    await fresh.fill(await fresh.get(`/resume/${made.token}`), {});
    expect((await db.application.findUniqueOrThrow({ where: { id } })).provenAt).not.toBeNull();
  });

  it('is refused when it is the same, somebody else’s, or one that signs in', async () => {
    const id = await apply({ person: { email: 'old@example.test' } });
    await apply({ person: { email: 'taken@example.test' } });
    await expect(move(id, 'old@example.test')).rejects.toMatchObject({ code: 'help.same_address' });
    await expect(move(id, 'taken@example.test')).rejects.toMatchObject({ code: 'help.address_taken' });
    const reviewer = await createActor(desk.program, 'reviewer');
    const own = await apply({ personId: reviewer.personId });
    await expect(move(own, 'new@example.test')).rejects.toMatchObject({ code: 'help.signs_in' });
    const typed = { applicationId: id, email: 'a@example.test, b@example.test', reason: 'Moved on.' };
    expect(moveAddressSchema.safeParse(typed).error?.issues[0]?.message).toBe(
      'Enter one address, such as name@example.org.',
    );
  });
});
