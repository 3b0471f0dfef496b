import type { PairPhase } from './pair';

/** What a pair has, as far as it decides what to do next. */
export type PairStanding = {
  phase: PairPhase;
  /** Whether this person has said yes, where a yes is asked for. */
  answered: boolean;
  /** The check-in that waits for this person, or null. */
  checkIn: string | null;
  /** Whether the closing questions are open and wait for this person. */
  assess: boolean;
  agreed: boolean;
  goals: number;
  /** Goals that are neither reached nor given up. */
  openGoals: number;
  /** Days since the last contact that either wrote down; null when none is. */
  daysSinceContact: number | null;
};

export type PairAct =
  'answer' | 'assess' | 'check_in' | 'agree' | 'set_goal' | 'log' | 'go_on' | 'reach' | 'wait' | 'none';

/** After so many days without a line in the log the next thing is to write, or to write down that they did. */
const QUIET_DAYS = 21;

type Rule = { act: PairAct; when: (standing: PairStanding) => boolean };

/** The first rule that holds names the one next thing. */
const RULES: readonly Rule[] = [
  { act: 'answer', when: ({ phase, answered }) => phase === 'waiting' && !answered },
  { act: 'wait', when: ({ phase }) => phase === 'waiting' || phase === 'paused' },
  { act: 'assess', when: ({ phase, assess }) => assess && phase !== 'over' },
  { act: 'none', when: ({ phase }) => phase === 'completed' || phase === 'over' },
  { act: 'check_in', when: ({ checkIn }) => checkIn !== null },
  { act: 'agree', when: ({ agreed }) => !agreed },
  { act: 'set_goal', when: ({ goals }) => goals === 0 },
  {
    act: 'log',
    when: ({ phase, daysSinceContact }) =>
      phase === 'at_work' && (daysSinceContact === null || daysSinceContact >= QUIET_DAYS),
  },
  { act: 'reach', when: ({ phase, openGoals }) => phase === 'at_work' && openGoals === 0 },
  { act: 'go_on', when: () => true },
];

/** The one thing to do next. */
export const pairNext = (standing: PairStanding): PairAct => RULES.find(({ when }) => when(standing))?.act ?? 'go_on';
