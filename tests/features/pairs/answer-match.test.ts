import { beforeEach, expect, it } from 'vitest';
import { db } from '@/db/client';
import { showMatch, takeMatchAnswer } from '@/features/pairs/handlers';
import { createProgram, NOW } from '../../support/factories';
import { setClock } from '../applications/browser';
import { createLinkedMatch } from './linked-match';

let tokens = { mentor: '', mentee: '' };
let matchId = '';

beforeEach(async () => {
  setClock(NOW);
  ({ tokens, matchId } = await createLinkedMatch(await createProgram()));
});

const say = (side: 'mentor' | 'mentee', answer: string, reason = '') =>
  takeMatchAnswer(
    new Request('http://localhost:3000/confirm', {
      method: 'POST',
      body: new URLSearchParams({ answer, reason }),
      headers: { origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
    }),
    tokens[side],
  );
const match = () =>
  db.match.findUniqueOrThrow({
    where: { id: matchId },
    select: { state: true, mentorAnswer: true, menteeAnswer: true, endedReason: true },
  });

it('opening the link shows the partner and changes nothing', async () => {
  const mentee = await db.application.findFirstOrThrow({ where: { role: 'mentee' }, select: { name: true } });
  const page = await (await showMatch(tokens.mentor)).text();
  expect(page).toContain(mentee.name);
  expect(await match()).toEqual({ state: 'announced', mentorAnswer: '', menteeAnswer: '', endedReason: '' });
});

it.each([
  [
    ['mentor', 'mentee'],
    ['mentor_confirmed', 'confirmed'],
  ],
  [
    ['mentee', 'mentor'],
    ['announced', 'confirmed'],
  ],
] as const)('two yeses confirm it, %j first', async (sides, states) => {
  for (const [n, side] of sides.entries()) {
    expect((await say(side, 'yes')).status).toBe(303);
    expect((await match()).state).toBe(states[n]);
  }
  await say('mentor', 'yes');
  expect(await match()).toEqual({ state: 'confirmed', mentorAnswer: 'yes', menteeAnswer: 'yes', endedReason: '' });
});

it('one no declines it, with the reason for staff, and the other side can no longer say yes', async () => {
  await say('mentee', 'no', 'A new job');
  expect(await match()).toEqual({ state: 'declined', mentorAnswer: '', menteeAnswer: 'no', endedReason: 'A new job' });
  expect((await say('mentor', 'yes')).status).toBe(409);
  expect(await (await showMatch(tokens.mentor)).text()).not.toContain('A new job');
});

it('a link that has ended opens nothing', async () => {
  setClock(new Date(NOW.getTime() + 8 * 86_400_000));
  expect((await showMatch(tokens.mentor)).status).toBe(410);
});
