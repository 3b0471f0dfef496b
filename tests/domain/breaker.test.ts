import { expect, it } from 'vitest';
import { saysOfServer } from '@/domain/breaker';
import type { MessageState } from '@/domain/message';
import { heldUntil, mayProbeAgain, minutesLeft, probeVerdict } from '@/domain/release';

it.each([
  ['accepted', '250 2.0.0 kept', 'well'],
  ['refused', '550 5.7.1 not from you', 'ill'],
  ['refused', '554 no', 'ill'],
  ['later', '421 4.3.2 closing', 'ill'],
  ['later', '535 5.7.8 who are you', 'ill'],
  ['unknown', 'Connection closed', 'ill'],
  ['offline', 'connect ECONNREFUSED', 'ill'],
  ['refused', '550 5.1.1 no such user', null],
  ['later', '452 4.2.2 mailbox full', null],
  ['later', '450 4.7.1 greylisted', null],
])('%s with "%s" says of the server: %s', (result, reply, says) => {
  expect(saysOfServer(result, reply)).toBe(says);
});

it.each<[MessageState[], string]>([
  [['accepted', 'accepted'], 'accepted'],
  [['accepted', 'queued'], 'waiting'],
  [['accepted', 'deferred'], 'waiting'],
  [['uncertain', 'sending'], 'waiting'],
  [['accepted', 'failed'], 'refused'],
  [['queued', 'bounced'], 'refused'],
  [['accepted', 'suppressed'], 'refused'],
  [['accepted', 'stopped'], 'refused'],
])('trial letters %j: %s', (states, verdict) => {
  expect(probeVerdict(states)).toBe(verdict);
});

it.each<[MessageState[], boolean]>([
  [['accepted', 'accepted'], false],
  [['queued', 'sending'], false],
  [['accepted', 'failed'], true],
  [['accepted', 'deferred'], true],
  [['accepted', 'uncertain'], true],
])('trial letters %j may go again: %s', (states, may) => {
  expect(mayProbeAgain(states)).toBe(may);
});

it('holds until the later of the hold and the moment that was set', () => {
  const at = (minute: number) => new Date(Date.UTC(2030, 0, 7, 9, minute));
  expect(heldUntil(at(0), 10, null)).toEqual(at(10));
  expect(heldUntil(at(0), 10, at(5))).toEqual(at(10));
  expect(heldUntil(at(0), 10, at(45))).toEqual(at(45));
});

it.each([
  [100, 50, 2],
  [101, 50, 3],
  [3, 1000, 1],
  [0, 50, null],
  [100, 0, null],
])('%i letters at %i a minute take %j minutes', (waiting, lastMinute, minutes) => {
  expect(minutesLeft(waiting, lastMinute)).toBe(minutes);
});
