import { movePairsOn } from '@/features/pairs/year/commands';
import { clock } from '@/lib/clock';
import { log } from '@/lib/log';
import { newToken } from '@/lib/token';

/** Every ten minutes: pairs begin and are completed by their dates. */
export async function tendPairs(): Promise<void> {
  const actor = { kind: 'job', name: 'tend-pairs' } as const;
  const { started, completed } = await movePairsOn(actor, newToken, clock.now());
  if (started + completed > 0) log.info({ started, completed }, 'pairs moved on');
}
