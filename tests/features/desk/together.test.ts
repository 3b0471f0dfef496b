import '../../support/database';
import { describe, expect, it } from 'vitest';
import type { UserActor } from '@/domain/actor';
import { BULK_MOVES, type BulkMove } from '@/domain/bulk';
import { db } from '@/db/client';
import { ALL_OF_IT } from '@/features/applications/inbox/schema';
import { moveTogether } from '@/features/reviews/bulk/commands';
import { previewTogether } from '@/features/reviews/bulk/queries';
import { togetherSchema } from '@/features/reviews/bulk/schema';
import { findApplication, powersOf } from '@/features/reviews/queries';
import { ownerQuery } from '../../support/database';
import { createActor, NOW } from '../../support/factories';
import { applied, crowd, desk, fencedFrom, seenBy } from './desk';
import { decide, press, presses, preview, shown, stands, undo } from './pressing';

describe('the preview', () => {
  it('names what would change, and what not with the reason', async () => {
    const states = ['submitted', 'accepted', 'hold', 'declined', 'withdrawn', 'needs_information'];
    const ids: string[] = [];
    for (const state of states) ids.push(await applied({ state, person: { name: state } }));
    const names = async (move: BulkMove) => {
      const { changes, stays } = await preview(move, ids);
      return { changes: changes.map(({ name }) => name), stays: stays.map(({ name, why }) => `${name}: ${why}`) };
    };
    expect(await names('accept')).toEqual({
      changes: ['declined', 'hold', 'submitted'],
      stays: [
        'accepted: Accepted already.',
        'needs_information: A question waits for its answer: decide it on its own page.',
        'withdrawn: Withdrawn.',
      ],
    });
    expect((await names('hold')).stays).toContain('hold: On hold already.');
    expect((await names('reconsider')).changes).toEqual(['accepted', 'declined', 'hold']);
    expect((await names('reconsider')).stays).toContain('submitted: Not decided.');
    await press([ids[0] ?? ''], 'discuss', desk().reviewer, 'Unsure.');
    expect(await names('discuss')).toEqual({
      changes: ['accepted', 'declined', 'hold', 'needs_information'],
      stays: ['submitted: Marked already.', 'withdrawn: Withdrawn.'],
    });
  });

  it('names nobody who is closed to the viewer, nor a draft, nor somebody of another cycle', async () => {
    const [id, draft] = [await applied(), await applied({ state: 'draft' })];
    const fenced = await fencedFrom(desk().chair, id);
    expect(await preview('accept', [id, draft], fenced)).toEqual({ tooMany: false, changes: [], stays: [] });
  });

  it('reads no more than one press takes', async () => {
    const ids = await crowd(501);
    expect(await preview('discuss', ids)).toEqual({ tooMany: true, changes: [], stays: [] });
    const all = { move: 'accept' as const, of: 'all' as const, ids: [] };
    const { changes, stays } = await previewTogether(
      desk().cycle.id,
      seenBy(desk().chair),
      { ...ALL_OF_IT, state: 'hold' },
      all,
    );
    expect(changes.length).toBeGreaterThan(5);
    expect(stays).toEqual([]);
  });
});

