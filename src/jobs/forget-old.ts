import { forgetOld } from '@/features/people/retention/commands';
import { clock } from '@/lib/clock';
import { log } from '@/lib/log';

/** Once a night: what is kept no longer. */
export async function forgetOldJob(): Promise<void> {
  const done = await forgetOld({ kind: 'job', name: 'forget-old' }, clock.now());
  log.info(done, 'forgotten');
}
