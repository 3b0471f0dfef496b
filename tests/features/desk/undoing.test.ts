import '../../support/database';
import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { isTold } from '@/features/reviews/bulk/queries';
import { createActor, NOW } from '../../support/factories';
import { applied, desk, fencedFrom } from './desk';
import { decide, press, presses, stands, undo } from './pressing';

describe('undoing', () => {
  it('leaves what was touched since, and names it', async () => {
    const [a, b] = [await applied(), await applied({ person: { name: 'Priya Nair' } })];
    const action = await press([a, b]);
    await decide(b, 'hold');
    await undo(action);
    expect(await stands(a, b)).toEqual(['submitted', 'hold']);
    expect((await presses())[0]?.left).toMatchObject([{ id: b, name: 'Priya Nair' }]);
  });

  it('is refused when nothing is left of it, and after the release', async () => {
    const [a, b] = [await applied(), await applied()];
    const first = await press([a]);
    await decide(a, 'hold');
    await expect(undo(first)).rejects.toMatchObject({ code: 'bulk.nothing_left' });
    const second = await press([b]);
    await db.cycle.update({ where: { id: desk().cycle.id }, data: { releasedAt: NOW } });
    await expect(undo(second)).rejects.toMatchObject({ code: 'decision.released' });
    await expect(press([a], 'reconsider')).rejects.toMatchObject({ code: 'decision.released' });
    expect(await isTold(desk().cycle.id)).toBe(true);
  });

  it('twice at once happens once', async () => {
    const action = await press([await applied(), await applied()]);
    const ends = await Promise.allSettled([undo(action), undo(action)]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await db.event.count({ where: { action: 'application.undone' } })).toBe(2);
  });

  it('touches nobody who is closed to the one who undoes', async () => {
    const [a, b] = [await applied(), await applied()];
    const action = await press([a, b]);
    const fenced = await fencedFrom(await createActor(desk().program, 'chair'), b);
    await undo(action, fenced);
    expect(await stands(a, b)).toEqual(['submitted', 'accepted']);
    expect(await presses(fenced)).toMatchObject([{ count: 1, left: [] }]);
    expect((await presses())[0]?.left).toMatchObject([{ id: b }]);
  });
});
