import type { PlanSettings, MatchingCycle } from '@/domain/matching/score-cycle';
import type { InquiryAnswer, Question } from '@/domain/matching/inquiry';
import type { RefusalCode } from '@/domain/refusal';

/** By application: the name in sentences, and the full one in what went wrong. */
type Names = Readonly<Record<string, { short: string; full: string }>>;

/** A question by fit alone. Nothing that was sealed is in it. */
export type InquiryTask = { cycle: MatchingCycle; settings: PlanSettings; question: Question; names: Names };

/** What a thread is asked. The private part was made by the worker; it and all prices die with the answer. */
export type EngineTask = {
  cycle: MatchingCycle;
  settings: PlanSettings;
  /**
   * Where the worker puts 0 to 20,000 for every pair, row-major by mentee, while the thread scores; null for a cycle
   * without identity block.
   */
  privatePart: SharedArrayBuffer | null;
  names: Names;
  /** Shared with the asker: see `BOARD`. */
  board: SharedArrayBuffer;
};

export type ExplainedMatch = {
  menteeId: string;
  mentorId: string;
  fit: number;
  /** Points in thousandths. */
  reasons: { factor: string; label: string; points: number; reason: string }[];
  safeReasons: string[];
};

/** Files of the public problem and of its proved answer, compressed, and a name for the pairs of the plan. */
export type RunRecord = { problem: Uint8Array<ArrayBuffer>; answer: Uint8Array<ArrayBuffer>; resultHash: string };

/** Public terms only: no utility, no price, no private total. */
export type EnginePlan = {
  matches: ExplainedMatch[];
  totalFit: number;
  inputsHash: string;
  record: RunRecord;
  milliseconds: { score: number; solve: number; verify: number };
};

export type EngineAnswer = { kind: 'plan'; plan: EnginePlan } | { kind: 'cancelled' } | Unanswered;
export type InquiryEnd = { kind: 'answer'; answer: InquiryAnswer } | Unanswered;

type Unanswered =
  | { kind: 'refused'; code: RefusalCode; detail: string }
  /** A bug. Only the error's name crosses, because a text could print values. */
  | { kind: 'fault'; name: string };

/** Places on the shared board, as 32-bit integers. */
export const BOARD = { cancelled: 0, stage: 1, done: 2, total: 3, privateReady: 4, millionths: 5 } as const;
export const BOARD_BYTES = 24;

export const ENGINE_STAGES = ['scoring', 'who', 'with-whom', 'proving'] as const;
export type EngineStage = (typeof ENGINE_STAGES)[number];
export type EngineProgress = {
  stage: EngineStage;
  done: number;
  total: number;
  /** How far the plan can be from the best possible, as a share of its worth; null when not known yet. */
  share: number | null;
};
