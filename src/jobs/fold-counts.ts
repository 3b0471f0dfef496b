import { foldCounts } from '@/features/applications/inbox/counting/commands';
import { clock } from '@/lib/clock';

/** Every minute: a rush leaves a line for every form that was sent, and each is read with every page of the inbox until folded. */
export async function foldCountsJob(): Promise<void> {
  await foldCounts({ kind: 'job', name: 'fold-counts' }, clock.now());
}
