import type { MatchState } from './match';

const DAY_MS = 86_400_000;

/** How a pair stands for those who look after it. */
export const PAIR_HEALTH = ['silent', 'healthy', 'waiting', 'on_hold', 'completed', 'ended'] as const;
export type PairHealth = (typeof PAIR_HEALTH)[number];

/** After so many days without any sign of the two somebody asks after them. The log alone is no measure: it is optional. */
export const SILENT_DAYS = 30;

const SETTLED: Partial<Record<MatchState, PairHealth>> = {
  confirmed: 'waiting',
  on_hold: 'on_hold',
  completed: 'completed',
  ended_early: 'ended',
};

type Standing = {
  state: MatchState;
  /** The last of anything that either did: log, answer, goal, agreement; else when the pair began. */
  lastSignAt: Date;
  /** Whether a task about silence or missing contact is open. */
  chased: boolean;
};

/** Null for a match that is no pair yet, or never was one. */
export function pairHealth({ state, lastSignAt, chased }: Standing, now: Date): PairHealth | null {
  if (state !== 'active') return SETTLED[state] ?? null;
  return chased || now.getTime() - lastSignAt.getTime() >= SILENT_DAYS * DAY_MS ? 'silent' : 'healthy';
}
