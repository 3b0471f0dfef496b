import { describe, expect, it } from 'vitest';
import { approveBallot } from '@/features/ballots/approval/commands';
import { closeBallot } from '@/features/ballots/commands';
import { beginMeeting, joinMeeting, resolveItem, tableItem, takeUp } from '@/features/ballots/meeting/commands';
import { findMinutes, findMinutesFile } from '@/features/ballots/minutes/queries';
import { findOpening } from '@/features/ballots/opening/queries';
import { powersOn } from '@/features/ballots/queries';
import { findWaiting } from '@/features/ballots/waiting/queries';
import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { createActor, NOW } from '../../support/factories';
import { asPerson, inSession, itemOf, meetingOf, resolve, seenBy, shown, vote, voted, type Setting } from './setting';

/** Everything that any page or file of a ballot shows somebody. */
async function allSeen(setting: Setting, actor: Setting['ana']) {
  const { cycleId, program } = setting;
  const viewer = powersOn(actor, program.programId, NOW);
  const row = await db.cycle.findUniqueOrThrow({ where: { id: cycleId }, include: { program: true } });
  const minutesOf = (file: 'minutes.txt' | 'results.csv') => findMinutesFile(row, { number: 1, file }, viewer, NOW);
  return {
    ballot: await seenBy(actor, setting),
    meeting: await meetingOf(setting, actor),
    minutes: await findMinutes(row, 1, viewer, NOW),
    text: await minutesOf('minutes.txt'),
    csv: await minutesOf('results.csv'),
    waiting: await findWaiting(cycleId, viewer, NOW),
    opening: await findOpening(row, 1, actor, NOW),
  };
}

/** Names, references and ids of a pair, and what was said of it. */
const wordsOf = ({ id, mentor, mentee }: Setting['first']) =>
  [id, mentor.id, mentor.name, mentor.reference, mentee.id, mentee.name, mentee.reference].map((word) => word ?? '');

const SECRET = 'They worked together for years.';

