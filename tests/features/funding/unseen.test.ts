import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { findHelpDetails, findHelped } from '@/features/applications/helping/queries';
import { eraseAnswers } from '@/features/applications/confidential/commands';
import { getEligibility } from '@/features/eligibility/queries';
import { waiveRule } from '@/features/eligibility/commands';
import { markBought } from '@/features/funding/deciding/commands';
import { requestRun } from '@/features/matching/runs/commands';
import { forgetOld } from '@/features/people/retention/commands';
import { decideTwins } from '@/features/people/twins/commands';
import { purgeIdentity } from '@/jobs/purge-identity';
import { newId } from '@/lib/id';
import { asWorker } from '../../support/database';
import { createActor, NOW, testRing } from '../../support/factories';
import { after, applicant, ask, asked, CLOSED, funding, mails, oneOf, refusal, settle, stateOf } from './desk';

const SELF = { self_description: 'First in my family.', self_consent: 'yes' } as const;
const selves = async () =>
  (await db.fundingRequest.findMany({ select: { selfDescription: true, selfConsentAt: true } })).map(
    ({ selfDescription, selfConsentAt }) => [selfDescription, selfConsentAt],
  );

it('staff who help somebody see their mails, but none about funding', async () => {
  const { id, applicationId } = await asked();
  await settle(id, 'award');
  const helped = await findHelped(funding().cycle.id, applicationId);
  if (!helped) throw new Error('nobody');
  expect(await mails()).toHaveLength(1);
  const { mails: seen, history } = await findHelpDetails(helped);
  expect([seen, JSON.stringify(history).includes('funding')]).toEqual([[], false]);
});

describe('what somebody said of themselves', () => {
  it('is deleted on the day of the identity answers, also where their key is gone already', async () => {
    await asked(SELF);
    const cycle = await db.cycle.findUniqueOrThrow({ where: { id: funding().cycle.id } });
    const purge = (at: Date) => asWorker(() => purgeIdentity(testRing, at));
    await purge(new Date(cycle.identityDeleteOn.getTime() - 1));
    expect(await selves()).toEqual([['First in my family.', NOW]]);
    await purge(cycle.identityDeleteOn);
    expect(await selves()).toEqual([['', null]]);
    await db.fundingRequest.updateMany({ data: { selfDescription: 'Again.', selfConsentAt: NOW } });
    await purge(cycle.identityDeleteOn);
    expect(await selves()).toEqual([['', null]]);
  });

  it('goes with the confidential answers when these are erased', async () => {
    const { personId, applicationId, email } = await asked(SELF);
    const { draftId } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
    await eraseAnswers({ id: newId(NOW), personId, email }, draftId ?? '', NOW);
    expect(await selves()).toEqual([['', null]]);
  });

  it('is never kept without its consent, whatever writes it', async () => {
    const { id } = await asked();
    const write = db.fundingRequest.update({ where: { id }, data: { selfDescription: 'Without.' } });
    await expect(write).rejects.toThrow('funding_self_description_agreed');
  });
});

it('the words of a request go with the answers of its application, a year after the cycle', async () => {
  const [open, bought] = [await asked(SELF), await asked(SELF)];
  await settle(bought.id, 'award');
  await markBought(funding().reviewer, await oneOf(bought.id), CLOSED);
  const { endsAt } = await db.cycle.findUniqueOrThrow({ where: { id: funding().cycle.id } });
  const forget = (days: number) =>
    asWorker(() => forgetOld({ kind: 'job', name: 'forget-old' }, new Date(endsAt.getTime() + days * 86_400_000)));
  const kept = () =>
    db.fundingRequest.findMany({
      select: { id: true, why: true, selfDescription: true, state: true },
      orderBy: { id: 'asc' },
    });
  const before = await kept();
  await forget(365);
  expect(await kept()).toEqual(before);
  await forget(367);
  expect(await kept()).toEqual([
    { id: open.id, why: '', selfDescription: '', state: 'withdrawn' },
    { id: bought.id, why: '', selfDescription: '', state: 'bought' },
  ]);
});

