import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { freezeClock } from '../../support/database';
import { createProgram, createTestCycle, NOW, type TestProgram } from '../../support/factories';
import { setClock } from '../applications/browser';
import { addPair, createPair } from '../pairs/pair-ground';
import { site } from '../languages/site';

let world: TestProgram;
let slug = '';
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  world = await createProgram();
  ({ slug } = await db.program.findUniqueOrThrow({ where: { id: world.programId } }));
});

/** Its main part: the head brings the whole stylesheet. */
const page = async () => {
  const text = await (await site(new Request(`http://localhost:3000/${slug}`))).text();
  return text.slice(text.indexOf('<main'));
};
const inDays = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

/** A cycle whose days lie so many days from now. */
async function cycleAt(
  days: Record<'opensAt' | 'closesAt' | 'matchingAt' | 'announceAt' | 'startsAt' | 'endsAt' | 'archivesAt', number>,
) {
  const { id } = await createTestCycle(world);
  const at = Object.entries(days).map(([name, day]) => [name, inDays(day)] as const);
  const later = { waitlistUntil: inDays(days.announceAt + 50), identityDeleteOn: inDays(days.announceAt + 60) };
  await db.cycle.update({ where: { id }, data: { ...Object.fromEntries(at), mentorsCloseAt: null, ...later } });
  return id;
}
const DAYS = { opensAt: -10, closesAt: 10, matchingAt: 20, announceAt: 30, startsAt: 40, endsAt: 400, archivesAt: 430 };
const moved = (by: number) =>
  cycleAt(Object.fromEntries(Object.entries(DAYS).map(([name, day]) => [name, day + by])) as typeof DAYS); // the same names

describe('the public page of a program', () => {
  it('says before the opening when it opens, and takes addresses', async () => {
    await moved(20);
    const text = await page();
    expect(text).toContain('Applications are not open yet');
    expect(text).toContain('Tell me when applications open');
    expect(text).not.toContain('href="/apply/');
  });

  it('offers the forms while they are open, and what the program wants to reach', async () => {
    const id = await moved(0);
    const { code } = await db.cycle.findUniqueOrThrow({ where: { id } });
    const text = await page();
    for (const role of ['mentor', 'mentee', 'both'])
      expect(text).toContain(`href="/apply/${code.toLowerCase()}/${role}"`);
    expect(text).toContain('What the program wants to reach');
    expect(text).not.toContain('Tell me when applications open');
  });

  it('says that applications are closed, and later that we are late', async () => {
    await moved(-15);
    expect(await page()).toContain('Applications for this cycle are closed');
    setClock(inDays(20));
    expect(await page()).toContain('We are running late');
  });

  it('goes on through the year, and names the committee with its terms', async () => {
    const pair = await createPair(world);
    await addPair(world, pair.cycle);
    setClock(inDays(1));
    const text = await page();
    expect(text).toContain('Riverbend Public Library, 2025–2027');
    expect(text).toContain('<strong>The program ends</strong>');
  });

  it('is paused without a cycle, and says why in its own words', async () => {
    expect(await page()).toContain('The program is paused');
    await db.program.update({ where: { id: world.programId }, data: { pause: 'We move house. Back in 2031.' } });
    const text = await page();
    expect(text).toContain('We move house. Back in 2031.');
    expect(text).toContain('Tell me when applications open');
    expect(text).not.toContain('date-slip');
  });
});
