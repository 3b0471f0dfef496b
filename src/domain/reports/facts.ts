import type { AreaGrowth } from '@/domain/growth';
import type { ApplicationState } from '@/domain/application';
import type { Option, Role } from '@/domain/mentoring';

/** One application, without anything that says whose it is. */
export type AppliedFact = {
  role: Role;
  state: ApplicationState;
  matched: boolean;
  places: number;
  /** Such as US-MN; '' where none was given. */
  place: string;
  /** Areas in which help is wanted. */
  wants: readonly string[];
  /** 1 to 5 by area; a blank is left out. */
  ratings: Readonly<Record<string, number>>;
};

/** One pair that began. */
export type PairFact = {
  /** Times in touch, as far as logged. */
  contacts: number;
  /** How long it was or is at work. */
  months: number;
};

/** What the reports of a cycle are made from. */
export type CycleFacts = {
  areas: readonly Option[];
  applied: readonly AppliedFact[];
  pairs: readonly PairFact[];
  growth: readonly { role: Role; areas: readonly AreaGrowth[] }[];
  /** 1 to 5: would recommend the program; of closing answers that were sent. */
  recommended: readonly number[];
};
