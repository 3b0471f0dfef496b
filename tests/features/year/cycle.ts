import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { setUpCycle } from '@/features/cycles/setting-up/commands';
import { setUpSchema } from '@/features/cycles/setting-up/schema';
import { createActor, createProgram, type TestProgram } from '../../support/factories';
import { at, ZONE } from './clock';
import { makeKey } from './worker';

/** Both clock changes and a leap day lie between the call and the last question. */
export const DAYS = {
  opensOn: '2031-09-08',
  closesOn: '2031-10-13',
  mentorsCloseOn: '',
  matchingOn: '2031-10-20',
  announceOn: '2031-11-10',
  startsOn: '2031-11-24',
  endsOn: '2032-09-24',
  archivesOn: '2032-10-24',
  waitlistOn: '2032-01-05',
  identityDeleteOn: '2032-02-02',
};
const NEXT_DAYS = {
  opensOn: '2032-11-08',
  closesOn: '2032-12-13',
  mentorsCloseOn: '',
  matchingOn: '2032-12-20',
  announceOn: '2033-01-10',
  startsOn: '2033-01-24',
  endsOn: '2033-11-24',
  archivesOn: '2033-12-24',
  waitlistOn: '2033-03-07',
  identityDeleteOn: '2033-04-04',
};

export type House = {
  program: TestProgram;
  staff: UserActor;
  second: UserActor;
  chair: UserActor;
  reviewer: UserActor;
};

export async function foundHouse(): Promise<House> {
  const program = await createProgram();
  return {
    program,
    staff: await createActor(program, 'staff'),
    second: await createActor(program, 'staff'),
    chair: await createActor(program, 'chair'),
    reviewer: await createActor(program, 'reviewer'),
  };
}

type New = { code: string; name: string; from?: string; days: typeof DAYS };

/** As the page of staff does it, and the worker after it. */
async function setUp({ program, staff }: House, { from = '', ...given }: New, now: Date) {
  const { programId } = program;
  const fixed = { programId, from, timeZone: ZONE, hasIdentity: 'yes', confirmation: 'both_after', confirmDays: '7' };
  const code = await setUpCycle(staff, setUpSchema.parse({ ...fixed, ...given }), now);
  const { id } = await db.cycle.findUniqueOrThrow({ where: { code } });
  await makeKey(id);
  return getCycle(id);
}

export async function getCycle(id: string) {
  const cycle = await db.cycle.findUniqueOrThrow({ where: { id }, include: { program: true } });
  const { publicKey, keyId } = cycle;
  return { ...cycle, publicKey: publicKey ?? new Uint8Array(), keyId: keyId ?? '' };
}
export type YearCycle = Awaited<ReturnType<typeof getCycle>>;

export const setUpYear = (house: House) =>
  setUp(house, { code: 'F31', name: 'Fall 2031', days: DAYS }, at('2031-09-01'));

export const setUpNext = (house: House, from: string, now: Date) =>
  setUp(house, { code: 'F32', name: 'Fall 2032', from, days: NEXT_DAYS }, now);
