import { describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { saveOffer } from '@/features/funding/offers/commands';
import { findOfferForm, listMissed } from '@/features/funding/offers/queries';
import { offerSchema } from '@/features/funding/offers/schema';
import { markBought } from '@/features/funding/deciding/commands';
import { createActor, createTestCycle, NOW } from '../../support/factories';
import { after, asked, CLOSED, funding, oneOf, refusal, settle } from './desk';

const ZONE = 'America/Chicago';
const FORM = {
  name: 'Funded memberships',
  slots: '5',
  opensOn: '2030-01-20',
  closesOn: '2030-02-10',
  decideOn: '2030-03-01',
  waitlistOn: '2030-04-01',
  criteria: 'Need | Could they join? | Easily | Perhaps | Hardly | No',
  obligations: '2030-06-01 A post for the blog',
};
const input = (cycleId: string, over: Partial<typeof FORM> & { version?: number } = {}) =>
  offerSchema.parse({ cycleId, version: 0, ...FORM, ...over });

describe('setting up an offer', () => {
  it('keeps it as it was written, in the cycle’s zone', async () => {
    const cycle = await createTestCycle(funding().program);
    const staff = await createActor(funding().program, 'staff');
    await saveOffer(staff, input(cycle.id), NOW);
    expect(await findOfferForm({ id: cycle.id, timeZone: ZONE })).toEqual({
      version: 1,
      opensAt: new Date('2030-01-20T06:00:00Z'),
      closesAt: new Date('2030-02-11T05:59:00Z'),
      values: FORM,
    });
    await saveOffer(staff, input(cycle.id, { version: 1, slots: '6' }), NOW);
    await expect(saveOffer(staff, input(cycle.id, { version: 1 }), NOW)).rejects.toEqual(
      refusal('funding.offer_changed'),
    );
    await expect(saveOffer(staff, input(cycle.id), NOW)).rejects.toEqual(refusal('funding.offer_changed'));
  });

  it('is for staff and administrators', async () => {
    const cycle = await createTestCycle(funding().program);
    for (const role of ['chair', 'reviewer', 'funding_reviewer'] as const) {
      const actor = await createActor(funding().program, role);
      await expect(saveOffer(actor, input(cycle.id), NOW)).rejects.toEqual(refusal('actor.forbidden'));
    }
    await saveOffer(await createActor(funding().program, 'administrator'), input(cycle.id), NOW);
  });

  it.each([
    ['closesOn', '2030-01-19', 'Closing: choose a day after the opening.'],
    ['decideOn', '2030-02-10', 'Decide by: choose a day after the closing.'],
    ['obligations', '2030-02-20 A post', '“A post” is due before the decision. Choose a later day.'],
  ])('names the day that does not fit: %s', async (field, value, detail) => {
    const cycle = await createTestCycle(funding().program);
    const staff = await createActor(funding().program, 'staff');
    await expect(saveOffer(staff, input(cycle.id, { [field]: value }), NOW)).rejects.toMatchObject({
      code: 'funding.offer_dates',
      detail,
    });
  });

  it.each([
    ['slots', '0', 'Memberships: at least one.'],
    ['slots', 'many', 'Memberships: enter a whole number.'],
    ['name', undefined, 'Name: say what is offered.'],
    ['opensOn', undefined, 'Opens: choose a day.'],
    ['criteria', 'Need', 'Criterion 1: write a name, a question and the words for 1, 2, 3 and 4, with | between them.'],
    ['obligations', undefined, 'Obligations: write one a line.'],
  ])('says what is wrong with %s %s', (field, value, message) => {
    const parsed = offerSchema.safeParse({ cycleId: funding().cycle.id, version: 0, ...FORM, [field]: value });
    expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([message]);
  });

  it('answers alike whether or not anybody asked', async () => {
    const staff = await createActor(funding().program, 'staff');
    const form = await findOfferForm({ id: funding().cycle.id, timeZone: ZONE });
    if (!form) throw new Error('no offer');
    const save = (slots: string) =>
      saveOffer(staff, offerSchema.parse({ cycleId: funding().cycle.id, version: 1, ...form.values, slots }), CLOSED);
    await expect(save('1')).rejects.toEqual(refusal('funding.offer_closed'));
    await settle((await asked()).id, 'award');
    await expect(save('1')).rejects.toEqual(refusal('funding.offer_closed'));
    await save('3');
    expect(await findOfferForm({ id: funding().cycle.id, timeZone: ZONE })).toMatchObject({ version: 2 });
  });
});

describe('missed obligations, which is all that staff are told', () => {
  const listed = (days: number) => listMissed({ id: funding().cycle.id, timeZone: ZONE }, after(days));

  it('are those whose day has passed unmet and unsaid, of people with a membership', async () => {
    const one = await asked();
    await settle(one.id, 'award');
    expect(await listed(137)).toEqual([]);
    const [missed] = await listed(138);
    expect(missed).toEqual({
      key: missed?.key,
      name: one.name,
      email: one.email,
      title: 'A post for the blog',
      dueOn: '2030-06-01',
    });
    await markBought(funding().reviewer, await oneOf(one.id), CLOSED);
    expect(await listed(138)).toHaveLength(1);
    await db.fundingObligation.updateMany({ data: { reportedAt: after(138) } });
    expect(await listed(139)).toEqual([]);
    await db.fundingObligation.updateMany({ data: { reportedAt: null, metAt: after(138) } });
    expect(await listed(139)).toEqual([]);
  });

  it('leave out whoever gave the membership back', async () => {
    const { id } = await asked();
    await settle(id, 'award');
    await db.fundingRequest.update({ where: { id }, data: { state: 'withdrawn' } });
    expect(await listed(200)).toEqual([]);
  });
});
