import type { ApplicationState, Outcome } from './application';

/** What an applicant is told. Decisions of the committee stay unsaid until they are released. */
export type Told = {
  state: ApplicationState;
  sent: boolean;
  duplicate: boolean;
  /** The outcome of a release that has happened; null before. */ outcome: Outcome | null;
  closed: boolean;
};

const OUTCOME_SENTENCES = {
  matched: 'You have a match. Your letter says who it is and what comes first.',
  waitlisted: 'You are on the waitlist. You need do nothing; we write to you either way.',
  not_matched: 'We have no match for you this time. Your letter says what you can do next.',
  declined: 'Your application could not be accepted. Your letter says why, and how to put it right.',
  later: 'The decision on your application comes later. Your letter says by when.',
} as const satisfies Record<Outcome, string>;

/** Where an application stands, in one sentence. Accepted, on hold and declined read alike until the release. */
export function standing({ state, sent, duplicate, outcome, closed }: Told): string {
  if (state === 'withdrawn') return 'You withdrew this application.';
  if (outcome) return OUTCOME_SENTENCES[outcome];
  if (duplicate) return 'This was sent a second time in this role. The earlier one counts until you choose.';
  if (state === 'draft' && !sent)
    return closed
      ? 'This was not sent before applications closed. What you wrote is kept for now.'
      : 'You started this application and have not sent it yet.';
  if (state === 'needs_information')
    return 'The committee has a question for you. Look at your mail, or change your answers here.';
  return closed
    ? 'We have your application. The committee reads every one of them.'
    : 'We have your application. You can change it until applications close.';
}
