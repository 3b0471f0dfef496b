import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { saveFundingReview } from '@/features/funding/commands';
import { releaseFunding } from '@/features/funding/deciding/commands';
import { findFundingDesk, findFundingRequest, listFundingCycles } from '@/features/funding/queries';
import { createActor, createApplied, createProgram, NOW } from '../../support/factories';
import { another, ask, asked, CLOSED, desk, funding, mails, refusal, review, settle, stage, tell } from './desk';

describe('a review of a request', () => {
  it('opens the others’ reviews after mine, and changes only from the newest page', async () => {
    const [{ id }, other] = [await asked(), await another()];
    await review(id, 4, other);
    const read = async () => (await findFundingRequest(await desk(), funding().cycle, id, funding().reviewer))?.reviews;
    expect(await read()).toEqual({ mine: null, count: 1, others: null, summary: null });
    await review(id, 2);
    expect(await read()).toMatchObject({
      mine: { score: 2, comment: 'Mine.' },
      others: [{ name: 'Osei Lindqvist', score: 4 }],
      summary: { count: 2, mean: 3, spread: 2 },
    });
    await review(id, 3, funding().reviewer, 1);
    await expect(review(id, 1, funding().reviewer, 1)).rejects.toEqual(refusal('funding.review_changed'));
    await expect(review(id, 1)).rejects.toEqual(refusal('funding.review_changed'));
  });

  it('rates every criterion of the offer, or abstains', async () => {
    const { id } = await asked();
    const save = (over: object) =>
      saveFundingReview(
        funding().reviewer,
        { requestId: id, version: 0, abstain: false, ratings: {}, comment: '', ...over },
        CLOSED,
      );
    await expect(save({ ratings: { c1: 3, other: 4 } })).rejects.toMatchObject({
      code: 'review.incomplete',
      detail: 'Missing: Use.',
    });
    await save({ abstain: true, ratings: { c1: 3 } });
    expect(await db.fundingReview.findMany({ select: { ratings: true, abstained: true } })).toEqual([
      { ratings: {}, abstained: true },
    ]);
  });

  it('waits until asking has closed, and ends with the request', async () => {
    const { id } = await asked();
    const early = { requestId: id, version: 0, abstain: true, ratings: {}, comment: '' };
    await expect(saveFundingReview(funding().reviewer, early, NOW)).rejects.toEqual(refusal('funding.still_open'));
    await settle(id, 'decline');
    await expect(review(id, 3)).rejects.toEqual(refusal('funding.wrong_status'));
  });
});

describe('who works on requests', () => {
  it.each(['chair', 'reviewer', 'staff', 'administrator'] as const)('is not the %s', async (role) => {
    const { id } = await asked();
    const actor = await createActor(funding().program, role);
    await expect(stage(id, 'award', actor)).rejects.toEqual(refusal('actor.forbidden'));
    await expect(review(id, 3, actor)).rejects.toEqual(refusal('actor.forbidden'));
    await expect(tell(actor)).rejects.toEqual(refusal('actor.forbidden'));
    expect(await listFundingCycles(actor, NOW)).toEqual([]);
  });

  it('is no funding reviewer of another program', async () => {
    const { id } = await asked();
    const elsewhere = await createActor(await createProgram(), 'funding_reviewer');
    await expect(stage(id, 'award', elsewhere)).rejects.toEqual(refusal('actor.forbidden'));
  });

  it('is nobody who asked for a membership in the same cycle', async () => {
    const [{ id }, other] = [await asked(), await another()];
    await createApplied(funding().program, funding().cycle, { personId: other.personId });
    await ask(other.personId);
    await expect(stage(id, 'award', other)).rejects.toEqual(refusal('actor.forbidden'));
    await expect(review(id, 1, other)).rejects.toEqual(refusal('actor.forbidden'));
    expect(await findFundingDesk(funding().cycle, other)).toBeNull();
    expect([await listFundingCycles(other, NOW), (await listFundingCycles(funding().reviewer, NOW)).length]).toEqual([
      [],
      1,
    ]);
  });

  it('is nobody for people whom they must not judge: those take slots, and are seen, decided and told by others', async () => {
    const [fenced, open] = [await asked(), await asked()];
    const member = await another();
    const other = { ...member, closed: [...member.closed, fenced.personId] };
    await stage(fenced.id, 'award');
    await expect(review(fenced.id, 3, other)).rejects.toEqual(refusal('actor.forbidden'));
    await expect(stage(fenced.id, 'undo', other)).rejects.toEqual(refusal('actor.forbidden'));
    const seen = await findFundingDesk(funding().cycle, other);
    expect([seen?.open.map(({ id }) => id), seen?.staged, seen?.slots.taken]).toEqual([[open.id], [], 1]);
    await stage(open.id, 'decline', other);
    const named = await findFundingDesk(funding().cycle, other);
    const release = { offerId: funding().offerId, expected: named?.expected ?? '' };
    expect(await releaseFunding(other, release, CLOSED)).toBe(1);
    expect((await mails()).map(({ toAddress }) => toAddress)).toEqual([open.email]);
  });
});
