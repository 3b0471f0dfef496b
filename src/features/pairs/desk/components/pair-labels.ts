import type { PairHealth } from '@/domain/pair-health';
import type { TaskKind } from '@/domain/pair-task';
import type { PairShow } from '../schema';

/** How a pair stands, in the words of the office. */
export const HEALTH_LABELS: Record<PairHealth, string> = {
  silent: 'Silent',
  healthy: 'Healthy',
  waiting: 'Begins soon',
  on_hold: 'On hold',
  completed: 'Completed',
  ended: 'Ended early',
};
export const HEALTH_TONES = {
  silent: 'wait',
  healthy: 'good',
  waiting: 'plain',
  on_hold: 'plain',
  completed: 'good',
  ended: 'plain',
} as const satisfies Record<PairHealth, string>;

export const SHOW_LABELS: Record<PairShow, string> = { all: 'All', tasks: 'With open tasks', ...HEALTH_LABELS };

export const TASK_LABELS: Record<TaskKind, string> = {
  concern: 'Concern reported',
  help: 'Needs help',
  end: 'Wants to end the pair',
  rematch: 'Wants another match',
  pause: 'Asks for a pause',
  low: 'It goes badly',
  disagreement: 'One says they are in touch, the other not',
  no_contact: 'Not in touch yet',
  silence: 'No answer to the check-in',
};

export const CHECK_IN_LABELS: Readonly<Record<string, string>> = {
  first_week: 'after one week',
  second_week: 'after two weeks',
  three_months: 'after three months',
  halfway: 'halfway',
};

export const CONTACT_LABELS: Readonly<Record<string, string>> = {
  in_touch: 'In touch',
  not_yet: 'Not yet in touch',
  need_help: 'Needs help',
};

/** 95 → "1 h 35 min" */
export const timeIn = (minutes: number): string =>
  minutes === 0 ? 'none' : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
