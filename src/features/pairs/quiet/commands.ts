import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import { keepLink } from '@/db/links';
import type { Actor } from '@/domain/actor';
import { authorize } from '@/domain/permissions';
import { appUrl } from '@/lib/env';
import { paths } from '@/lib/paths';

const LINK_DAYS = 120;
const DAY_MS = 86_400_000;

type Linking = { organizationId: string; email: string; matchId: string; token: string };

/**
 * Keeps the link of a reminder: it answers a check-in of this pair and stops reminders, by buttons, as often as one likes. It
 * opens nothing else.
 */
export async function createNudgeLink(tx: Tx, { organizationId, email, matchId, token }: Linking, now: Date) {
  const until = new Date(now.getTime() + LINK_DAYS * DAY_MS);
  await keepLink(tx, { purpose: 'pair_nudge', organizationId, email, subjectId: matchId, token, until }, now);
}

export const nudgeUrls = (token: string) => ({
  checkInUrl: (key: string, answer = '') => `${appUrl()}${paths.checkInLink(token, key, answer)}`,
  quietUrl: `${appUrl()}${paths.quietLink(token)}`,
  unsubscribeUrl: `${appUrl()}${paths.oneClickLink(token)}`,
  homeUrl: `${appUrl()}${paths.status()}`,
});

type Wish = { personId: string; organizationId: string; wanted: boolean };

/** Stops the reminders of somebody's pairs, or lets them come again. Letters about the match itself still come. */
export async function setNudges({ personId, organizationId, wanted }: Wish, now: Date): Promise<void> {
  const actor: Actor = { kind: 'participant', personId };
  authorize(actor, 'pair.keep', { personId }, now);
  await db.$transaction(async (tx) => {
    const { count } = wanted
      ? await tx.nudgeOptOut.deleteMany({ where: { personId } })
      : await tx.nudgeOptOut.createMany({ data: [{ personId, organizationId, at: now }], skipDuplicates: true });
    if (count === 0) return;
    const action = wanted ? 'nudges.wanted' : 'nudges.stopped';
    await recordEvent(tx, { actor, organizationId, subjectType: 'person', subjectId: personId, action, at: now });
  });
}

/** Whoever is one with somebody who wants no reminders wants none. */
export const moveQuiet = (tx: Tx, { keep, other }: { keep: string; other: string }): Promise<number> =>
  tx.$executeRaw`INSERT INTO nudge_opt_outs (person_id, organization_id, at)
    SELECT ${keep}::uuid, organization_id, at FROM nudge_opt_outs WHERE person_id = ${other}::uuid ON CONFLICT DO NOTHING`;
