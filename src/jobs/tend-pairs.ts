import { nudgePairs } from '@/features/pairs/nudging/commands';
import { movePairsOn } from '@/features/pairs/year/commands';
import { clock } from '@/lib/clock';
import { log } from '@/lib/log';
import { newToken } from '@/lib/token';

/** Every ten minutes: pairs begin and are completed by their dates, and are asked how it goes. */
export async function tendPairs(): Promise<void> {
  const actor = { kind: 'job', name: 'tend-pairs' } as const;
  const now = clock.now();
  const { started, completed } = await movePairsOn(actor, newToken, now);
  const { sent, opened } = await nudgePairs(actor, newToken, now);
  if (started + completed + sent + opened > 0) log.info({ started, completed, sent, opened }, 'pairs tended');
}