describe('a member who applied', () => {
  it.each(['mentor', 'mentee'] as const)('as a %s finds no byte of their pair, at no time', async (side) => {
    const setting = await voted();
    const { third, program, cycleId, chair } = setting;
    const member = await asPerson(await createActor(program, 'reviewer'), third[side].personId ?? '');
    const hidden = [...wordsOf(third), SECRET, 'Said in the meeting.'];
    const look = async () => {
      const seen = await allSeen(setting, member);
      for (const word of hidden) expect(JSON.stringify(seen)).not.toContain(word);
      return seen;
    };

    const open = await look();
    expect(open.ballot.figures).toMatchObject({ matches: 2, voted: 0, left: 0, undecided: 2 });
    expect([open.waiting?.unvoted, open.opening?.matches]).toEqual([2, 2]);

    await beginMeeting(chair, await shown(cycleId), NOW);
    const inMeeting = await look();
    expect([inMeeting.meeting.agenda, inMeeting.meeting.table, inMeeting.meeting.shut]).toEqual([[], null, 0]);

    await resolve(setting, third.id, 'not_carried', 'Said in the meeting.');
    await look();
    await closeBallot(chair, await shown(cycleId), NOW);
    expect((await look()).ballot.figures).toMatchObject({ matches: 2, carried: 2, notCarried: 0 });
    await approveBallot(chair, await shown(cycleId), NOW);
    const over = await look();
    expect(over.minutes?.minutes.items).toHaveLength(2);
    expect(over.text).toContain('2 carried, 2 of them by consent; 0 not carried; 0 put off; 0 not decided.');
    expect(over.csv?.trimEnd().split('\r\n')).toHaveLength(3);
  });

  it('is counted as recused, without a name, and by nobody else’s hand', async () => {
    const setting = await voted();
    const { third, program, ana } = setting;
    const member = await asPerson(await createActor(program, 'reviewer', 'Cy Ode'), third.mentee.personId ?? '');
    await db.vote.create({
      data: {
        id: third.id,
        organizationId: program.organizationId,
        itemId: third.id,
        userId: member.userId,
        vote: 'approve',
        votedAt: NOW,
      },
    });
    const seen = (await seenBy(ana, setting)).items.find(({ id }) => id === third.id);
    expect(seen?.tally).toEqual({ members: 4, recused: 1, approve: 1, discuss: 0, object: 1, cast: 2, needed: 2 });
  });

  it('needs not have applied: a conflict in force closes a match as well', async () => {
    const setting = await voted();
    const { third, program, ana, cycleId, chair } = setting;
    const { organizationId } = program;
    const personId = third.mentee.personId ?? '';
    const row = { userId: ana.userId, personId, state: 'in_force', source: 'declared', reason: 'My cousin.' };
    await db.conflict.create({
      data: { id: newId(NOW), organizationId, ...row, settledById: ana.userId, settledAt: NOW },
    });
    const member = { ...ana, closed: [ana.personId, personId] };
    const seen = JSON.stringify(await allSeen(setting, member));
    for (const word of wordsOf(third)) expect(seen).not.toContain(word);
    expect((await itemOf(cycleId, third.id)).counted).toMatchObject({ recused: 1, approve: 0, object: 1 });
    await beginMeeting(chair, await shown(cycleId), NOW);
    await joinMeeting(member, await shown(cycleId), NOW);
    expect(await meetingOf(setting, setting.bo)).toMatchObject({ shut: 1, table: null });
    expect(await meetingOf(setting, member)).toMatchObject({ shut: 0, table: null });
  });

  it('changes nothing on their own pair, even as the chair', async () => {
    const setting = await inSession();
    const { program, cycleId, third } = setting;
    const chair = await asPerson(await createActor(program, 'chair'), third.mentor.personId ?? '');
    const item = { itemId: third.id, version: (await itemOf(cycleId, third.id)).version };
    const table = { ...(await shown(cycleId)), itemId: third.id };
    for (const no of [
      () => takeUp(chair, item, NOW),
      () => resolveItem(chair, { ...item, result: 'carried', note: '' }, NOW),
      () => tableItem(chair, table, NOW),
      () => vote(chair, third.id, 'approve'),
    ])
      await expect(no()).rejects.toMatchObject({ code: 'actor.forbidden' });
  });
});

describe('what others voted', () => {
  it('is hidden until one has voted, whoever asks; staff, who do not vote, read it', async () => {
    const setting = await voted();
    const { chair, program, third } = setting;
    const seenThird = async (actor: Setting['ana']) =>
      (await seenBy(actor, setting)).items.find(({ id }) => id === third.id);
    expect(await seenThird(chair)).toMatchObject({ others: null, tally: null, cast: 2, needed: 2, unanimous: false });
    expect(JSON.stringify(await allSeen(setting, chair))).not.toContain(SECRET);
    await vote(chair, third.id, 'discuss', 'Let us talk.');
    expect((await seenThird(chair))?.others).toEqual([
      { name: 'Ana Petrova', vote: 'approve', reason: '' },
      { name: 'Bo Lind', vote: 'object', reason: SECRET },
    ]);
    const staff = await createActor(program, 'staff');
    expect(await seenThird(staff)).toMatchObject({ takesVote: false, mine: null, tally: { discuss: 1, object: 1 } });
  });

  it('stays hidden from who is recused until all is over', async () => {
    const setting = await voted();
    const { chair, cycleId, third } = setting;
    await vote(chair, third.id, 'recuse');
    const seen = async () => (await seenBy(chair, setting)).items.find(({ id }) => id === third.id);
    expect(await seen()).toMatchObject({ others: null, tally: null });
    await closeBallot(chair, await shown(cycleId), NOW);
    expect(await seen()).toMatchObject({ others: null });
    await approveBallot(chair, await shown(cycleId), NOW);
    expect((await seen())?.others).toHaveLength(2);
  });
});
