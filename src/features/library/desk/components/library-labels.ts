import type { ActivityGroup, ActivityKind, ActivityState } from '@/domain/activities';

export const GROUP_LABELS: Record<ActivityGroup, string> = {
  create: 'Create',
  interviews: 'Practice interviews',
  topics: 'Topic discussions',
  reading: 'Reading and writing',
  association: 'Association events',
};
export const KIND_LABELS: Record<ActivityKind, string> = { activity: 'Activity', resource: 'Resource' };
export const STATE_LABELS: Record<ActivityState, { text: string; tone: 'plain' | 'good' | 'wait' }> = {
  draft: { text: 'Draft', tone: 'wait' },
  shown: { text: 'Shown', tone: 'good' },
  hidden: { text: 'Hidden', tone: 'plain' },
};
