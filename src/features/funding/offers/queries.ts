import { db } from '@/db/client';
import { dayOf } from '@/domain/dates';
import { isMissed } from '@/domain/funding';
import { criteriaLines, promisedLines } from '@/domain/funding-offer';
import { findOffer } from '../asking/queries';

type Cycle = { id: string; timeZone: string };

/** The offer as the form of staff shows it; null when there is none. */
export async function findOfferForm({ id, timeZone }: Cycle) {
  const offer = await findOffer(id);
  if (!offer) return null;
  const day = (at: Date) => dayOf(at, timeZone);
  return {
    version: offer.version,
    opensAt: offer.opensAt,
    closesAt: offer.closesAt,
    values: {
      name: offer.name,
      slots: String(offer.slots),
      opensOn: day(offer.opensAt),
      closesOn: day(offer.closesAt),
      decideOn: day(offer.decideBy),
      waitlistOn: day(offer.waitlistUntil),
      criteria: criteriaLines(offer.criteria),
      obligations: promisedLines(offer.obligations),
    },
  };
}
export type OfferForm = NonNullable<Awaited<ReturnType<typeof findOfferForm>>>;

/** Obligations whose day has passed: all that staff are told of funded memberships, so that somebody can ask. */
export async function listMissed({ id, timeZone }: Cycle, now: Date) {
  const today = dayOf(now, timeZone);
  const rows = await db.fundingObligation.findMany({
    where: {
      request: { offer: { cycleId: id }, state: { in: ['awarded', 'bought'] } },
      dueOn: { lt: new Date(`${today}T00:00:00Z`) },
    },
    select: {
      id: true,
      title: true,
      dueOn: true,
      reportedAt: true,
      metAt: true,
      request: { select: { person: { select: { name: true, email: true } } } },
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  return rows
    .map(({ request, dueOn, ...row }) => ({ ...row, ...request.person, dueOn: dueOn.toISOString().slice(0, 10) }))
    .filter((row) => isMissed(row, today))
    .map(({ id: key, name, email, title, dueOn }) => ({ key, name, email, title, dueOn }));
}
export type MissedRow = Awaited<ReturnType<typeof listMissed>>[number];
