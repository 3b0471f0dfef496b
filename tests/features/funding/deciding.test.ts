import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { stageFunding } from '@/features/funding/commands';
import { markBought, releaseFunding, settleObligation, takeBack } from '@/features/funding/deciding/commands';
import { NOW } from '../../support/factories';
import {
  another,
  asked,
  CLOSED,
  desk,
  expected,
  funding,
  mails,
  oneOf,
  refusal,
  review,
  settle,
  stage,
  stateOf,
  tell,
} from './desk';

describe('decisions', () => {
  it('are staged, undone, and told together: one mail each, and obligations with an award', async () => {
    const [won, waits, not] = [await asked(), await asked(), await asked()];
    await stage(won.id, 'waitlist');
    await stage(won.id, 'undo');
    await stage(won.id, 'award');
    await stage(waits.id, 'waitlist');
    await stage(not.id, 'decline');
    expect(await mails()).toEqual([]);
    expect(await tell()).toBe(3);
    expect(await Promise.all([won, waits, not].map(({ id }) => stateOf(id)))).toEqual([
      { state: 'awarded', staged: null },
      { state: 'waitlisted', staged: null },
      { state: 'declined', staged: null },
    ]);
    expect((await mails()).map(({ toAddress, state }) => [toAddress, state]).sort()).toEqual(
      [
        [won.email, 'awarded'],
        [waits.email, 'waitlisted'],
        [not.email, 'declined'],
      ].sort(),
    );
    const owed = await db.fundingObligation.findMany({ select: { requestId: true, title: true, dueOn: true } });
    expect(owed).toEqual([
      { requestId: won.id, title: 'A post for the blog', dueOn: new Date('2030-06-01T00:00:00Z') },
      { requestId: won.id, title: 'Help at an event', dueOn: new Date('2030-09-01T00:00:00Z') },
    ]);
    await expect(tell()).rejects.toEqual(refusal('funding.nothing_staged'));
  });

  it('are not told when they are not the ones that were looked at', async () => {
    const [first, second] = [await asked(), await asked()];
    await stage(first.id, 'decline');
    const seen = await expected();
    await stage(second.id, 'decline');
    const release = releaseFunding(funding().reviewer, { offerId: funding().offerId, expected: seen }, CLOSED);
    await expect(release).rejects.toEqual(refusal('funding.release_changed'));
    expect(await mails()).toEqual([]);
  });

  it('are refused while people can change their requests, from an old page, and without an application', async () => {
    const { id, applicationId } = await asked();
    const award = { ...(await oneOf(id)), decision: 'award' } as const;
    await expect(stageFunding(funding().reviewer, award, NOW)).rejects.toEqual(refusal('funding.still_open'));
    await expect(stage(id, 'undo')).rejects.toEqual(refusal('funding.wrong_status'));
    await stage(id, 'decline');
    await expect(stageFunding(funding().reviewer, award, CLOSED)).rejects.toEqual(refusal('funding.wrong_status'));
    await db.application.update({ where: { id: applicationId }, data: { state: 'withdrawn' } });
    await expect(stage(id, 'award')).rejects.toEqual(refusal('funding.application_gone'));
  });

  it('give the last slot to one of two reviewers who press at once; the other is told', async () => {
    const requests = [await asked(), await asked(), await asked()];
    const [a, b, c] = requests.map(({ id }) => id);
    const other = await another();
    await stage(a ?? '', 'award');
    const results = await Promise.allSettled([stage(b ?? '', 'award'), stage(c ?? '', 'award', other)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((one) => one.status === 'rejected')?.reason).toEqual(refusal('funding.no_slot'));
    expect((await desk()).slots).toEqual({ all: 2, taken: 2, free: 0 });
  });
});

describe('a slot that comes back', () => {
  it('goes to the next of the waitlist by the mean of the reviews, who is named', async () => {
    const [one, two, low, high] = [await asked(), await asked(), await asked(), await asked()];
    await review(low.id, 2);
    await review(high.id, 3);
    for (const { id } of [one, two]) await stage(id, 'award');
    for (const { id } of [low, high]) await stage(id, 'waitlist');
    await tell();
    await takeBack(funding().reviewer, { ...(await oneOf(one.id)), reason: 'You did not answer.' }, CLOSED);
    const { next, slots } = await desk();
    expect([next?.id, slots.free]).toEqual([high.id, 1]);
    await stage(high.id, 'award');
    await tell();
    expect((await mails()).filter(({ toAddress }) => toAddress === high.email).map(({ state }) => state)).toEqual([
      'awarded',
      'waitlisted',
    ]);
    expect(await stateOf(one.id)).toEqual({ state: 'returned', staged: null });
    expect((await mails()).find(({ state }) => state === 'returned')?.toAddress).toBe(one.email);
  });

  it('never comes from a membership that is bought', async () => {
    const { id } = await asked();
    await expect(markBought(funding().reviewer, await oneOf(id), CLOSED)).rejects.toEqual(
      refusal('funding.wrong_status'),
    );
    await settle(id, 'award');
    await markBought(funding().reviewer, await oneOf(id), CLOSED);
    const back = takeBack(funding().reviewer, { ...(await oneOf(id)), reason: 'No match.' }, CLOSED);
    await expect(back).rejects.toEqual(refusal('funding.wrong_status'));
    expect((await mails()).map(({ state }) => state)).toEqual(['awarded', 'bought']);
  });
});

it('an obligation is met, or the person is asked once more', async () => {
  const { id } = await asked();
  await settle(id, 'award');
  const { id: obligationId } = await db.fundingObligation.findFirstOrThrow({ orderBy: { position: 'asc' } });
  await db.fundingObligation.update({ where: { id: obligationId }, data: { reportedAt: CLOSED, note: 'Here.' } });
  const look = (met: boolean) => settleObligation(funding().reviewer, { obligationId, met }, CLOSED);
  const kept = () =>
    db.fundingObligation.findUnique({
      where: { id: obligationId },
      select: { note: true, reportedAt: true, metAt: true, metById: true },
    });
  await look(false);
  expect(await kept()).toEqual({ note: 'Here.', reportedAt: null, metAt: null, metById: null });
  await look(true);
  expect(await kept()).toMatchObject({ metAt: CLOSED, metById: funding().reviewer.userId });
  await takeBack(funding().reviewer, { ...(await oneOf(id)), reason: 'You moved away.' }, CLOSED);
  await expect(look(false)).rejects.toEqual(refusal('funding.wrong_status'));
});
