import { db, type Tx } from '@/db/client';
import { BREAK_AFTER } from '@/domain/breaker';
import { formatDay } from '@/domain/dates';
import { preflight, type PreflightPoint } from '@/domain/letters/preflight';
import { RELEASE_STATES, STOP_REASONS } from '@/domain/release';
import { isClosedTo, type UserActor } from '@/domain/actor';
import { z } from 'zod';
import { displayName, type ReleasePlan } from '@/domain/letters/release-plan';
import { listProposalFaults } from '@/features/pairs/proposals/queries';
import { findSuppressed } from '../addresses/queries';
import { getReleaseInput, writeAll } from '../queries';

const stateSchema = z.enum(RELEASE_STATES);
const reasonSchema = z.enum(STOP_REASONS).nullable();

async function placesOf(tx: Tx, cycleId: string): Promise<Map<string, number>> {
  const rows = await tx.application.findMany({
    where: { cycleId, role: 'mentor', state: { notIn: ['draft', 'withdrawn'] } },
    select: { id: true, places: true },
  });
  return new Map(rows.map(({ id, places }) => [id, places]));
}

/**
 * Draft, letters and the list of what is still open, all from one moment.
 *
 * @param beginsAt when the letters begin to go, where that was set: people have their days to answer from then on
 */
export async function getPreflight(cycleId: string, now: Date, tx: Tx = db, beginsAt: Date | null = null) {
  const draft = await getReleaseInput(tx, cycleId, now, { beginsAt });
  const letters = await writeAll(draft);
  const badAddresses = await findSuppressed(
    tx,
    draft.cycle.organizationId,
    letters.map(({ email }) => email),
  );
  const { timeZone, confirmation } = draft.cycle;
  const asksFirst = confirmation === 'ask_mentors_first';
  const unanswered = asksFirst ? await listProposalFaults(tx, cycleId, (at) => formatDay(at, timeZone)) : null;
  const places = await placesOf(tx, cycleId);
  const points: PreflightPoint[] = preflight({ ...draft, letters, places, badAddresses, unanswered });
  return { draft, letters, points };
}
export type Preflight = Awaited<ReturnType<typeof getPreflight>>;

const userName = async (id: string | null) =>
  id ? ((await db.user.findUnique({ where: { id }, select: { name: true } }))?.name ?? '') : '';

const releaseColumns = {
  id: true,
  state: true,
  letterCount: true,
  holdMinutes: true,
  paused: true,
  holdUntil: true,
  beginsAt: true,
  probes: true,
  requestedById: true,
  requestedAt: true,
  confirmedById: true,
  confirmedAt: true,
  stoppedById: true,
  stoppedAt: true,
  stopReason: true,
  version: true,
} as const;

/** The release that stands, or the last one that was stopped; null when none was ever asked for. */
export async function findRelease(cycleId: string) {
  const rows = await db.release.findMany({
    where: { cycleId },
    select: releaseColumns,
    orderBy: { requestedAt: 'desc' },
    take: 5,
  });
  const release = rows.find(({ state }) => state !== 'stopped') ?? rows[0];
  if (!release) return null;
  const [requestedBy, confirmedBy, stoppedBy] = [
    await userName(release.requestedById),
    await userName(release.confirmedById),
    await userName(release.stoppedById),
  ];
  const stopReason = reasonSchema.parse(release.stopReason);
  return { ...release, state: stateSchema.parse(release.state), stopReason, requestedBy, confirmedBy, stoppedBy };
}
export type ReleaseView = NonNullable<Awaited<ReturnType<typeof findRelease>>>;

/** Letters of a release by the state of their mail; of one that went again to another address only the last counts. */
export async function countByState(
  releaseId: string,
  which: 'last' | 'every' = 'last',
): Promise<Partial<Record<string, number>>> {
  const where = which === 'last' ? { releaseId, replacedById: null } : { releaseId };
  const groups = await db.outboxMessage.groupBy({ by: ['state'], where, _count: true });
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
}

/** The open points as this viewer may read them: of people who are closed to them only how many there are. */
export function readPoints({ points, draft }: Preflight, viewer: UserActor): PreflightPoint[] {
  const names = draft.input.applications
    .filter(({ personId }) => isClosedTo(viewer, personId))
    .flatMap((application) => [displayName(application), application.name, application.reference]);
  return points.map((point) => {
    const faults = point.faults.filter((fault) => !names.some((name) => name && fault.includes(name)));
    const hidden = point.faults.length - faults.length;
    return hidden > 0 ? { ...point, faults: [...faults, `${hidden} of people who are closed to you.`] } : point;
  });
}

/** Who would be told what, without those who are closed to the viewer and those who hear of them. */
export function listRecipients(release: ReleasePlan, viewer: UserActor) {
  const told = release.letters
    .filter(
      ({ personId, parts }) =>
        !isClosedTo(viewer, personId) && parts.every(({ partner }) => !isClosedTo(viewer, partner?.personId ?? null)),
    )
    .map(({ personId, name, email, parts }) => ({
      personId,
      name,
      email,
      parts: parts.map(({ kind, application, partner }) => ({
        kind,
        reference: application.reference,
        role: application.role,
        partner: partner?.name ?? '',
      })),
    }));
  const silent = release.silent
    .filter(({ personId }) => !isClosedTo(viewer, personId))
    .map(({ name, reference, state }) => ({ name, reference, state }));
  return { told, silent, hidden: release.letters.length - told.length };
}
export type Recipients = ReturnType<typeof listRecipients>;

const LAST_MS = 60_000;

/** Where the letters of a release are now, and how many were taken in the last minute. */
export async function getProgress(releaseId: string, now: Date) {
  const counts = await countByState(releaseId);
  const lastMinute = await db.outboxMessage.count({
    where: { releaseId, state: 'accepted', settledAt: { gt: new Date(now.getTime() - LAST_MS) } },
  });
  return { counts, lastMinute };
}

/** Why mails of a kind rest; null while the mail server takes them. */
export const findBreaker = (kind: string) =>
  db.mailBreaker.findFirst({
    where: { kind, failures: { gte: BREAK_AFTER } },
    select: { failures: true, reply: true, openUntil: true },
  });