describe('joining two addresses', () => {
  const join = async (keep: string, other: string) => {
    const staff = await createActor(funding().program, 'staff');
    return decideTwins(staff, { cycleId: funding().cycle.id, keep, other, same: true }, NOW);
  };

  it('takes the request along', async () => {
    const [from, to] = [await asked(), await applicant()];
    await db.application.update({ where: { id: from.applicationId }, data: { state: 'withdrawn' } });
    await join(to.personId, from.personId);
    expect(await db.fundingRequest.findMany({ select: { personId: true } })).toEqual([{ personId: to.personId }]);
  });

  it('leaves two requests of one cycle where they are, and tells staff nothing', async () => {
    const [from, to] = [await asked(), await asked()];
    await db.application.update({ where: { id: from.applicationId }, data: { state: 'withdrawn' } });
    await join(to.personId, from.personId);
    expect(await db.fundingRequest.count({ where: { personId: from.personId } })).toBe(1);
    await settle(from.id, 'decline');
    expect((await mails()).map(({ toAddress }) => toAddress)).toEqual([to.email]);
  });
});

describe('membership pending funding', () => {
  const pending = async () => {
    const rules = [{ key: 'member', kind: 'must', text: 'Mentees are members.' }];
    await db.program.updateMany({ data: { eligibility: { mentor: [], mentee: rules } } });
    const one = await applicant();
    const answers = { name: one.name, member: 'no', membership_funding: 'yes' };
    await db.application.update({ where: { id: one.applicationId }, data: { state: 'accepted', answers } });
    return one;
  };
  const cycle = () => db.cycle.findUniqueOrThrow({ where: { id: funding().cycle.id } });
  const run = async () => {
    const chair = await createActor(funding().program, 'chair');
    const options = { objective: 'participation', fairness: 'balanced' } as const;
    return requestRun(chair, { cycleId: funding().cycle.id, options }, NOW);
  };

  it('is said to staff, whatever became of the request', async () => {
    const { personId } = await pending();
    const shown = async () => {
      const { toLookAt } = await getEligibility(await cycle(), NOW);
      return toLookAt.map((row) => [row.pending, row.membership]);
    };
    expect(await shown()).toEqual([[true, 'unknown']]);
    await ask(personId);
    const { id } = await db.fundingRequest.findFirstOrThrow();
    await settle(id, 'award');
    await markBought(funding().reviewer, await oneOf(id), CLOSED);
    expect(await shown()).toEqual([[true, 'unknown']]);
  });

  it('keeps the matching waiting, and names nobody', async () => {
    const { name } = await pending();
    const refused = await run().catch((error: unknown) => error);
    expect(refused).toEqual(refusal('funding.pending'));
    expect(String(refused)).not.toContain(name);
  });

  it.each(['bought', 'on the roster', 'waived', 'not accepted'])('is settled when it is %s', async (how) => {
    const { personId, email, applicationId } = await pending();
    const { organizationId } = funding().program;
    if (how === 'bought') {
      await ask(personId);
      const { id } = await db.fundingRequest.findFirstOrThrow();
      await settle(id, 'award');
      await expect(run()).rejects.toEqual(refusal('funding.pending'));
      await markBought(funding().reviewer, await oneOf(id), CLOSED);
      expect(await stateOf(id)).toEqual({ state: 'bought', staged: null });
    } else if (how === 'on the roster') {
      await db.member.create({
        data: { id: personId, organizationId, email, importedAt: NOW, validUntil: after(300) },
      });
    } else if (how === 'waived') {
      const staff = await createActor(funding().program, 'staff');
      const waiver = { cycleId: funding().cycle.id, email, rule: 'member', reason: 'Paid by check.' } as const;
      await waiveRule(staff, waiver, NOW);
    } else {
      await db.application.update({ where: { id: applicationId }, data: { state: 'hold' } });
    }
    await expect(run()).resolves.toEqual(expect.any(String));
  });
});
