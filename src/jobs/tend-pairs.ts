import { askForClosing } from '@/features/closing/reminding/commands';
import { nudgePairs } from '@/features/pairs/nudging/commands';
import { movePairsOn } from '@/features/pairs/year/commands';
import { clock } from '@/lib/clock';
import { log } from '@/lib/log';
import { newToken } from '@/lib/token';

/** Every ten minutes: pairs begin and are completed by their dates, are asked how it goes, and at the end how it was. */
export async function tendPairs(): Promise<void> {
  const actor = { kind: 'job', name: 'tend-pairs' } as const;
  const now = clock.now();
  const { started, completed } = await movePairsOn(actor, newToken, now);
  const { sent, opened } = await nudgePairs(actor, newToken, now);
  const asked = await askForClosing(actor, newToken, now);
  if (started + completed + sent + opened + asked > 0)
    log.info({ started, completed, sent: sent + asked, opened }, 'pairs tended');
}
