import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { listOwnPairs } from '@/features/pairs/copies/queries';
import { decideTwins } from '@/features/people/twins/commands';
import { findClosing } from '@/features/closing/answering/queries';
import { newId } from '@/lib/id';
import { freezeClock, ownerQuery } from '../../support/database';
import { createActor, createProgram, NOW, type TestProgram } from '../../support/factories';
import { setClock } from '../applications/browser';
import { createPair, QUILL_AND_LARK, type Side, SIDES } from '../pairs/pair-ground';

let program: TestProgram;
let pair: Awaited<ReturnType<typeof createPair>>;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  pair = await createPair(program, QUILL_AND_LARK);
  await db.match.update({ where: { id: pair.matchId }, data: { state: 'completed' } });
  for (const side of SIDES) await answer(side);
});

async function answer(side: Side): Promise<void> {
  const shared = { organizationId: program.organizationId, savedAt: NOW };
  const words = { helped: `zebra of the ${side}`, better: 'zebra', quote: 'zebra' };
  const consent = { quoteAs: 'named', quoteWording: 'I agree', quoteAgreedAt: NOW };
  await db.assessment.create({
    data: { id: newId(NOW), ...shared, matchId: pair.matchId, side, recommend: 4, ...words, ...consent, sentAt: NOW },
  });
  await db.closingRatings.create({
    data: { ...shared, applicationId: pair[side].applicationId, ratings: { outreach: 5 } },
  });
}

const standing = async () =>
  JSON.stringify([await db.assessment.findMany(), await db.event.findMany({ where: { subjectId: pair.matchId } })]);

describe('what was said at the end', () => {
  it.each(SIDES)('loses its words with the %s; that there was an answer stays', async (side) => {
    await ownerQuery(
      `UPDATE applications SET email = '', name = '', answers = '{}' WHERE id = '${pair[side].applicationId}'`,
    );
    expect(await standing()).not.toContain('zebra');
    const left = await db.assessment.findMany();
    expect(left).toHaveLength(2);
    for (const one of left) expect(one).toMatchObject({ recommend: 4, quoteAs: null, quoteWording: '', sentAt: NOW });
    const other = side === 'mentor' ? 'mentee' : 'mentor';
    expect(await db.closingRatings.findMany()).toMatchObject([{ applicationId: pair[other].applicationId }]);
    const still = await findClosing(pair[other].personId, pair.reference);
    expect(still).toMatchObject({ short: true, partner: '' });
  });

  it('is in one’s own copy, and not in the other’s', async () => {
    const [mine] = await listOwnPairs(pair.mentee.personId);
    expect(mine?.closing).toMatchObject([{ helped: 'zebra of the mentee', quoteAs: 'named', quoteWording: 'I agree' }]);
    expect(mine?.endRatings).toEqual({ outreach: 5 });
    expect(mine?.areas.find(({ value }) => value === 'outreach')?.label).toMatch(/outreach/i);
    expect(JSON.stringify(mine)).not.toContain('zebra of the mentor');
  });

  it('goes along when two addresses turn out to be one person', async () => {
    const keep = newId(NOW);
    const person = { id: keep, email: 'other@example.test', name: 'Bo Lark', createdAt: NOW };
    await db.person.create({ data: { organizationId: program.organizationId, ...person } });
    const staff = await createActor(program, 'staff');
    await decideTwins(staff, { cycleId: pair.cycle.id, keep, other: pair.mentee.personId, same: true }, NOW);
    expect((await findClosing(keep, pair.reference))?.saved).toMatchObject({ helped: 'zebra of the mentee' });
    expect(await findClosing(pair.mentee.personId, pair.reference)).toBeNull();
  });
});
