import { askForClosing } from '@/features/closing/reminding/commands';
import { tendEvents } from '@/features/events/reminding/commands';
import { sendTopics } from '@/features/topics/sending/commands';
import { nudgePairs } from '@/features/pairs/nudging/commands';
import { movePairsOn } from '@/features/pairs/year/commands';
import { clock } from '@/lib/clock';
import { log } from '@/lib/log';
import { newToken } from '@/lib/token';

/** Every ten minutes: pairs begin and are completed, are asked how it goes and how it was, and hear of events and topics. */
export async function tendPairs(): Promise<void> {
  const actor = { kind: 'job', name: 'tend-pairs' } as const;
  const now = clock.now();
  const { started, completed } = await movePairsOn(actor, newToken, now);
  const { sent, opened } = await nudgePairs(actor, newToken, now);
  const asked = await askForClosing(actor, newToken, now);
  const { reminded, placed } = await tendEvents(actor, { newToken, now });
  const topics = await sendTopics(actor, newToken, now);
  const done = { started, completed, sent, opened, asked, reminded, placed, topics };
  if (Object.values(done).some((count) => count > 0)) log.info(done, 'pairs tended');
}
