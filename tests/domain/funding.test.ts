import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byMean,
  canMoveFunding,
  FUNDING_DECISIONS,
  FUNDING_MOVES,
  FUNDING_STATES,
  fundingMoved,
  holdsSlot,
  isAskingOpen,
  isMissed,
  owes,
  slotsOf,
  staged,
  type FundingMove,
  type FundingState,
  type Standing,
} from '@/domain/funding';
import { Refusal } from '@/domain/refusal';

const MOVES = Object.keys(FUNDING_MOVES).filter((name): name is FundingMove => name in FUNDING_MOVES);
const from = (state: FundingState) => MOVES.filter((move) => canMoveFunding(state, move));

describe('the states of a request', () => {
  it.each(FUNDING_STATES.flatMap((state) => MOVES.map((move) => [state, move] as const)))('%s: %s', (state, move) => {
    if (FUNDING_MOVES[move].from.includes(state)) expect(fundingMoved(state, move)).toBe(FUNDING_MOVES[move].to);
    else expect(() => fundingMoved(state, move)).toThrow(new Refusal('funding.wrong_status'));
  });

  it('lead on as they should: what is bought stays, and every state before it can be left', () => {
    expect(Object.fromEntries(FUNDING_STATES.map((state) => [state, from(state)]))).toEqual({
      requested: ['award', 'waitlist', 'decline', 'withdraw'],
      waitlisted: ['award', 'decline', 'withdraw'],
      awarded: ['withdraw', 'buy', 'take_back'],
      bought: [],
      declined: [],
      returned: [],
      withdrawn: ['ask_again'],
    });
  });

  it('owe something only with a membership, bought or about to be', () => {
    expect(FUNDING_STATES.filter(owes)).toEqual(['awarded', 'bought']);
  });
});

describe('slots', () => {
  it('are taken by what is awarded, bought or staged to be awarded', () => {
    const requests: Standing[] = [
      { state: 'awarded', staged: null },
      { state: 'bought', staged: null },
      { state: 'requested', staged: 'award' },
      { state: 'waitlisted', staged: 'award' },
      { state: 'requested', staged: 'decline' },
      { state: 'returned', staged: null },
      { state: 'withdrawn', staged: null },
    ];
    expect(slotsOf(5, requests)).toEqual({ all: 5, taken: 4, free: 1 });
  });

  it('the last one goes to one request, and a waitlist needs none', () => {
    const one: Standing = { state: 'requested', staged: null };
    const offer = { slots: 1, others: [{ state: 'requested', staged: 'award' }] satisfies Standing[] };
    expect(() => staged(one, 'award', offer)).toThrow(new Refusal('funding.no_slot'));
    expect(staged(one, 'waitlist', offer)).toEqual({ state: 'requested', staged: 'waitlist' });
    expect(staged(one, 'award', { slots: 2, others: offer.others })).toEqual({ state: 'requested', staged: 'award' });
  });

  it('a decision is not staged for what is over', () => {
    expect(() => staged({ state: 'bought', staged: null }, 'decline', { slots: 9, others: [] })).toThrow(
      new Refusal('funding.wrong_status'),
    );
  });

  it('never run over, whatever is pressed in whatever order', () => {
    const press = fc.record({
      who: fc.nat(5),
      what: fc.constantFrom(...FUNDING_DECISIONS, 'undo', 'tell', 'buy', 'take_back', 'withdraw', 'ask_again'),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(press, { maxLength: 60 }), (slots, presses) => {
        const requests: Standing[] = Array.from({ length: 6 }, () => ({ state: 'requested', staged: null }));
        const bought = new Set<number>();
        for (const { who, what } of presses) {
          pressed(requests, slots, who, what);
          if (requests[who]?.state === 'bought') bought.add(who);
          expect(requests.filter(holdsSlot).length).toBeLessThanOrEqual(slots);
          for (const one of bought) expect(requests[one]?.state).toBe('bought');
        }
      }),
    );
  });
});

/** As the commands do it: a refusal changes nothing. */
function pressed(requests: Standing[], slots: number, who: number, what: string): void {
  const one = requests[who];
  if (!one) return;
  const others = requests.filter((_, index) => index !== who);
  try {
    const decision = FUNDING_DECISIONS.find((name) => name === what);
    const move = MOVES.find((name) => name === what);
    if (decision) requests[who] = staged(one, decision, { slots, others });
    else if (what === 'undo') requests[who] = { ...one, staged: null };
    else if (what === 'tell' && one.staged)
      requests[who] = { state: fundingMoved(one.state, one.staged), staged: null };
    else if (move) requests[who] = { state: fundingMoved(one.state, move), staged: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

it('asking is open from the opening to the closing', () => {
  const [opensAt, closesAt] = [new Date('2030-01-01T00:00:00Z'), new Date('2030-02-01T00:00:00Z')];
  const at = (time: string) => isAskingOpen({ opensAt, closesAt }, new Date(time));
  expect([at('2029-12-31T23:59:59Z'), at('2030-01-01T00:00:00Z'), at('2030-01-31T23:59:59Z')]).toEqual([
    false,
    true,
    true,
  ]);
  expect(at('2030-02-01T00:00:00Z')).toBe(false);
});

it('the waitlist goes by the mean of the reviews, then by who asked first', () => {
  const asked = (id: string, mean: number | null, day: number) => ({
    id,
    mean,
    askedAt: new Date(Date.UTC(2030, 0, day)),
  });
  const rows = [asked('late', 3, 4), asked('none', null, 1), asked('best', 3.5, 9), asked('early', 3, 2)];
  expect(byMean(rows).map(({ id }) => id)).toEqual(['best', 'early', 'late', 'none']);
});

describe('an obligation is missed', () => {
  const at = new Date('2030-03-02T00:00:00Z');
  it.each([
    ['on the day itself', '2030-03-01', null, null, false],
    ['the day after', '2030-02-28', null, null, true],
    ['not when it is met', '2030-02-28', null, at, false],
    ['not while the person’s word waits to be looked at', '2030-02-28', at, null, false],
  ])('%s', (_, dueOn, reportedAt, metAt, missed) => {
    expect(isMissed({ dueOn, reportedAt, metAt }, '2030-03-01')).toBe(missed);
  });
});
