import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertCarries, isUnanimous, tallyOf, VOTES } from '@/domain/ballot';

const IDS = ['ana', 'bo', 'cy', 'di', 'ed', 'fay'];
const aVote = fc.record({ userId: fc.constantFrom(...IDS), vote: fc.constantFrom(...VOTES) });
const someVotes = fc.uniqueArray(aVote, { selector: ({ userId }) => userId });
const someIds = fc.subarray(IDS);

describe('the count', () => {
  it('counts whole values', () => {
    const votes = [
      { userId: 'ana', vote: 'approve' },
      { userId: 'bo', vote: 'object' },
      { userId: 'cy', vote: 'recuse' },
      { userId: 'gone', vote: 'approve' },
    ] as const;
    expect(tallyOf(votes, { members: ['ana', 'bo', 'cy', 'di', 'ed'], fenced: ['di'], quorum: 'half' })).toEqual({
      members: 5,
      recused: 2,
      approve: 1,
      discuss: 0,
      object: 1,
      cast: 2,
      needed: 2,
    });
  });

  it('does not depend on order', () => {
    fc.assert(
      fc.property(someVotes, someIds, someIds, (votes, members, fenced) => {
        const count = tallyOf(votes, { members, fenced, quorum: 'half' });
        const turned = { members: [...members].reverse(), fenced: [...fenced].reverse(), quorum: 'half' } as const;
        expect(tallyOf([...votes].reverse(), turned)).toEqual(count);
      }),
    );
  });

  it('adds up, and hears nobody but members who may vote', () => {
    fc.assert(
      fc.property(someVotes, someIds, someIds, (votes, members, fenced) => {
        const committee = { members, fenced, quorum: 'majority' } as const;
        const { cast, approve, discuss, object, recused } = tallyOf(votes, committee);
        expect(cast).toBe(approve + discuss + object);
        expect(cast + recused).toBeLessThanOrEqual(members.length);
        const heard = votes.filter(({ userId }) => members.includes(userId) && !fenced.includes(userId));
        expect(tallyOf(heard, committee)).toEqual(tallyOf(votes, committee));
      }),
    );
  });

  it('never asks for more votes because somebody recused themselves', () => {
    fc.assert(
      fc.property(someVotes, fc.constantFrom(...IDS), (votes, who) => {
        const rest = votes.filter(({ userId }) => userId !== who);
        const committee = { members: IDS, fenced: [], quorum: 'half' } as const;
        const recused = tallyOf([...rest, { userId: who, vote: 'recuse' }], committee);
        expect(recused.needed).toBeLessThanOrEqual(tallyOf(rest, committee).needed);
      }),
    );
  });

  it('is unanimous only with a quorum of nothing but approvals', () => {
    fc.assert(
      fc.property(someVotes, someIds, (votes, members) => {
        const tally = tallyOf(votes, { members, fenced: [], quorum: 'half' });
        expect(isUnanimous(tally)).toBe(
          tally.cast >= tally.needed && tally.object === 0 && tally.discuss === 0 && tally.approve > 0,
        );
        if (isUnanimous(tally)) expect(() => assertCarries(tally)).not.toThrow();
      }),
    );
  });
});
