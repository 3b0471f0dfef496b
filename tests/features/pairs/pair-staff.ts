import { beforeEach } from 'vitest';
import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { movePair } from '@/features/pairs/desk/commands';
import { findPairFor } from '@/features/pairs/desk/queries';
import { newId } from '@/lib/id';
import { freezeClock } from '../../support/database';
import { createActor, createProgram, NOW, type TestProgram } from '../../support/factories';
import { setClock } from '../applications/browser';
import { createPair, QUILL_AND_LARK } from './pair-ground';

/** A pair and those who look after it; new for every test. */
export let program: TestProgram;
export let pair: Awaited<ReturnType<typeof createPair>>;
export let staff: UserActor;
export let chair: UserActor;
export let liaison: UserActor;
beforeEach(async () => {
  setClock(NOW);
  await freezeClock(NOW);
  program = await createProgram();
  pair = await createPair(program, QUILL_AND_LARK);
  staff = await createActor(program, 'staff');
  chair = await createActor(program, 'chair');
  liaison = await createActor(program, 'reviewer', 'Lia Owl');
});

export const personOf = async (applicationId: string) =>
  (await db.application.findUniqueOrThrow({ where: { id: applicationId } })).personId ?? '';
export const cycleOf = () => db.cycle.findUniqueOrThrow({ where: { id: pair.cycle.id } });
export const fenced = (actor: UserActor, personId: string): UserActor => ({
  ...actor,
  closed: [...actor.closed, personId],
});
export const pageFor = async (viewer: UserActor, now = NOW) =>
  findPairFor(await cycleOf(), pair.matchId, { viewer, now });
export const stand = () => db.match.findUniqueOrThrow({ where: { id: pair.matchId } });

export async function move(
  actor: UserActor,
  move: 'hold' | 'resume' | 'end_early',
  over: { version?: number; tell?: 'yes' } = {},
) {
  const { version } = await stand();
  await movePair(actor, { matchId: pair.matchId, version, move, reason: 'They asked.', ...over }, NOW);
}

export const openTask = async (over: { reader?: string; kind?: string; words?: string } = {}) => {
  const id = newId(NOW);
  const { organizationId } = program;
  await db.pairTask.create({
    data: { id, organizationId, matchId: pair.matchId, kind: 'help', about: '', openedAt: NOW, ...over },
  });
  return id;
};
