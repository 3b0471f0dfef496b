import { letHeldReleasesGo } from '@/features/announcements/holding/commands';
import { writeConfirmedReleases } from '@/features/announcements/writing/commands';
import { clock } from '@/lib/clock';
import { log } from '@/lib/log';

const JOB = { kind: 'job', name: 'release-held' } as const;

/** Every minute, and when somebody confirms a release: writes its letters, lets held ones go, closes finished releases. */
export async function releaseHeld(): Promise<void> {
  await writeConfirmedReleases(JOB, clock.now());
  const released = await letHeldReleasesGo(JOB, clock.now());
  if (released > 0) log.info({ released }, 'releases let go');
}
