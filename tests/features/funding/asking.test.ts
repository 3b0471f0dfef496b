import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { eraseSelfDescription, reportObligation, withdrawRequest } from '@/features/funding/asking/commands';
import { isFundingOpen, listFundingFor, listOwnRequests } from '@/features/funding/asking/queries';
import { markBought, takeBack } from '@/features/funding/deciding/commands';
import { queuedJobs } from '../../support/database';
import { createTestCycle, NOW } from '../../support/factories';
import { after, applicant, ask, asked, CLOSED, funding, oneOf, refusal, settle, stage, stateOf } from './desk';

const own = (personId: string) => ({ person: { personId }, cycleId: funding().cycle.id });
const stored = () =>
  db.fundingRequest.findMany({ select: { why: true, selfDescription: true, selfConsentAt: true, state: true } });

describe('asking for a funded membership', () => {
  it('keeps the request, and what one says of oneself only with its consent', async () => {
    const { personId } = await applicant();
    await ask(personId, { self_description: 'First in my family.', self_consent: 'yes' });
    expect(await stored()).toEqual([
      {
        why: 'Dues are two days of my pay.',
        selfDescription: 'First in my family.',
        selfConsentAt: NOW,
        state: 'requested',
      },
    ]);
  });

  it('is changed until asking closes, and once only from each page', async () => {
    const { personId } = await asked();
    await ask(personId, { why: 'Another reason.', version: 1 });
    await expect(ask(personId, { why: 'From an older tab.', version: 1 })).rejects.toEqual(refusal('funding.changed'));
    await expect(ask(personId, { version: 2 }, CLOSED)).rejects.toEqual(refusal('funding.not_open'));
    expect((await stored()).map(({ why }) => why)).toEqual(['Another reason.']);
  });

  it('takes one of two presses at once', async () => {
    const { personId } = await applicant();
    const results = await Promise.allSettled([ask(personId), ask(personId)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find((one) => one.status === 'rejected')?.reason).toEqual(refusal('funding.changed'));
  });

  it('is refused before it opens, without an application, and where nothing is offered', async () => {
    const { personId, applicationId } = await applicant();
    await expect(ask(personId, {}, after(-6))).rejects.toEqual(refusal('funding.not_open'));
    await db.application.update({ where: { id: applicationId }, data: { state: 'withdrawn' } });
    await expect(ask(personId)).rejects.toEqual(refusal('funding.no_application'));
    const other = await createTestCycle(funding().program);
    expect([await isFundingOpen(funding().cycle.id, NOW), await isFundingOpen(other.id, NOW)]).toEqual([true, false]);
    expect(await db.fundingRequest.count()).toBe(0);
  });

  it('of a request that is decided is refused', async () => {
    const { id, personId } = await asked();
    await settle(id, 'decline');
    await expect(ask(personId, { version: (await oneOf(id)).version })).rejects.toEqual(
      refusal('funding.wrong_status'),
    );
  });

  it('is in no cycle’s history', async () => {
    await asked();
    const events = await db.event.findMany({
      where: { action: { startsWith: 'funding.' } },
      select: { cycleId: true },
    });
    expect(events).toEqual([{ cycleId: null }]);
  });
});

describe('taking a request back', () => {
  it('is possible in every state before the membership is bought, and deletes what one said of oneself', async () => {
    const self = { self_description: 'First in my family.', self_consent: 'yes' } as const;
    const [plain, waiting, won] = [await asked(self), await asked(), await asked()];
    await stage(waiting.id, 'waitlist');
    await settle(won.id, 'award');
    for (const { personId } of [plain, waiting, won]) await withdrawRequest(own(personId), CLOSED);
    expect((await stored()).map(({ state, selfDescription }) => [state, selfDescription])).toEqual([
      ['withdrawn', ''],
      ['withdrawn', ''],
      ['withdrawn', ''],
    ]);
    expect((await queuedJobs()).filter(({ task }) => task === 'note-erasure')).toHaveLength(3);
  });

  it('takes a staged decision along', async () => {
    const { id, personId } = await asked();
    await stage(id, 'award');
    await withdrawRequest(own(personId), CLOSED);
    expect(await stateOf(id)).toEqual({ state: 'withdrawn', staged: null });
  });

  it('is refused once the membership is bought, and for somebody who did not ask', async () => {
    const { id, personId } = await asked();
    await settle(id, 'award');
    await markBought(funding().reviewer, await oneOf(id), CLOSED);
    await expect(withdrawRequest(own(personId), CLOSED)).rejects.toEqual(refusal('funding.wrong_status'));
    const { personId: stranger } = await applicant();
    await expect(withdrawRequest(own(stranger), CLOSED)).rejects.toEqual(refusal('funding.wrong_status'));
  });

  it('lets the person ask again while asking is open', async () => {
    const { personId, id } = await asked();
    await withdrawRequest(own(personId), NOW);
    await ask(personId, { why: 'Once more.', version: (await oneOf(id)).version });
    expect(await stored()).toEqual([
      { why: 'Once more.', selfDescription: '', selfConsentAt: null, state: 'requested' },
    ]);
  });
});

describe('what somebody said of themselves', () => {
  it('is erased at a press, and the request stays', async () => {
    const { personId } = await asked({ self_description: 'First in my family.', self_consent: 'yes' });
    await eraseSelfDescription(own(personId), CLOSED);
    expect(await stored()).toEqual([
      { why: 'Dues are two days of my pay.', selfDescription: '', selfConsentAt: null, state: 'requested' },
    ]);
    const actions = (await db.event.findMany({ select: { action: true } })).map(({ action }) => action);
    expect(actions.filter((action) => action.startsWith('funding.'))).toEqual(['funding.asked']);
  });
});

describe('what the person sees', () => {
  it('is the offer until they ask, then their request, and no decision before it is told', async () => {
    const person = await applicant();
    const seen = () => listFundingFor(person.personId, [funding().cycle.id], NOW);
    expect(await seen()).toEqual([{ offer: expect.objectContaining({ id: funding().offerId }), request: null }]);
    await ask(person.personId);
    const before = await seen();
    const id = before[0]?.request?.id ?? '';
    expect(before.map(({ request }) => request?.state)).toEqual(['requested']);
    await stage(id, 'decline');
    const [staged] = await seen();
    expect({ ...staged, request: { ...staged?.request, version: 1 } }).toEqual(before[0]);
  });

  it('is nothing for somebody without an application', async () => {
    expect(await listFundingFor(funding().reviewer.personId, [funding().cycle.id], NOW)).toEqual([]);
  });
});

describe('telling that an obligation is met', () => {
  const first = async (personId: string) => (await listOwnRequests(personId))[0]?.obligations[0];

  it('keeps the words until reviewers look', async () => {
    const { id, personId } = await asked();
    await settle(id, 'award');
    const obligationId = (await first(personId))?.id ?? '';
    await reportObligation({ person: { personId }, obligationId, text: 'On the blog, in June.' }, CLOSED);
    expect(await first(personId)).toEqual({
      id: obligationId,
      title: 'A post for the blog',
      dueOn: '2030-06-01',
      note: 'On the blog, in June.',
      reportedAt: CLOSED,
      metAt: null,
    });
  });

  it('is refused to another person, and when the slot came back', async () => {
    const { id, personId } = await asked();
    await settle(id, 'award');
    const report = (who: string, obligationId: string) =>
      reportObligation({ person: { personId: who }, obligationId, text: 'Done.' }, CLOSED);
    const obligationId = (await first(personId))?.id ?? '';
    const stranger = await applicant();
    await expect(report(stranger.personId, obligationId)).rejects.toEqual(refusal('funding.wrong_status'));
    await takeBack(funding().reviewer, { ...(await oneOf(id)), reason: 'No answer.' }, CLOSED);
    await expect(report(personId, obligationId)).rejects.toEqual(refusal('funding.wrong_status'));
  });
});
