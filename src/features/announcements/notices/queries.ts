import { z } from 'zod';
import { db, type Prisma, type Tx } from '@/db/client';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { APPLICATION_STATES } from '@/domain/application';
import { TOLD } from '@/domain/match';
import { MESSAGE_STATES } from '@/domain/message';
import { ROLES } from '@/domain/mentoring';
import { sortAudience, STANDINGS, type NoticePerson, type Sorted } from '@/domain/notice';
import { shownName } from '@/features/applications/schema';
import { getAnnouncementCycle } from '../queries';
import { findSuppressed } from '../addresses/queries';

const rowSchema = z.object({
  roles: z.array(z.enum(ROLES)),
  standing: z.enum(STANDINGS),
  state: z.enum(['draft', 'sent', 'stopped']),
});
const outcome = z.enum(['matched', 'waitlisted', 'not_matched', 'declined', 'later']);

/** A notice of a cycle; null for another cycle's. */
export async function findNotice(cycleId: string, id: string, tx: Tx = db) {
  const row = await tx.notice.findFirst({ where: { id, cycleId } });
  return row && { ...row, ...rowSchema.parse(row) };
}
export type NoticeView = NonNullable<Awaited<ReturnType<typeof findNotice>>>;

export const listNotices = (cycleId: string) =>
  db.notice.findMany({
    where: { cycleId },
    select: { id: true, subject: true, state: true, letterCount: true, sentAt: true, updatedAt: true, holdUntil: true },
    orderBy: { updatedAt: 'desc' },
  });

/**
 * What an application was told last and still holds: a match that fell through is none, and an outcome of a release that did not
 * go out was never told.
 */
const toldColumns = {
  select: { outcome: true },
  where: { release: { state: { in: ['sending', 'done'] } } },
  orderBy: { release: { requestedAt: 'desc' } },
  take: 1,
} satisfies Prisma.Application$outcomesArgs;
const standingMatch = {
  where: { state: { in: [...TOLD] } },
  select: { id: true },
  take: 1,
} satisfies Prisma.Application$matchesAsMentorArgs;

/** Everybody who has a form in the cycle, by name. Whose address is not theirs for sure is among them: they sent it themselves. */
export async function listPeople(tx: Tx, cycleId: string): Promise<NoticePerson[]> {
  const { organizationId } = await getAnnouncementCycle(tx, cycleId);
  const rows = await tx.application.findMany({
    where: { cycleId, personId: { not: null } },
    select: {
      personId: true,
      person: { select: { email: true } },
      role: true,
      state: true,
      name: true,
      answers: true,
      outcomes: toldColumns,
      matchesAsMentor: standingMatch,
      matchesAsMentee: standingMatch,
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const refused = await findSuppressed(tx, organizationId, [
    ...new Set(rows.flatMap(({ person }) => person?.email ?? [])),
  ]);
  const people = new Map<string, NoticePerson & { applications: NoticePerson['applications'][number][] }>();
  for (const { personId, person, name, answers, role, state, outcomes, ...row } of rows) {
    if (!personId || !person) continue;
    const said = outcomes[0] ? outcome.parse(outcomes[0].outcome) : null;
    const holds = row.matchesAsMentor.length + row.matchesAsMentee.length > 0;
    const shown = shownName({ name, answers }) || person.email;
    const known = people.get(personId) ?? {
      personId,
      name: shown,
      email: person.email,
      applications: [],
      refused: refused.has(person.email),
    };
    known.applications.push({
      role: z.enum(ROLES).parse(role),
      state: z.enum(APPLICATION_STATES).parse(state),
      told: said === 'matched' && !holds ? null : said,
    });
    people.set(personId, known);
  }
  return [...people.values()];
}

/** Who would get a notice and who not, without those who are closed to the viewer; `hidden` counts these among the first. */
export async function listAudience(notice: NoticeView, viewer: UserActor) {
  const sorted = sortAudience(await listPeople(db, notice.cycleId), notice);
  const open = (all: Sorted[]) => all.filter(({ person }) => !isClosedTo(viewer, person.personId));
  const shown = { in: open(sorted.in), out: open(sorted.out) };
  return { ...shown, count: sorted.in.length, hidden: sorted.in.length - shown.in.length };
}
export type AudienceView = Awaited<ReturnType<typeof listAudience>>;

/** In whose name it goes out. */
export const getSender = (cycleId: string) => getAnnouncementCycle(db, cycleId);

/** The mails of a notice that was sent, with where each stands; `counts` is of all, and of one that went again only the last. */
export async function listSent(noticeId: string, viewer: UserActor) {
  const rows = await db.outboxMessage.findMany({
    where: { noticeId },
    select: { id: true, personId: true, toName: true, toAddress: true, state: true, replacedById: true },
    orderBy: [{ toName: 'asc' }, { id: 'asc' }],
  });
  const counts: Partial<Record<string, number>> = {};
  for (const { state, replacedById } of rows) if (replacedById === null) counts[state] = (counts[state] ?? 0) + 1;
  return {
    counts,
    mails: rows
      .filter(({ personId }) => !isClosedTo(viewer, personId))
      .map(({ id, toName, toAddress, state }) => ({
        id,
        toName,
        toAddress,
        state: z.enum(MESSAGE_STATES).parse(state),
      })),
  };
}
export type Sent = Awaited<ReturnType<typeof listSent>>;
