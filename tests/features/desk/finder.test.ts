import '../../support/database';
import pg from 'pg';
import { expect, it, vi } from 'vitest';
import type { UserActor } from '@/domain/actor';
import { db } from '@/db/client';
import { find } from '@/features/finder/queries';
import { readFound, wordsIn } from '@/features/finder/schema';
import { turnKeys } from '@/features/keys/commands';
import { createActor, createProgram, NOW } from '../../support/factories';
import { applied, crowd, desk, fencedFrom } from './desk';

const found = async (by: UserActor, typed: string) =>
  (
    await find(by, { ...desk().cycle, programId: desk().program.programId, blindReview: false }, wordsIn(typed), NOW)
  ).map(({ group, text }) => `${group}: ${text}`);
const people = async (by: UserActor, typed: string) =>
  (await found(by, typed)).filter((one) => !one.startsWith('Pages'));

it('finds people by the beginning or a part of their name, and by reference; staff the person, too', async () => {
  await applied({ person: { name: 'Marisol Zañartu' } });
  const id = await applied({ person: { name: 'Zan Ortega' } });
  expect(await people(desk().reviewer, 'zan')).toEqual(['Applications: Zan Ortega', 'Applications: Marisol Zañartu']);
  const { reference } = await db.application.findUniqueOrThrow({ where: { id } });
  expect(await people(desk().staff, (reference ?? '').toLowerCase())).toEqual([
    'Applications: Zan Ortega',
    'People: Zan Ortega',
  ]);
});

it('never finds drafts, answers, other programs or who is closed to the viewer', async () => {
  const id = await applied({ person: { name: 'Zan Ortega', answers: { name: 'Zan Ortega', city: 'Duluth' } } });
  await applied({ state: 'draft', person: { name: 'Zan Draft' } });
  expect(await people(desk().chair, 'zan')).toEqual(['Applications: Zan Ortega']);
  expect(await people(desk().chair, 'duluth')).toEqual([]);
  expect(await people(await fencedFrom(desk().chair, id), 'zan')).toEqual([]);
  expect(await found(await createActor(await createProgram(), 'chair'), 'zan')).toEqual([]);
});

it('offers the pages that are open to somebody, by their words', async () => {
  expect(await found(desk().chair, 'release')).toEqual(['Pages: Release the letters']);
  expect(await found(desk().reviewer, 'release')).toEqual([]);
  expect(await found(desk().reviewer, '')).toContain('Pages: Applications to review by me');
  expect(await found(desk().staff, '')).not.toContain('Pages: Applications to review by me');
  expect(await found(desk().staff, 'roster')).toEqual(['Pages: Who can take part: rules and roster']);
});

it.each(['%', '_', '\u0000', 'x'.repeat(10_000), "'; --", '🦉'])('takes %j as it stands', async (typed) => {
  await applied({ person: { name: 'Zan Ortega' } });
  expect(await people(desk().chair, typed)).toEqual(typed === '\u0000' ? await people(desk().chair, '') : []);
});

it('asks the database once, and answers with eight people at most', async () => {
  await crowd(300);
  const asked = vi.spyOn(pg.Client.prototype, 'query');
  const answer = await people(desk().chair, 'a');
  expect(asked).toHaveBeenCalledOnce();
  asked.mockRestore();
  expect(answer).toHaveLength(8);
});

it('reads of an answer only what is one', () => {
  const one = { group: 'Pages', href: '/', text: 'Home', more: '' };
  expect([readFound([one, null, 'x', { href: '/' }]), readFound({ problem: 1 })]).toEqual([[one], []]);
});

const hasKeys = async ({ userId }: UserActor) =>
  (await db.user.findUniqueOrThrow({ where: { id: userId }, select: { shortcuts: true } })).shortcuts;

it('keeps keys of one letter off until somebody turns them on for themselves', async () => {
  expect(await hasKeys(desk().chair)).toBe(false);
  await turnKeys(desk().chair, { on: 'yes' }, NOW);
  expect([await hasKeys(desk().chair), await hasKeys(desk().reviewer)]).toEqual([true, false]);
  await turnKeys(desk().chair, { on: 'no' }, NOW);
  expect(await hasKeys(desk().chair)).toBe(false);
  await expect(turnKeys({ ...desk().chair, grants: [] }, { on: 'yes' }, NOW)).rejects.toMatchObject({
    code: 'actor.forbidden',
  });
});
