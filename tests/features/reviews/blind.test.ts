import '../../support/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import { countInbox } from '@/features/applications/inbox/counting/queries';
import { listInbox } from '@/features/applications/inbox/queries';
import { getPacket } from '@/features/applications/packet/queries';
import type { InboxFilter } from '@/features/applications/inbox/schema';
import { declareConflict } from '@/features/conflicts/commands';
import { find } from '@/features/finder/queries';
import { listQuestions } from '@/features/reviews/asking/queries';
import { previewTogether } from '@/features/reviews/bulk/queries';
import { writeComment } from '@/features/reviews/discussion/commands';
import { getThread } from '@/features/reviews/discussion/queries';
import { powersOf, viewerOf } from '@/features/reviews/queries';
import { saveReview } from '@/features/reviews/writing/commands';
import { newId } from '@/lib/id';
import { createActor, NOW } from '../../support/factories';
import { reviewOf } from '../../support/reviews';
import { ALL, applied, committee, read, reviewBy } from './committee';
import { again } from './desk';

const NAME = 'Zsófia Nakamura';
const EMAIL = 'zebra.quartz@example.test';
const SELF = `I am Zsofia NAKAMURA of the Juniper Street Library, write to ${EMAIL}.`;
/** Not one of these may be in anything that a blind reviewer gets, in whatever letters. */
const MARKS = ['zsofia', 'nakamura', 'zebra', 'quartz', 'juniper', 'she/her', '555'];
const traces = (what: unknown) => {
  const text = JSON.stringify(what).normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return MARKS.filter((mark) => text.includes(mark));
};

let id = '';
let chair: UserActor;
beforeEach(async () => {
  chair = await createActor(committee().program, 'chair');
  await db.cycle.update({ where: { id: committee().cycle.id }, data: { blindReview: true } });
  id = await applied({ person: { name: NAME, email: EMAIL } });
  const { answers } = await db.application.findUniqueOrThrow({ where: { id } });
  const more = {
    name: NAME,
    preferred_name: 'Zsófi',
    pronouns: 'she/her',
    phone: '+1 555 010 0142',
    employer: 'The Juniper Street Library',
    connection: SELF,
    anything_else: SELF,
  };
  await db.application.update({
    where: { id },
    data: { answers: { ...(typeof answers === 'object' && !Array.isArray(answers) ? answers : {}), ...more } },
  });
});

const inbox = (blind: boolean, over: Partial<InboxFilter> = {}) => {
  const viewer = viewerOf(committee().reviewer, { reviews: true, decides: false, blind });
  const filter = { ...ALL, ...over };
  const { id: cycleId } = committee().cycle;
  return Promise.all([
    listInbox(cycleId, viewer, filter).then(({ rows }) => rows),
    listInbox(cycleId, viewer, filter).then(({ rows }) => rows.map((row) => row.id)),
    countInbox(cycleId, viewer, filter).then(({ total }) => total),
  ]);
};

