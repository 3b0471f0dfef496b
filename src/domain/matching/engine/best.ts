import type { Prices } from '@/domain/matching/engine/face';
import type { PairList } from '@/domain/matching/kernels/pair-list';

export type Best = {
  columnOf: Int32Array;
  prices: Prices;
  /** What the plan is worth at this level. */
  value: number;
  /** Every pair of the optimal face; null when they are not at hand. */
  tight: PairList | null;
  /** The pairs the search looked at; null when it looked at all. */
  core: PairList | null;
};

export type Hints = {
  /** A plan that serves everybody who must be served. */
  columnOf: Int32Array;
  /** Pairs likely to matter. */
  core: PairList | null;
  /** Told after each comparison with all pairs how far the plan can be from the best, as a share of its worth. */
  onBound: (share: number) => void;
};