describe('one press', () => {
  it('moves all, tells each history with how many, and is undone', async () => {
    const [a, b] = [await applied(), await applied({ state: 'hold' })];
    const action = await press([a, b]);
    expect(await stands(a, b)).toEqual(['accepted', 'accepted']);
    const scope = { id: desk().cycle.id, programId: desk().program.programId, blindReview: false };
    const history = async () =>
      (await findApplication(desk().chair, scope, a, powersOf(desk().chair, scope, NOW)))?.history.map(
        ({ action: what, who, together }) => [what, who, together],
      );
    expect((await history())?.slice(0, 1)).toEqual([['application.accept', 'Marguerite', 2]]);
    expect(await presses()).toMatchObject([{ move: 'accept', who: 'Marguerite', count: 2, undoneAt: null, left: [] }]);

    await undo(action);
    expect(await stands(a, b)).toEqual(['submitted', 'hold']);
    expect(await presses()).toMatchObject([{ undoneBy: 'Marguerite', left: [] }]);
    expect((await history())?.slice(0, 1)).toEqual([['application.undone', 'Marguerite', 2]]);
    await expect(undo(action)).rejects.toMatchObject({ code: 'bulk.undone' });
  });

  it.each(['accept', 'hold', 'reconsider', 'discuss'] as const)('gives back all that %s changed', async (move) => {
    const id = await applied({ state: move === 'reconsider' ? 'submitted' : 'submitted' });
    await decide(id, 'decline');
    if (move !== 'discuss') await press([id], 'discuss', desk().reviewer, 'Unsure.');
    const columns = {
      state: true,
      laterBy: true,
      decisionNote: true,
      unmetRule: true,
      discussSince: true,
      discussReason: true,
    };
    const before = await db.application.findUniqueOrThrow({ where: { id }, select: columns });
    const action = await press([id], move, desk().chair, 'A word.');
    expect(await db.application.findUniqueOrThrow({ where: { id }, select: columns })).not.toEqual(before);
    await undo(action);
    expect(await db.application.findUniqueOrThrow({ where: { id }, select: columns })).toEqual(before);
  });

  it('does nothing when one row moved on, and says which', async () => {
    const [a, b] = [await applied(), await applied({ person: { name: 'Priya Nair' } })];
    const rows = await shown([a, b]);
    await decide(b, 'hold');
    const late = moveTogether(desk().chair, { cycleId: desk().cycle.id, move: 'accept', reason: '', rows }, NOW);
    await expect(late).rejects.toMatchObject({
      code: 'bulk.moved_on',
      detail: expect.stringContaining('Priya Nair') as string,
    });
    expect(await stands(a, b)).toEqual(['submitted', 'hold']);
    expect(await db.bulkAction.count()).toBe(0);
  });

  it('does nothing when somebody withdrew meanwhile, or is closed to the actor', async () => {
    const [a, b] = [await applied(), await applied()];
    const rows = await shown([a, b]);
    const input = { cycleId: desk().cycle.id, move: 'accept' as const, reason: '', rows };
    await expect(moveTogether(await fencedFrom(desk().chair, b), input, NOW)).rejects.toMatchObject({
      code: 'bulk.row_gone',
    });
    await ownerQuery(
      "UPDATE applications SET state = 'withdrawn', withdrawn_at = now(), version = version + 1 WHERE id = $1",
      [b],
    );
    await expect(moveTogether(desk().chair, input, NOW)).rejects.toMatchObject({ code: 'bulk.moved_on' });
    expect(await stands(a)).toEqual(['submitted']);
  });

  it('of two chairs at once, one is done and the other told', async () => {
    const ids = await crowd(60).then((all) => all.slice(0, 40));
    await ownerQuery("UPDATE applications SET state = 'submitted' WHERE id = ANY ($1)", [ids]);
    const other = await createActor(desk().program, 'chair');
    const rows = await shown(ids);
    const by = (actor: UserActor, move: BulkMove) =>
      moveTogether(actor, { cycleId: desk().cycle.id, move, reason: '', rows }, NOW);
    const ends = await Promise.allSettled([by(desk().chair, 'accept'), by(other, 'hold')]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(ends.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'bulk.moved_on' } });
    expect(new Set(await stands(...ids)).size).toBe(1);
  });
});

it('is for the chair; marking for reviewers, too; staff do neither', async () => {
  const id = await applied();
  for (const move of BULK_MOVES)
    await expect(press([id], move, desk().staff, 'A word.')).rejects.toMatchObject({ code: 'actor.forbidden' });
  for (const move of ['accept', 'hold', 'reconsider'] as const)
    await expect(press([id], move, desk().reviewer)).rejects.toMatchObject({ code: 'actor.forbidden' });
  await expect(press([id], 'discuss', desk().reviewer)).rejects.toMatchObject({ code: 'discussion.reason' });
  const action = await press([id]);
  await expect(undo(action, desk().reviewer)).rejects.toMatchObject({ code: 'actor.forbidden' });
  await expect(undo(id)).rejects.toMatchObject({ code: 'actor.forbidden' });
});

it.each([
  [{ rows: [] }, 'Tick at least one application.'],
  [{ rows: ['00000000-0000-7000-8000-000000000000:x'] }, 'This page is out of date. Reload it and look again.'],
  [{ move: 'decline', rows: ['00000000-0000-7000-8000-000000000000:1'] }, 'Invalid option'],
])('reads %j as no press', (over, words) => {
  const cycleId = '00000000-0000-7000-8000-000000000000';
  const parsed = togetherSchema.safeParse({ cycleId, move: 'accept', reason: '', ...over });
  expect(parsed.error?.issues[0]?.message).toContain(words);
});
