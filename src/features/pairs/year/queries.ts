import { db } from '@/db/client';
import { signedColumns } from '@/mail/compose';

export const mailedSide = {
  select: { email: true, personId: true, language: true, state: true, answers: true, name: true },
} as const;

const yearColumns = {
  id: true,
  organizationId: true,
  cycleId: true,
  state: true,
  version: true,
  reference: true,
  mentor: mailedSide,
  mentee: mailedSide,
  plan: {
    select: { cycle: { select: { name: true, timeZone: true, endsAt: true, program: { select: signedColumns } } } },
  },
} as const;

const STAYED = { state: { not: 'withdrawn' } } as const;

/** Confirmed pairs whose cycle has begun, but for those one of whom has left. Whoever was found late begins at once. */
export const listToStart = (now: Date) =>
  db.match.findMany({
    where: {
      state: 'confirmed',
      contactStoppedAt: null,
      mentor: STAYED,
      mentee: STAYED,
      plan: { cycle: { startsAt: { lte: now }, endsAt: { gt: now } } },
    },
    select: yearColumns,
    orderBy: { id: 'asc' },
  });
export type YearMatch = Awaited<ReturnType<typeof listToStart>>[number];

/** Pairs at work whose cycle has ended. */
export const listToComplete = (now: Date) =>
  db.match.findMany({
    where: { state: 'active', plan: { cycle: { endsAt: { lte: now } } } },
    select: yearColumns,
    orderBy: { id: 'asc' },
  });
