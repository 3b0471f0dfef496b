import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assertCarries,
  assertTakesVote,
  BALLOT_MOVES,
  BALLOT_STATES,
  ballotMoved,
  canMoveBallot,
  isPresent,
  isTaken,
  quorumInWords,
  readQuorum,
  RESULTS,
  UNDER_WAY,
  voteProblem,
  votesNeeded,
  type BallotMove,
  type BallotState,
  type Quorum,
} from '@/domain/ballot';
import { Refusal } from '@/domain/refusal';

const NOW = new Date('2030-11-20T12:00:00Z');
const LATER = new Date('2030-11-21T12:00:00Z');
const moves = Object.keys(BALLOT_MOVES).filter((name): name is BallotMove => name in BALLOT_MOVES);

describe('every move of a ballot', () => {
  const cases = BALLOT_STATES.flatMap((state) => moves.map((move) => [state, move] as const));

  it.each(cases)('%s: %s', (state, move) => {
    const rule = BALLOT_MOVES[move];
    if (rule?.from.includes(state)) expect(ballotMoved(state, move)).toBe(rule.to);
    else expect(() => ballotMoved(state, move)).toThrow(new Refusal('ballot.moved_on'));
  });

  it('leads nowhere from the chair’s last word', () => {
    const from = (state: BallotState) => moves.filter((move) => canMoveBallot(state, move));
    expect(from('approved')).toEqual([]);
    expect(from('dropped')).toEqual([]);
    expect(from('open')).toEqual(['extend', 'meet', 'close', 'drop']);
    expect(UNDER_WAY).toEqual(['open', 'meeting', 'closed']);
  });

  it('is approved only from closed, whatever was pressed before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 30 }), (pressed) => {
        let [state, before]: [BallotState, BallotState] = ['open', 'open'];
        for (const move of pressed) {
          if (!canMoveBallot(state, move)) continue;
          [before, state] = [state, ballotMoved(state, move)];
        }
        if (state === 'approved') expect(before).toBe('closed');
        expect(BALLOT_STATES).toContain(state);
      }),
    );
  });
});

describe('a quorum', () => {
  it.each<[Quorum, number, number]>([
    ['half', 5, 3],
    ['half', 4, 2],
    ['majority', 4, 3],
    ['majority', 5, 3],
    ['two_thirds', 4, 3],
    ['two_thirds', 3, 2],
    [3, 5, 3],
    [3, 2, 2],
    ['half', 0, 1],
    [4, 0, 1],
  ])('of %s among %i needs %i', (quorum, eligible, needed) => {
    expect(votesNeeded(quorum, eligible)).toBe(needed);
  });

  it('is read as it is written, and nothing else', () => {
    expect(['half', 'majority', 'two_thirds', '1', '99'].map(readQuorum)).toEqual([
      'half',
      'majority',
      'two_thirds',
      1,
      99,
    ]);
    expect(['', '0', '100', '-1', '1.5', 'all'].map(readQuorum)).toEqual([null, null, null, null, null, null]);
    expect(quorumInWords(1)).toBe('1 vote, or all who may vote on a match where those are fewer');
    expect(quorumInWords('half')).toBe('at least half of the members who may vote on a match');
  });

  it('can always be reached where somebody may vote, and never without a vote', () => {
    const quorum = fc.oneof(fc.constantFrom('half', 'majority', 'two_thirds'), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(quorum, fc.integer({ min: 1, max: 60 }), (rule, eligible) => {
        const needed = votesNeeded(rule as Quorum, eligible); // fast-check widens the names
        expect(needed).toBeGreaterThanOrEqual(1);
        expect(needed).toBeLessThanOrEqual(eligible);
      }),
    );
  });
});

describe('a result', () => {
  const tally = { members: 4, recused: 0, approve: 1, discuss: 1, object: 0, cast: 2, needed: 2 };
  it('is carried with a quorum and more for it than against it', () => {
    expect(() => assertCarries(tally)).not.toThrow();
    expect(() => assertCarries({ ...tally, cast: 1 })).toThrow('1 of the 2 votes it needs are in.');
    expect(() => assertCarries({ ...tally, object: 1 })).toThrow('Those who approve: 1. Those who object: 1.');
  });

  it('is taken into the plan only when it was carried and both are still there', () => {
    const all = [...RESULTS, null].flatMap((result) => [false, true].map((left) => ({ result, left })));
    expect(all.filter(isTaken)).toEqual([{ result: 'carried', left: false }]);
  });
});

describe('taking a vote', () => {
  const open = { state: 'open', closesAt: LATER, onTable: false, resolved: false, left: false } as const;
  it('works until the close, and in the meeting on the match on the table', () => {
    expect(voteProblem(open, NOW)).toBeNull();
    expect(voteProblem(open, LATER)).toBe('ballot.late');
    expect(voteProblem({ ...open, left: true }, NOW)).toBe('ballot.match_left');
    expect(voteProblem({ ...open, state: 'meeting' }, NOW)).toBe('ballot.not_on_table');
    expect(voteProblem({ ...open, state: 'meeting', onTable: true }, LATER)).toBeNull();
    expect(voteProblem({ ...open, state: 'meeting', onTable: true, resolved: true }, NOW)).toBe('ballot.resolved');
    for (const state of ['closed', 'approved', 'dropped'] as const)
      expect(voteProblem({ ...open, state, onTable: true }, NOW)).toBe('ballot.late');
    expect(() => assertTakesVote({ ...open, state: 'closed' }, NOW)).toThrow(new Refusal('ballot.late'));
  });
});

describe('being in the meeting', () => {
  const seen = (seconds: number) => new Date(NOW.getTime() - seconds * 1000);
  it('ends with leaving, or when a page that tells goes silent', () => {
    expect(isPresent({ seenAt: seen(44), beats: true, leftAt: null }, NOW)).toBe(true);
    expect(isPresent({ seenAt: seen(45), beats: true, leftAt: null }, NOW)).toBe(false);
    expect(isPresent({ seenAt: seen(9999), beats: false, leftAt: null }, NOW)).toBe(true);
    expect(isPresent({ seenAt: seen(1), beats: true, leftAt: NOW }, NOW)).toBe(false);
  });
});
