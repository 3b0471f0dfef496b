import type { FormRole } from './mentoring';

/** A cycle's dates, in the order they must fall. */
export type CycleDates = {
  opensAt: Date;
  closesAt: Date;
  /** When mentors may apply longer; null when both roles close together. */
  mentorsCloseAt: Date | null;
  matchingAt: Date;
  announceAt: Date;
  startsAt: Date;
  endsAt: Date;
  archivesAt: Date;
};

/** Dates are plans; these are the acts that two phases also need. */
export type CycleActs = { releasedAt: Date | null; hasConfirmedMatch: boolean };

export const PHASES = [
  'upcoming',
  'applications',
  'review',
  'matching',
  'announced',
  'active',
  'closing',
  'archived',
] as const;
export type CyclePhase = (typeof PHASES)[number];

export const PHASE_LABELS = {
  upcoming: 'Upcoming',
  applications: 'Applications open',
  review: 'In review',
  matching: 'Matching',
  announced: 'Announced',
  active: 'Active',
  closing: 'Closing',
  archived: 'Archived',
} as const satisfies Record<CyclePhase, string>;

export const lastClosing = ({ closesAt, mentorsCloseAt }: Pick<CycleDates, 'closesAt' | 'mentorsCloseAt'>): Date =>
  mentorsCloseAt && mentorsCloseAt > closesAt ? mentorsCloseAt : closesAt;

/** When a form for `role` closes: mentors may have longer; "both" ends with the earlier of the two. */
export function closingFor(
  { closesAt, mentorsCloseAt }: Pick<CycleDates, 'closesAt' | 'mentorsCloseAt'>,
  role: FormRole,
): Date {
  const mentors = mentorsCloseAt ?? closesAt;
  if (role === 'mentor') return mentors;
  return role === 'mentee' || closesAt < mentors ? closesAt : mentors;
}

/** A form opened before the deadline may still be sent for this long after it. */
export const GRACE_MINUTES = 30;

/** The phase at `now`: from the dates, and for *announced* and *active* also from what really happened. */
export function phaseOf(cycle: CycleDates, acts: CycleActs, now: Date): CyclePhase {
  if (now < cycle.opensAt) return 'upcoming';
  if (now < lastClosing(cycle)) return 'applications';
  if (now < cycle.matchingAt) return 'review';
  if (acts.releasedAt === null || now < acts.releasedAt) return now < cycle.archivesAt ? 'matching' : 'archived';
  if (now < cycle.startsAt || !acts.hasConfirmedMatch) return now < cycle.endsAt ? 'announced' : lateEnd(cycle, now);
  return now < cycle.endsAt ? 'active' : lateEnd(cycle, now);
}

const lateEnd = (cycle: CycleDates, now: Date): CyclePhase => (now < cycle.archivesAt ? 'closing' : 'archived');

/** A date has passed without its act: the pages then say that we are running late. */
export function lateStep(cycle: CycleDates, acts: CycleActs, now: Date): 'announcement' | null {
  return acts.releasedAt === null && now >= cycle.announceAt && now < cycle.archivesAt ? 'announcement' : null;
}

/** Whether a form for `role` may be started or saved as more than a draft at `now`. */
export const isOpenFor = (cycle: CycleDates, role: FormRole, now: Date): boolean =>
  now >= cycle.opensAt && now < closingFor(cycle, role);
