import '../../support/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { keepProposal } from '@/features/reviews/assigning/commands';
import { loadExpertise, loadReading, proposeReading, signOf } from '@/features/reviews/assigning/queries';
import { sayStrengths } from '@/features/reviews/strengths/commands';
import { listAreas, strengthsOf } from '@/features/reviews/strengths/queries';
import { createActor, NOW } from '../../support/factories';
import { applied, committee } from './committee';
import { assignments, cycleRow } from './desk';

let chair: UserActor;
beforeEach(async () => {
  chair = await createActor(committee().program, 'chair');
});

const say = (who: UserActor, ...areas: string[]) => sayStrengths(who, { cycleId: committee().cycle.id, areas }, NOW);
const areas = async () => (await listAreas(committee().cycle.id)).map(({ value }) => value);

describe('what a reviewer knows well', () => {
  it('is kept in the order of the form, without areas it does not ask about, and can be taken back', async () => {
    const [first = '', second = ''] = await areas();
    const { reviewer, program } = committee();
    await say(reviewer, second, 'no_such_area', first);
    expect(await strengthsOf(program.programId, reviewer.userId)).toEqual([first, second]);
    await say(reviewer);
    expect(await strengthsOf(program.programId, reviewer.userId)).toEqual([]);
    expect(await db.event.count({ where: { action: 'reviewer.strengths_said' } })).toBe(2);
  });

  it('is said by the committee alone, each for themselves', async () => {
    const staff = await createActor(committee().program, 'staff');
    await expect(say(staff)).rejects.toMatchObject({ code: 'actor.forbidden' });
    expect(await db.reviewerStrength.count()).toBe(0);
  });
});

describe('assigning evenly', () => {
  const propose = async (who: UserActor[]) => {
    const cycle = await cycleRow();
    const reading = await loadExpertise(cycle, await loadReading(cycle, chair, NOW));
    return proposeReading(reading, { who: who.map(({ userId }) => userId), anew: false });
  };

  it('gives applications to those who know what they are about, where the load is the same', async () => {
    const [first = '', second = ''] = await areas();
    const { reviewer, other, cycle } = committee();
    await db.cycle.update({ where: { id: cycle.id }, data: { reviewsWanted: 1 } });
    const about = async (area: string) => {
      const id = await applied();
      await db.application.update({ where: { id }, data: { role: 'mentee', answers: { help_areas: [area] } } });
      return id;
    };
    const [one, two] = [await about(first), await about(second)];
    await say(reviewer, second);
    await say(other, first);
    const proposal = await propose([reviewer, other]);
    expect([proposal.told, proposal.fitting, proposal.asked.length]).toEqual([2, 2, 2]);
    const input = { cycleId: cycle.id, who: [reviewer.userId, other.userId], anew: false, sign: signOf(proposal) };
    expect(await keepProposal(chair, input, NOW)).toBe(2);
    expect(await assignments()).toEqual([`${one} ${other.userId}`, `${two} ${reviewer.userId}`].sort());
  });

  it('weighs load alone while nobody said anything', async () => {
    await applied();
    const { reviewer, other } = committee();
    expect(await propose([reviewer, other])).toMatchObject({ told: 0, fitting: 0 });
  });
});
