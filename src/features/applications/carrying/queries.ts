import { db } from '@/db/client';
import { ASK_DAYS, isWithoutMatch, maySay } from '@/domain/carry';
import { ROLES } from '@/domain/mentoring';
import { signedColumns } from '@/mail/compose';
import { hashToken } from '@/lib/token';
import { releasedOutcomes } from '../status/queries';

const DAY_MS = 86_400_000;

const asked = {
  id: true,
  organizationId: true,
  personId: true,
  role: true,
  email: true,
  name: true,
  language: true,
  cycle: {
    select: {
      id: true,
      name: true,
      timeZone: true,
      opensAt: true,
      waitlistUntil: true,
      releasedAt: true,
      program: { select: { slug: true, ...signedColumns } },
    },
  },
} as const;

const readable = { state: { notIn: ['draft', 'withdrawn'] }, email: { not: '' } };

/** Applications whose waitlist ended a short while ago, that found no match and that have not been asked about the next cycle. */
export async function listToAsk(now: Date) {
  const since = new Date(now.getTime() - ASK_DAYS * DAY_MS);
  const rows = await db.application.findMany({
    where: {
      ...readable,
      carryWish: null,
      cycle: { releasedAt: { lte: now }, waitlistUntil: { lte: now, gt: since } },
    },
    select: asked,
    orderBy: { id: 'asc' },
  });
  const told = await releasedOutcomes(
    rows.map(({ id }) => id),
    now,
  );
  return rows.filter(({ id }) => isWithoutMatch(told.get(id)?.outcome ?? null));
}
export type ToAsk = Awaited<ReturnType<typeof listToAsk>>[number];

/** An application that may be carried over, with what was said so far; null when it may not be. */
export async function findCarried(applicationId: string, now: Date) {
  const row = await db.application.findFirst({
    where: { id: applicationId, ...readable },
    select: { ...asked, carryWish: { select: { wanted: true, begunAt: true } } },
  });
  const told = row && (await releasedOutcomes([row.id], now)).get(row.id);
  const role = ROLES.find((one) => one === row?.role);
  if (!row || !role || !maySay(told?.outcome ?? null, row.cycle, now)) return null;
  return { ...row, role };
}
export type Carried = NonNullable<Awaited<ReturnType<typeof findCarried>>>;

/** What a mailed link is about: the question, or the form that was begun; null when it has ended. */
export async function findCarryLink(token: string, now: Date) {
  const link = await db.token.findFirst({
    where: { tokenHash: hashToken(token), purpose: { in: ['carry', 'carried'] }, usedAt: null, expiresAt: { gt: now } },
    select: { purpose: true, subjectId: true },
  });
  return link?.subjectId ? { isQuestion: link.purpose === 'carry', subjectId: link.subjectId } : null;
}

/** Where a form that was begun for somebody stands; null when it is gone. */
export const findBegun = (draftId: string) =>
  db.draft.findUnique({ where: { id: draftId }, select: { role: true, cycle: { select: { code: true } } } });

/** Wishes of earlier cycles of programs that take applications at `now`, not acted on yet. */
export const listWanted = (now: Date) =>
  db.carryWish.findMany({
    where: {
      wanted: true,
      begunAt: null,
      application: {
        ...readable,
        cycle: {
          program: {
            cycles: {
              some: { opensAt: { lte: now }, OR: [{ closesAt: { gt: now } }, { mentorsCloseAt: { gt: now } }] },
            },
          },
        },
      },
    },
    select: {
      id: true,
      application: {
        select: {
          id: true,
          role: true,
          email: true,
          name: true,
          language: true,
          personId: true,
          answers: true,
          cycle: { select: { programId: true, opensAt: true, name: true } },
        },
      },
    },
    orderBy: { id: 'asc' },
  });
export type Wanted = Awaited<ReturnType<typeof listWanted>>[number];

/** The code of the cycle of a program that takes applications at `now` and began after another; null when there is none. */
export const findOpenAfter = (programId: string, opensAt: Date, now: Date) =>
  db.cycle.findFirst({
    where: {
      programId,
      opensAt: { lte: now, gt: opensAt },
      OR: [{ closesAt: { gt: now } }, { mentorsCloseAt: { gt: now } }],
    },
    select: { code: true },
    orderBy: { opensAt: 'desc' },
  });
