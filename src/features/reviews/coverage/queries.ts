import type { UserActor } from '@/domain/actor';
import { coveredBy, type Member } from '@/domain/coverage';
import { dayOf } from '@/domain/dates';
import { listMade } from '@/mail/outbox';
import { loadReading, type CycleOf, type Reading } from '../assigning/queries';

/** What a member has left: what is asked of them; where nothing is assigned to anybody, what they have not read and still needs reviews. */
export function leftOf({ applications, wantedCount }: Reading, { id, closed, inForce, reads }: Member): number {
  if (!inForce) return 0;
  if (applications.some(({ assigned }) => assigned.length > 0))
    return applications.filter(({ waiting }) => waiting.includes(id)).length;
  if (!reads) return 0;
  return applications.filter(
    ({ personId, reviews, done }) =>
      !closed.includes(personId) && done.length < wantedCount && reviews.every(({ reviewerId }) => reviewerId !== id),
  ).length;
}

export const reminderKey = (cycleId: string, userId: string, day: string): string =>
  `review-reminder:${cycleId}:${userId}:${day}`;

/** Members who were written to on this day. */
async function listReminded(cycle: { id: string; timeZone: string }, members: readonly Member[], now: Date) {
  const day = dayOf(now, cycle.timeZone);
  const keys = new Map(members.map(({ id }) => [reminderKey(cycle.id, id, day), id]));
  const made = await listMade([...keys.keys()]);
  return new Set([...made].flatMap((key) => keys.get(key) ?? []));
}

/** Who has read what, who is asked, and what is short; nothing of people who are closed to the viewer. */
export async function getCoverage(cycle: CycleOf & { timeZone: string }, viewer: UserActor, now: Date) {
  const reading = await loadReading(cycle, viewer, now);
  const { applications, members, byId, wantedCount } = reading;
  const reminded = await listReminded(cycle, members, now);
  const nameOf = (id: string) => byId.get(id)?.name ?? '';
  const rows = applications.map(({ id, name, reference, role, reviews, done, waiting, ended }) => ({
    id,
    name,
    reference,
    role,
    concerns: reviews.filter(({ verdict }) => verdict === 'concern').length,
    questions: reviews.filter(({ verdict }) => verdict === 'question').length,
    covered: coveredBy({ done: done.length, waiting: waiting.length }, wantedCount),
    done: done.map(nameOf),
    waiting: waiting.map(nameOf),
    ended: ended.map(nameOf),
  }));
  return {
    open: reading.open,
    wantedCount,
    assigned: applications.some(({ assigned }) => assigned.length > 0),
    rows,
    members: members.map((member) => memberRow(reading, member, reminded)).filter(({ shown }) => shown),
  };
}
export type Coverage = Awaited<ReturnType<typeof getCoverage>>;

function memberRow(reading: Reading, member: Member, reminded: ReadonlySet<string>) {
  const { id, name, inForce, reads } = member;
  const of = (list: 'done' | 'waiting' | 'ended') =>
    reading.applications.filter((application) => application[list].includes(id)).length;
  const saved = reading.applications.flatMap(({ reviews }) =>
    reviews.flatMap(({ reviewerId, savedAt }) => (reviewerId === id ? [savedAt.getTime()] : [])),
  );
  const [done, waiting, ended] = [of('done'), of('waiting'), of('ended')];
  return {
    id,
    name,
    inForce,
    done,
    assigned: reading.applications.filter(({ assigned }) => assigned.includes(id)).length,
    left: leftOf(reading, member),
    /** Asked of them, and their term has ended. */
    ended,
    lastAt: saved.length > 0 ? new Date(Math.max(...saved)) : null,
    reminded: reminded.has(id),
    shown: (inForce && reads) || done + waiting + ended > 0,
  };
}
