import type { Audience, EventKind, EventRole, EventStand } from '@/domain/event';
import type { Attendee } from '../queries';

export const KIND_LABELS: Record<EventKind, string> = { orientation: 'Orientation', other: 'Other event' };

export const AUDIENCE_LABELS: Record<Audience, string> = {
  pairs: 'Pairs: both people',
  mentors: 'Mentors',
  mentees: 'Mentees',
  committee: 'Committee',
};

export const ROLE_LABELS: Record<EventRole, string> = { mentor: 'mentor', mentee: 'mentee', committee: 'committee' };

export const STAND_LABELS: Record<EventStand, { text: string; tone: 'plain' | 'good' | 'wait' | 'bad' }> = {
  open: { text: 'Open for answers', tone: 'good' },
  closed: { text: 'Answers are closed', tone: 'wait' },
  over: { text: 'Over', tone: 'plain' },
  cancelled: { text: 'Cancelled', tone: 'bad' },
};

export const ANSWER_LABELS: Record<Attendee['state'], { text: string; tone: 'plain' | 'good' | 'wait' }> = {
  yes: { text: 'Yes', tone: 'good' },
  waiting: { text: 'Waitlist', tone: 'wait' },
  no: { text: 'No', tone: 'plain' },
  none: { text: 'No answer', tone: 'plain' },
};
