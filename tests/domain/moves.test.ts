import { describe, expect, it } from 'vitest';
import {
  APPLICATION_MOVES,
  APPLICATION_STATES,
  canMove,
  moved,
  outcomeOf,
  type ApplicationMove,
} from '@/domain/application';
import { MATCH_MOVES, MATCH_STATES, matchMoved, type MatchMove } from '@/domain/match';
import { MESSAGE_MOVES, canMoveMessage, type MessageMove, type MessageState } from '@/domain/message';
import { Refusal } from '@/domain/refusal';

const namesOf = <Name extends string>(moves: Record<string, unknown>, isName: (name: string) => name is Name): Name[] =>
  Object.keys(moves).filter(isName);
const applicationMoves = namesOf(APPLICATION_MOVES, (name): name is ApplicationMove => name in APPLICATION_MOVES);
const matchMoves = namesOf(MATCH_MOVES, (name): name is MatchMove => name in MATCH_MOVES);
const messageMoves = namesOf(MESSAGE_MOVES, (name): name is MessageMove => name in MESSAGE_MOVES);

describe('every move of an application', () => {
  const cases = APPLICATION_STATES.flatMap((state) => applicationMoves.map((move) => [state, move] as const));

  it.each(cases)('%s: %s', (state, move) => {
    const rule = APPLICATION_MOVES[move];
    if (rule?.from.includes(state)) expect(moved(state, move)).toBe(rule.to);
    else expect(() => moved(state, move)).toThrow(Refusal);
    expect(canMove(state, move)).toBe(rule?.from.includes(state) ?? false);
  });

  it('a draft is only ever sent or withdrawn, and what is withdrawn only put back', () => {
    const from = (state: (typeof APPLICATION_STATES)[number]) =>
      applicationMoves.filter((move) => canMove(state, move));
    expect(from('draft')).toEqual(['submit', 'withdraw']);
    expect(from('withdrawn')).toEqual(['reinstate']);
    for (const state of APPLICATION_STATES.filter((one) => one !== 'withdrawn'))
      expect(from(state)).toContain('withdraw');
  });
});

describe('every move of a match', () => {
  const cases = MATCH_STATES.flatMap((state) => matchMoves.map((move) => [state, move] as const));

  it.each(cases)('%s: %s', (state, move) => {
    const rule = MATCH_MOVES[move];
    if (rule?.from.includes(state)) expect(matchMoved(state, move)).toBe(rule.to);
    else expect(() => matchMoved(state, move)).toThrow(new Refusal('match.wrong_status'));
  });
});

describe('every move of a message', () => {
  it('never sends again what may have arrived', () => {
    const from = (state: MessageState) => messageMoves.filter((move) => canMoveMessage(state, move));
    expect(from('uncertain')).toEqual(['send_again', 'settle', 'bounce']);
    expect([from('failed'), from('bounced'), from('stopped')]).toEqual([[], [], []]);
    expect(from('accepted')).toEqual(['bounce']);
    expect(from('suppressed')).toEqual([]);
  });
});

describe('outcomeOf', () => {
  const LATER = new Date('2030-03-01T00:00:00Z');
  it.each([
    [{ role: 'mentee', state: 'draft', matched: false, laterBy: null }, null],
    [{ role: 'mentee', state: 'withdrawn', matched: true, laterBy: null }, null],
    [{ role: 'mentee', state: 'declined', matched: false, laterBy: null }, 'declined'],
    [{ role: 'mentor', state: 'submitted', matched: false, laterBy: null }, 'blocked'],
    [{ role: 'mentor', state: 'needs_information', matched: false, laterBy: LATER }, 'later'],
    [{ role: 'mentor', state: 'accepted', matched: true, laterBy: null }, 'matched'],
    [{ role: 'mentee', state: 'accepted', matched: false, laterBy: null }, 'waitlisted'],
    [{ role: 'mentee', state: 'hold', matched: false, laterBy: null }, 'waitlisted'],
    [{ role: 'mentor', state: 'accepted', matched: false, laterBy: null }, 'not_matched'],
  ] as const)('%j is told %s', (application, outcome) => {
    expect(outcomeOf(application)).toBe(outcome);
  });
});
