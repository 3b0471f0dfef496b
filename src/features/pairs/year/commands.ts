import { db, type Tx } from '@/db/client';
import { recordEvent } from '@/db/events';
import type { Actor } from '@/domain/actor';
import { languageIn } from '@/domain/language';
import { matchMoved } from '@/domain/match';
import { authorize } from '@/domain/permissions';
import { shownName } from '@/features/applications/schema';
import { appUrl } from '@/lib/env';
import { inLanguage } from '@/lib/language';
import { paths } from '@/lib/paths';
import { signatureOf } from '@/mail/compose';
import { enqueue } from '@/mail/outbox';
import { pairStartMail } from '@/mail/templates/pair';
import { createPairLink, pairUrl } from '../links/commands';
import { matchState } from '../schema';
import { listToComplete, listToStart, type YearMatch } from './queries';

const OTHER = { mentor: 'mentee', mentee: 'mentor' } as const;
type Side = keyof typeof OTHER;

/** Moves a match as the calendar says. @returns false when somebody was faster */
async function moveByDate(tx: Tx, actor: Actor, match: YearMatch, move: 'start' | 'complete', now: Date) {
  const { id, version, organizationId, cycleId } = match;
  const state = matchState.parse(match.state);
  const at = move === 'start' ? { startedAt: now } : { endedAt: match.plan.cycle.endsAt };
  const { count } = await tx.match.updateMany({
    where: { id, state, version },
    data: { state: matchMoved(state, move), ...at, version: { increment: 1 } },
  });
  if (count === 0) return false;
  const action = move === 'start' ? 'match.started' : 'match.completed';
  await recordEvent(tx, { actor, organizationId, cycleId, subjectType: 'match', subjectId: id, action, at: now });
  return true;
}

/** Tells one of the two where their page is. */
async function welcome(tx: Tx, match: YearMatch, side: Side, newToken: () => string, now: Date): Promise<void> {
  const { id: matchId, organizationId, plan } = match;
  const [me, partner] = [match[side], match[OTHER[side]]];
  const token = newToken();
  const name = shownName(partner);
  const mail = inLanguage(languageIn(me.language), () =>
    pairStartMail(
      {
        cycleName: plan.cycle.name,
        partner: name,
        link: pairUrl(token),
        statusUrl: `${appUrl()}${paths.status()}`,
      },
      signatureOf(plan.cycle),
    ),
  );
  const to = { address: me.email, name: me.name };
  const letter = { ...mail, organizationId, key: `pair-start:${matchId}:${side}`, kind: 'pair', to };
  if (await enqueue(tx, { ...letter, personId: me.personId }, now))
    await createPairLink(tx, { organizationId, email: me.email, matchId, token }, now);
}

/**
 * Pairs that both confirmed begin with their cycle, and those at work are completed with its end. Only a confirmed one begins:
 * where nobody is asked for a yes, the letters confirm it. Safe to run as often as one likes.
 */
export async function movePairsOn(actor: Actor, newToken: () => string, now: Date) {
  authorize(actor, 'pair.move_on', {}, now);
  let [started, completed] = [0, 0];
  for (const match of await listToStart(now))
    await db.$transaction(async (tx) => {
      if (!(await moveByDate(tx, actor, match, 'start', now))) return;
      for (const side of ['mentor', 'mentee'] as const) await welcome(tx, match, side, newToken, now);
      started += 1;
    });
  for (const match of await listToComplete(now))
    await db.$transaction(async (tx) => {
      if (await moveByDate(tx, actor, match, 'complete', now)) completed += 1;
    });
  return { started, completed };
}
