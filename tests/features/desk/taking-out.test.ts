import '../../support/database';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { UserActor } from '@/domain/actor';
import { db } from '@/db/client';
import { sendExport } from '@/features/applications/export/handlers';
import { noteExport } from '@/features/applications/export/commands';
import { getPacket, MOST_PRINTED } from '@/features/applications/packet/queries';
import { ALL_OF_IT, type InboxFilter } from '@/features/applications/inbox/schema';
import { powersOf } from '@/features/reviews/queries';
import { ownerQuery } from '../../support/database';
import { NOW } from '../../support/factories';
import { applied, crowd, desk, fencedFrom, seenBy } from './desk';

const cycle = async () => db.cycle.findUniqueOrThrow({ where: { id: desk().cycle.id } });
const post = (headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
  new Request('http://localhost:3000/', { method: 'POST', headers });
const send = async (user: UserActor, over: Partial<InboxFilter> = {}, request = post()) =>
  sendExport(request, {
    user,
    viewer: seenBy(user),
    cycle: await cycle(),
    filter: { ...ALL_OF_IT, ...over },
    file: 'applications.csv',
    now: NOW,
  });
const rowsOf = async (answer: Response) =>
  parse(await answer.text(), { bom: true, columns: true }).map((row) => row as Record<string, string>);

describe('the file', () => {
  it('holds each application of the filter once, in its order, and nothing that is kept in', async () => {
    await crowd(1_203);
    const rows = await rowsOf(await send(desk().chair, { role: 'mentee', sort: 'reference' }));
    const all = await db.application.findMany({
      where: { role: 'mentee', state: { not: 'withdrawn' } },
      orderBy: { reference: 'asc' },
    });
    expect(rows.map((row) => row.Reference)).toEqual(all.map(({ reference }) => reference));
    expect(rows[0]).toMatchObject({
      Name: all[0]?.name,
      Role: 'mentee',
      Sent: expect.stringMatching(/^2030-01-/) as string,
    });
    const headings = Object.keys(rows[0] ?? {});
    expect(headings.length).toBeGreaterThan(15);
    expect(headings.filter((heading) => /email|address|confidential|share|not my/i.test(heading))).toEqual([]);
  });

  it('leaves out who is closed to the one who takes it, and runs in no spreadsheet', async () => {
    const id = await applied({ person: { name: '=HYPERLINK("x")' } });
    const other = await applied({ person: { name: 'Zoë, "the" reader' } });
    const names = async (by: UserActor) => (await rowsOf(await send(by))).map((row) => row.Name);
    expect(await names(desk().staff)).toEqual(['\'=HYPERLINK("x")', 'Zoë, "the" reader']);
    expect(await names(await fencedFrom(desk().staff, id))).toEqual(['Zoë, "the" reader']);
    expect(await names(await fencedFrom(desk().staff, other))).toEqual(['\'=HYPERLINK("x")']);
  });

  it('is told in the history, counted, and for chair and staff alone', async () => {
    await applied();
    await send(desk().chair);
    expect(await db.event.findMany({ where: { action: 'applications.exported' } })).toMatchObject([
      { actor: `user:${desk().chair.userId}`, detail: { file: 'applications.csv', count: 1 } },
    ]);
    const taken = { cycle: await cycle(), file: 'applications.csv' as const, count: 1 };
    await expect(noteExport(desk().reviewer, taken, NOW)).rejects.toMatchObject({ code: 'actor.forbidden' });
    for (let press = 2; press <= 10; press++) expect((await send(desk().chair)).status).toBe(200);
    const refused = await send(desk().chair, { q: 'a' });
    expect([refused.status, refused.headers.get('location')]).toEqual([
      303,
      `/committee/${desk().cycle.code.toLowerCase()}/applications?mine=all&q=a&saved=export_limit`,
    ]);
    expect((await send(desk().staff)).status).toBe(200);
    expect(await db.event.count({ where: { action: 'applications.exported' } })).toBe(11);
  });

  it('is not sent to another site', async () => {
    expect((await send(desk().chair, {}, post({ 'sec-fetch-site': 'cross-site' }))).status).toBe(403);
    expect(await db.event.count({ where: { action: 'applications.exported' } })).toBe(0);
  });
});

describe('the packet', () => {
  const packet = (user: UserActor, over: Partial<InboxFilter> = {}) =>
    getPacket(
      desk().cycle.id,
      seenBy(user),
      { ...ALL_OF_IT, ...over },
      powersOf(user, { ...desk().program, blindReview: false }, NOW),
    );

  it('holds what the viewer may read, and no more', async () => {
    const id = await applied();
    const labels = async (user: UserActor) =>
      (await packet(user)).sheets.flatMap(({ sections }) =>
        sections.flatMap(({ answers }) => answers.map(({ name }) => name)),
      );
    await ownerQuery(`UPDATE applications SET answers = answers || '{"not_with": "My former manager"}'`);
    expect(await labels(desk().staff)).toContain('not_with');
    expect(await labels(desk().chair)).not.toContain('not_with');
    expect(await labels(desk().chair)).not.toContain('share_contact');
    expect((await packet(await fencedFrom(desk().chair, id))).sheets).toEqual([]);
  });

  it('tells reviews only after one’s own', async () => {
    await crowd(3, { reviewers: [desk().staff.userId] });
    await ownerQuery("UPDATE applications SET state = 'submitted'");
    const summaries = async (user: UserActor) => (await packet(user)).sheets.map(({ summary }) => summary !== null);
    const reviewed = (await packet(desk().staff)).sheets.map(({ reviewCount }) => reviewCount > 0);
    expect(await summaries(desk().reviewer)).toEqual([false, false, false]);
    expect(await summaries(desk().staff)).toEqual(reviewed);
  });

  it('ends after two hundred, and goes on in the next', async () => {
    await crowd(230);
    const { total } = await (async () => ({
      total: await db.application.count({ where: { state: { not: 'withdrawn' } } }),
    }))();
    const first = await packet(desk().chair);
    expect([first.sheets.length, typeof first.next]).toEqual([MOST_PRINTED, 'string']);
    const second = await packet(desk().chair, { after: first.next ?? '' });
    expect([second.sheets.length, second.next]).toEqual([total - MOST_PRINTED, null]);
    const all = [...first.sheets, ...second.sheets].map(({ id }) => id);
    expect(new Set(all).size).toBe(total);
  });
});