describe('a blind reviewer', () => {
  it('finds no trace of who applied in the application: answers, questions, history, others’ words', async () => {
    const { reviewer, other, program, cycle } = committee();
    const { organizationId } = program;
    await saveReview(chair, reviewOf(id, { comment: `Is that Nakamura of Juniper Street? ${SELF}` }), NOW);
    await reviewBy(reviewer, id);
    await db.applicantQuestion.create({
      data: {
        id: newId(NOW),
        organizationId,
        applicationId: id,
        askedById: other.userId,
        question: 'Dear Zsófia, when?',
        askedAt: NOW,
        answer: SELF,
        answeredAt: NOW,
      },
    });
    await recordEvent(db, {
      actor: chair,
      organizationId,
      cycleId: cycle.id,
      subjectType: 'application',
      subjectId: id,
      action: 'application.hold',
      reason: SELF,
      detail: { unmetRule: SELF },
      at: NOW,
    });
    const found = await read(reviewer, id, true);
    if (!found) throw new Error('nothing to read');
    const questions = await listQuestions(id, found.clean);
    expect(traces([found, questions])).toEqual([]);
    expect(found.sections.flatMap(({ answers }) => answers.map(({ text }) => text)).join(' ')).toContain('[removed]');
    expect(questions[0]?.answer).toContain('[removed]');
    expect(found.reviews.others).toHaveLength(1);
    const seen = await read(reviewer, id);
    expect(traces(seen)).toEqual(expect.arrayContaining(['zsofia', 'nakamura', 'juniper']));
  });

  it('finds no name in the list, finds nobody by name or address, and finds by reference', async () => {
    const [rows] = await inbox(true);
    expect([traces(rows), rows.length]).toEqual([[], 1]);
    for (const q of ['Zsófia', 'nakamura', 'zebra', EMAIL])
      expect((await inbox(true, { q })).slice(1)).toEqual([[], 0]);
    expect((await inbox(true, { q: rows[0]?.reference ?? '' })).slice(1)).toEqual([[id], 1]);
    expect((await inbox(false, { q: 'Nakamura' })).slice(1)).toEqual([[id], 1]);
  });

  it('finds no trace on paper, in the finder, in a choice of several, or in the discussion', async () => {
    const { reviewer, other, program, cycle } = committee();
    await reviewBy(reviewer, id);
    await reviewBy(other, id);
    await writeComment(other, { applicationId: id, body: SELF }, NOW);
    const scope = { ...(await db.cycle.findUniqueOrThrow({ where: { id: cycle.id } })), ...program };
    const powers = powersOf(reviewer, scope, NOW);
    const viewer = viewerOf(reviewer, powers);
    const pages = async (names: boolean) => {
      const as = { ...viewer, names };
      const may = { ...powers, blind: !names };
      const clean = names ? String : (await readBlind()).clean;
      return {
        packet: await getPacket(cycle.id, as, ALL, may),
        several: await previewTogether(cycle.id, as, ALL, { move: 'discuss', of: 'all', ids: [] }),
        thread: await getThread(reviewer, may, { applicationId: id, hasReviewed: true, clean }, NOW),
      };
    };
    const readBlind = async () => {
      const found = await read(reviewer, id, true);
      if (!found) throw new Error('nothing to read');
      return found;
    };
    expect(traces(await pages(false))).toEqual([]);
    expect(traces(await pages(true))).toEqual(expect.arrayContaining(['nakamura', 'juniper']));
    const found = async (q: string) => (await find(reviewer, scope, q, NOW)).filter(({ group }) => group !== 'Pages');
    for (const q of ['Zsófia', 'nakam', 'zebra']) expect(await found(q)).toEqual([]);
    const { reference } = await db.application.findUniqueOrThrow({ where: { id } });
    expect(await found(reference ?? '')).toMatchObject([{ text: reference }]);
  });

  it('learns no order of names', async () => {
    const later = await applied({ person: { name: 'Aaron Aaronson' } });
    expect((await inbox(true, { sort: 'name' }))[1]).toEqual([id, later]);
    expect((await inbox(false, { sort: 'name' }))[1]).toEqual([later, id]);
  });

  it('can still say that they know this person', async () => {
    const { reviewer } = committee();
    await declareConflict(reviewer, { applicationId: id, reason: 'I know who this is.' }, NOW);
    expect(await read(await again(reviewer), id, true)).toBeNull();
  });
});

it('is for reviewers: chair and staff settle conflicts and read names', async () => {
  const { program } = committee();
  const cycle = { programId: program.programId, blindReview: true };
  const blind = async (role: 'reviewer' | 'chair' | 'staff' | 'administrator') =>
    powersOf(await createActor(program, role), cycle, NOW).blind;
  expect([await blind('reviewer'), await blind('chair'), await blind('staff'), await blind('administrator')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(powersOf(committee().reviewer, { ...cycle, blindReview: false }, NOW).blind).toBe(false);
  expect(traces(await read(chair, id, true))).toContain('nakamura');
});
