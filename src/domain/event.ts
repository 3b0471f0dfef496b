import { isQuiet } from './nudges';

export const EVENT_KINDS = ['orientation', 'other'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Who can be invited. `pairs` are both people of every pair. */
export const AUDIENCES = ['pairs', 'mentors', 'mentees', 'committee'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What somebody is in a cycle: an audience invites some of these. */
export const EVENT_ROLES = ['mentor', 'mentee', 'committee'] as const;
export type EventRole = (typeof EVENT_ROLES)[number];

const INVITED: Record<Audience, readonly EventRole[]> = {
  pairs: ['mentor', 'mentee'],
  mentors: ['mentor'],
  mentees: ['mentee'],
  committee: ['committee'],
};

/** Whether somebody with these roles is invited. */
export const isInvited = (audience: readonly Audience[], roles: readonly EventRole[]): boolean =>
  audience.some((one) => INVITED[one].some((role) => roles.includes(role)));

export const REPLY_STATES = ['yes', 'no', 'waiting', 'none'] as const;
export type ReplyState = (typeof REPLY_STATES)[number];
export const MINUTES_LEAST = 5;
export const MINUTES_MOST = 1440;
const MINUTE_MS = 60_000;

type Timed = { startsAt: Date; minutes: number };

export const endOf = ({ startsAt, minutes }: Timed): Date => new Date(startsAt.getTime() + minutes * MINUTE_MS);

export type EventStand = 'open' | 'closed' | 'over' | 'cancelled';
type Standing = Timed & { answerBy: Date; cancelledAt: Date | null };

/** Whether an event still takes answers, and if not, why. */
export function eventStand(event: Standing, now: Date): EventStand {
  if (event.cancelledAt) return 'cancelled';
  if (now >= event.startsAt) return 'over';
  return now > event.answerBy ? 'closed' : 'open';
}

export type EventFault = 'event.past' | 'event.answer_late' | 'event.answer_past' | 'event.capacity';
type Planned = { startsAt: Date; answerBy: Date; capacity: number | null };

/**
 * What is wrong with the plan of an event. One that is over keeps its time, and may be described better afterwards.
 *
 * @param before the time and the day of answers it had, null for a new one; `coming` are those who said yes
 */
export function eventFault(
  plan: Planned,
  { before, coming }: { before: { startsAt: Date; answerBy: Date } | null; coming: number },
  now: Date,
): EventFault | null {
  const moved = before?.startsAt.getTime() !== plan.startsAt.getTime();
  if (moved && plan.startsAt <= now) return 'event.past';
  if (plan.answerBy > plan.startsAt) return 'event.answer_late';
  if (before?.answerBy.getTime() !== plan.answerBy.getTime() && plan.answerBy <= now) return 'event.answer_past';
  return plan.capacity !== null && plan.capacity < coming ? 'event.capacity' : null;
}

/** What a new yes becomes, given how many have a place. */
export const replyFor = (capacity: number | null, coming: number): 'yes' | 'waiting' =>
  capacity === null || coming < capacity ? 'yes' : 'waiting';

/** How many of those who wait get a place now. */
export const freePlaces = (capacity: number | null, coming: number, waiting: number): number =>
  capacity === null ? waiting : Math.max(0, Math.min(waiting, capacity - coming));

type Shown = Timed & { title: string; link: string; place: string };

/** Whether something moved that a calendar shows and people have to know. */
export const isMoved = (before: Shown, after: Shown): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.minutes !== after.minutes ||
  before.link !== after.link ||
  before.place !== after.place;

const HOUR_MS = 3_600_000;

/** Every reminder of an event, for those who said yes. To add one, add a row: each is sent once. */
export const EVENT_REMINDERS = [{ key: 'day_before', hours: 24 }] as const satisfies readonly {
  key: string;
  hours: number;
}[];
export type EventReminder = (typeof EVENT_REMINDERS)[number];

/** The reminders whose time it is; none at night, none once it has begun, and none for who answered after that time. */
export function dueEventReminders(
  { startsAt, timeZone }: { startsAt: Date; timeZone: string },
  answeredAt: Date,
  now: Date,
): EventReminder[] {
  if (now >= startsAt || isQuiet(now, timeZone)) return [];
  return EVENT_REMINDERS.filter(({ hours }) => {
    const due = new Date(startsAt.getTime() - hours * HOUR_MS);
    return now >= due && answeredAt < due;
  });
}
