import { letHeldReleasesGo } from '@/features/announcements/holding/commands';
import { clock } from '@/lib/clock';
import { log } from '@/lib/log';

/** Every minute, and when a hold is about to pass: lets held letters go and closes finished releases. */
export async function releaseHeld(): Promise<void> {
  const released = await letHeldReleasesGo({ kind: 'job', name: 'release-held' }, clock.now());
  if (released > 0) log.info({ released }, 'releases let go');
}
