import type { ApplicationState, Outcome } from './application';

/** What an applicant is told. Decisions of the committee stay unsaid until they are released. */
export type Told = {
  state: ApplicationState;
  sent: boolean;
  duplicate: boolean;
  /** The outcome of a release that has happened; null before. */ outcome: Outcome | null;
  closed: boolean;
};

/** Where an application stands, as the catalogs word it under `standing`. */
export type Standing =
  Outcome | 'withdrawn' | 'duplicate' | 'unsent' | 'unsent_closed' | 'question' | 'received' | 'received_closed';

/** Accepted, on hold and declined stand alike until the release. */
export function standing({ state, sent, duplicate, outcome, closed }: Told): Standing {
  if (state === 'withdrawn') return 'withdrawn';
  if (outcome) return outcome;
  if (duplicate) return 'duplicate';
  if (state === 'draft' && !sent) return closed ? 'unsent_closed' : 'unsent';
  if (state === 'needs_information') return 'question';
  return closed ? 'received_closed' : 'received';
}
