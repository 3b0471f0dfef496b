import '../../support/database';
import { expect, it } from 'vitest';
import { db } from '@/db/client';
import { APPLICATION_STATES } from '@/domain/application';
import { facetOf } from '@/features/applications/inbox/counting/schema';
import { ASKED, INBOX_STATES, LATER, MINE, REVIEWED, type InboxFilter } from '@/features/applications/inbox/schema';
import { ownerQuery } from '../../support/database';
import { NOW } from '../../support/factories';
import { applied, counted, crowd, desk, fencedFrom, listed } from './desk';

it('reads from the number what the database put into it', async () => {
  await crowd(200, { reviewers: [desk().chair.userId, desk().reviewer.userId, desk().staff.userId] });
  await ownerQuery("UPDATE applications SET was_answered = true WHERE reference LIKE '%7'");
  await applied({ state: 'draft' });
  const rows = await db.application.findMany();
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(APPLICATION_STATES));
  for (const row of rows)
    expect(facetOf(row.facet)).toEqual({
      role: row.role,
      state: row.state,
      reviews: Math.min(row.reviewCount, 3),
      answered: row.wasAnswered,
      discuss: row.discussSince !== null,
      later: row.laterBy !== null,
    });
  expect(() => facetOf(0)).toThrow(RangeError);
});

it('counts for every filter what it lists, with somebody closed to the viewer', async () => {
  const ids = await crowd(48, { reviewers: [desk().reviewer.userId, desk().chair.userId] });
  const question = { id: ids[3] ?? '', organizationId: desk().program.organizationId, applicationId: ids[3] ?? '' };
  await db.applicantQuestion.create({
    data: {
      ...question,
      askedById: desk().chair.userId,
      question: 'When?',
      askedAt: NOW,
      answer: 'Now.',
      answeredAt: NOW,
    },
  });
  let reviewer = desk().reviewer;
  for (const id of [ids[3], ids[4], ids[5], ids[6]]) reviewer = await fencedFrom(reviewer, id ?? '');
  const filters: Partial<InboxFilter>[] = [
    ...MINE.map((mine) => ({ mine })),
    ...INBOX_STATES.map((state) => ({ state })),
    ...REVIEWED.map((reviews) => ({ reviews })),
    ...ASKED.map((asked) => ({ asked })),
    ...LATER.map((later) => ({ later })),
    { role: 'mentor', mine: 'todo', reviews: '1' },
    { q: 'an', role: 'mentee' },
  ];
  for (const user of [reviewer, desk().chair])
    for (const filter of filters) {
      const [{ total, count }, { rows }] = [await counted(user, filter), await listed(user, filter)];
      expect([filter, total]).toEqual([filter, rows.length]);
      expect(count({ role: 'mentor' })).toBe((await counted(user, { ...filter, role: 'mentor' })).total);
    }
  expect((await counted(desk().chair, { asked: 'answered' })).total).toBe(1);
  expect((await counted(reviewer, { asked: 'answered' })).total).toBe(0);
});
