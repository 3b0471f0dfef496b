import { db, type Tx } from '@/db/client';
import { isAskingOpen } from '@/domain/funding';
import { criteriaSchema, obligationsSchema, standingSchema } from '../schema';

const dates = { id: true, opensAt: true, closesAt: true, decideBy: true, waitlistUntil: true } as const;

/** Whether somebody may ask for a funded membership of this cycle now. */
export async function isFundingOpen(cycleId: string, now: Date): Promise<boolean> {
  const offer = await db.fundingOffer.findUnique({ where: { cycleId }, select: dates });
  return offer !== null && isAskingOpen(offer, now);
}

/** The offer of a cycle, with its JSON read; null when the cycle has none. */
export async function findOffer(cycleId: string) {
  const row = await db.fundingOffer.findUnique({
    where: { cycleId },
    select: { ...dates, name: true, slots: true, criteria: true, obligations: true, version: true, updatedAt: true },
  });
  return (
    row && {
      ...row,
      criteria: criteriaSchema.parse(row.criteria),
      obligations: obligationsSchema.parse(row.obligations),
    }
  );
}
export type FundingOffer = NonNullable<Awaited<ReturnType<typeof findOffer>>>;

/** Whether this person has an application in the cycle that was sent and not withdrawn. */
export const hasApplied = async (tx: Tx, cycleId: string, personId: string): Promise<boolean> =>
  (await tx.application.count({ where: { cycleId, personId, state: { notIn: ['draft', 'withdrawn'] } } })) > 0;

const ownColumns = {
  id: true,
  why: true,
  use: true,
  couldJoin: true,
  selfDescription: true,
  selfConsentAt: true,
  state: true,
  askedAt: true,
  toldAt: true,
  version: true,
  offer: {
    select: {
      ...dates,
      cycle: { select: { id: true, code: true, name: true, timeZone: true, program: { select: { name: true } } } },
    },
  },
  obligations: {
    select: { id: true, title: true, dueOn: true, note: true, reportedAt: true, metAt: true },
    orderBy: { position: 'asc' },
  },
} as const;

/** A person's own requests, as they were told of them: what is decided and not told is not in it. */
export async function listOwnRequests(personId: string) {
  const rows = await db.fundingRequest.findMany({
    where: { personId },
    select: ownColumns,
    orderBy: { askedAt: 'desc' },
  });
  return rows.map(({ obligations, ...row }) => ({
    ...row,
    state: standingSchema.shape.state.parse(row.state),
    obligations: obligations.map((one) => ({ ...one, dueOn: one.dueOn.toISOString().slice(0, 10) })),
  }));
}
export type OwnRequest = Awaited<ReturnType<typeof listOwnRequests>>[number];

/** What a person sees of the funded memberships of the cycles they applied in: an offer, their request, or both. */
export async function listFundingFor(personId: string, cycleIds: readonly string[], now: Date) {
  const [requests, offers] = await Promise.all([
    listOwnRequests(personId),
    db.fundingOffer.findMany({
      where: {
        cycleId: { in: [...cycleIds] },
        cycle: { applications: { some: { personId, state: { notIn: ['draft', 'withdrawn'] } } } },
      },
      select: { ...dates, cycle: { select: { id: true, code: true, name: true, timeZone: true } } },
    }),
  ]);
  const asked = requests.map(({ offer, ...request }) => ({ offer, request }));
  const open = offers
    .filter((offer) => isAskingOpen(offer, now) && requests.every((request) => request.offer.id !== offer.id))
    .map((offer) => ({ offer, request: null }));
  return [...open, ...asked];
}
export type FundingEntry = Awaited<ReturnType<typeof listFundingFor>>[number];

/** What one person sees at the offer of a cycle; null when the cycle has none. */
export async function findAsking(cycleId: string, personId: string) {
  const offer = await findOffer(cycleId);
  if (!offer) return null;
  const [requests, applied] = await Promise.all([listOwnRequests(personId), hasApplied(db, cycleId, personId)]);
  return { offer, applied, request: requests.find((request) => request.offer.id === offer.id) ?? null };
}
export type Asking = NonNullable<Awaited<ReturnType<typeof findAsking>>>;

/** Whose funded membership of this cycle is bought. Only for rules that name nobody. */
export async function listBought(cycleId: string): Promise<string[]> {
  const rows = await db.fundingRequest.findMany({
    where: { state: 'bought', offer: { cycleId } },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId);
}
