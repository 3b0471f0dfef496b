import { db } from '@/db/client';
import { signedColumns } from '@/mail/compose';

/** Topics that were not sent, of cycles at work; whether it is their day says the rulebook. */
export const listWaiting = (now: Date) =>
  db.monthlyTopic.findMany({
    where: { doneAt: null, cycle: { startsAt: { lte: now }, endsAt: { gt: now } } },
    select: {
      id: true,
      organizationId: true,
      cycleId: true,
      sendOn: true,
      title: true,
      words: true,
      version: true,
      cycle: { select: { name: true, timeZone: true, program: { select: signedColumns } } },
    },
    orderBy: { sendOn: 'asc' },
  });
export type WaitingTopic = Awaited<ReturnType<typeof listWaiting>>[number];

const side = {
  select: {
    personId: true,
    email: true,
    name: true,
    language: true,
    state: true,
    person: { select: { nudgeOptOut: { select: { at: true } } } },
  },
} as const;

/** Both people of every pair at work, each once, but for those who have left or want no reminders. */
export async function listReaders(cycleId: string) {
  const rows = await db.match.findMany({
    where: { cycleId, state: 'active', contactStoppedAt: null },
    select: { id: true, mentor: side, mentee: side },
    orderBy: { id: 'asc' },
  });
  const all = rows.flatMap(({ id: matchId, mentor, mentee }) => [mentor, mentee].map((one) => ({ ...one, matchId })));
  const readers = all.flatMap(({ personId, state, person, ...one }) =>
    personId !== null && one.email !== '' && state !== 'withdrawn' && !person?.nudgeOptOut
      ? [{ ...one, personId }]
      : [],
  );
  return [...new Map(readers.toReversed().map((one) => [one.personId, one])).values()].toReversed();
}
export type Reader = Awaited<ReturnType<typeof listReaders>>[number];
