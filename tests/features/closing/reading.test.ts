import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { findOwnGrowth, listGrowth } from '@/features/closing/growth/queries';
import { listQuotes, quotesFile } from '@/features/closing/quotes/queries';
import { findClosingPair } from '@/features/closing/reading/queries';
import { addPair, moveOn, signInBoth, type Side } from '../pairs/pair-ground';
import type { Browser } from '../applications/browser';
import { chair, fenced, pair, personOf, program, staff } from '../pairs/pair-staff';

let browsers: Record<Side, Browser>;
beforeEach(async () => {
  browsers = await signInBoth(pair.matchId);
  await moveOn(290);
});

const answer = (side: Side, fields: Record<string, string>) =>
  browsers[side].post(`${pair.path}/closing`, { press: 'send', version: '0', ...fields });
const growth = async (reader: { closed: readonly string[] }) =>
  (await listGrowth(pair.cycle.id, reader)).flatMap(({ role, areas }) =>
    areas.filter(({ n }) => n > 0).map(({ area, n, before, after, change }) => [role, area, n, before, after, change]),
  );

describe('growth', () => {
  it('is the ratings of the form against those that were sent, by role; drafts and blanks are none', async () => {
    await answer('mentee', { rating_outreach: '4' });
    await answer('mentor', { rating_outreach: '5', press: 'later' });
    expect(await growth({ closed: [] })).toEqual([['mentee', 'outreach', 1, 1, 4, 3]]);
    await answer('mentor', { helped: 'Time.', version: '1' });
    expect(await growth(staff)).toEqual([
      ['mentor', 'outreach', 1, 5, 5, 0],
      ['mentee', 'outreach', 1, 1, 4, 3],
    ]);
    // Without the rating of the form there is nothing to compare with.
    await db.application.update({ where: { id: pair.mentee.applicationId }, data: { answers: {} } });
    expect(await growth(staff)).toEqual([['mentor', 'outreach', 1, 5, 5, 0]]);
  });

  it('counts a mentor with two pairs once, and leaves out who is closed with who is paired with them', async () => {
    const other = await addPair(program, pair.cycle);
    await db.application.update({ where: { id: pair.mentor.applicationId }, data: { places: 2 } });
    const mentorApplicationId = pair.mentor.applicationId;
    await db.match.update({ where: { id: other.matchId }, data: { mentorApplicationId, state: 'active' } });
    await answer('mentor', { rating_outreach: '4' });
    await browsers.mentor.post(`${other.path}/closing`, { press: 'send', version: '0', helped: 'x' });
    expect(await growth(chair)).toEqual([['mentor', 'outreach', 1, 5, 4, -1]]);
    expect(await growth(fenced(chair, pair.mentor.personId))).toEqual([]);
    // The other pair of this mentor is still open to the reader.
    expect(await growth(fenced(chair, pair.mentee.personId))).toHaveLength(1);
  });

  it('is shown to the person on a page of their own, with a table, and not to the match', async () => {
    expect((await browsers.mentee.get(`${pair.path}/growth`)).text).toContain('Once you have sent');
    await answer('mentee', { rating_outreach: '4' });
    const { text } = await browsers.mentee.get(`${pair.path}/growth`);
    for (const words of ['higher in 1 area', '<svg', '+3', 'Outreach and Advocacy']) expect(text).toContain(words);
    expect((await browsers.mentor.get(`${pair.path}/growth`)).text).not.toContain('<svg class="change-chart');
    expect(await findOwnGrowth(pair.mentor.applicationId)).toEqual([]);
  });
});

describe('what was said', () => {
  it('is read by staff and chair once it is sent, and by nobody to whom one of the two is closed', async () => {
    await answer('mentee', { helped: 'zebra', press: 'later' });
    const read = async (viewer = chair) => JSON.stringify(await findClosingPair(pair.cycle.id, pair.matchId, viewer));
    expect(await read()).not.toContain('zebra');
    await answer('mentee', { helped: 'zebra', version: '1' });
    expect(await read()).toContain('zebra');
    for (const side of ['mentor', 'mentee'] as const)
      expect(await read(fenced(chair, await personOf(pair[side].applicationId)))).toBe('null');
  });
});

describe('quotes', () => {
  const quoted = { quote: '=It changed my work.', quote_consent: 'yes', quote_name: 'named' };
  const list = async (viewer = staff) =>
    (await listQuotes(pair.cycle.id, viewer)).map(({ consent, quote, by }) => [consent, quote, by]);

  it('are listed with their consent; only consented words are there to copy', async () => {
    await answer('mentee', quoted);
    await answer('mentor', { quote: 'zebra' });
    expect(await list()).toEqual([
      ['named', '=It changed my work.', 'Bo Lark'],
      ['none', '', ''],
    ]);
    const file = await quotesFile({ ...pair.cycle, name: 'Fall' }, staff);
    expect(file).toContain("'=It changed my work.");
    expect(file).not.toContain('zebra');
  });

  it('leave list and file at once when the consent is taken back, and name nobody who did not agree', async () => {
    await answer('mentee', { ...quoted, quote_name: 'unnamed' });
    expect(await list()).toEqual([['unnamed', '=It changed my work.', '']]);
    await browsers.mentee.post(`${pair.path}/closing`, { press: 'back' });
    expect(await list()).toEqual([['withdrawn', '', '']]);
    expect(await quotesFile({ ...pair.cycle, name: 'Fall' }, staff)).not.toContain('changed');
  });

  it('are none while they are drafts, nor for who must not see the two', async () => {
    await answer('mentee', { ...quoted, press: 'later' });
    expect(await list()).toEqual([]);
    await answer('mentee', { ...quoted, version: '1' });
    expect(await list(fenced(staff, pair.mentor.personId))).toEqual([]);
    expect(await quotesFile({ ...pair.cycle, name: 'Fall' }, fenced(staff, pair.mentee.personId))).not.toContain(
      'changed',
    );
  });
});
