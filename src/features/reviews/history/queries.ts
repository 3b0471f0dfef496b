import { z } from 'zod';
import { listEvents } from '@/db/events';
import type { UserActor } from '@/domain/actor';
import type { Clean } from '../blinding/schema';
import { countTogether } from '../bulk/queries';

const TOLD = [
  'application.submitted',
  'application.edited',
  'application.withdrawn',
  'application.accept',
  'application.hold',
  'application.decline',
  'application.reconsider',
  'application.later',
  'application.undone',
  'application.discuss',
  'application.discussed',
  'application.asked',
  'application.answered',
  'application.sent_for',
  'application.changed_for',
  'application.reinstated',
] as const;
const detailSchema = z
  .object({ unmetRule: z.string().catch(''), laterBy: z.string().catch(''), together: z.string().catch('') })
  .catch({ unmetRule: '', laterBy: '', together: '' });

type Reading = {
  /** The discussion is open to the viewer. */
  isOpen: boolean;
  clean: Clean;
};

/** Who decided what, when and why. Reviews are not in it: they would tell who read what before one's own. */
export async function historyOf(applicationId: string, viewer: UserActor, { isOpen, clean }: Reading) {
  const events = await listEvents([applicationId], TOLD);
  const read = events.map(({ detail, who, ...event }) => ({
    ...event,
    ...detailSchema.parse(detail),
    who: who || 'The applicant',
  }));
  const counts = await countTogether([...new Set(read.flatMap(({ together }) => together || []))], viewer);
  return read.map(({ together, reason, unmetRule, ...event }) => ({
    ...event,
    unmetRule: clean(unmetRule),
    together: counts.get(together) ?? 1,
    // What the committee wants to talk about is part of the discussion.
    reason: isOpen || !event.action.startsWith('application.discuss') ? clean(reason) : '',
  }));
}
