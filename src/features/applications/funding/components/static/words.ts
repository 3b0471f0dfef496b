import { COULD_JOIN, type CouldJoin, type FundingState } from '@/domain/funding';

/** Where a request stands, told to the person alone. `by` is the day until which they hear, in words. */
export const TOLD: Record<FundingState, (by: { decide: string; waitlist: string }) => string> = {
  requested: ({ decide }) => `We have your request. Funding reviewers read it, and we write to you by ${decide}.`,
  awarded: () => 'A funded membership is awarded to you. We write again when it is bought.',
  waitlisted: ({ waitlist }) =>
    `You are on the waitlist until ${waitlist}. You need do nothing; we write to you either way.`,
  declined: () => 'We could not give you one of the memberships this time.',
  withdrawn: () => 'You took your request back.',
  bought: () => 'Your membership is bought. It is yours, whatever becomes of your application.',
  returned: () => 'The membership went to somebody else before it was bought. Our mail says why.',
};

export const ASK = 'Ask for a funded membership';

export const WHO_READS =
  'Only funding reviewers read this page. The committee, the chair, staff, other applicants and your match never see whether you asked. Staff learn of a membership only if something that was promised is missed, so that somebody can ask. It plays no part in who is matched, and being unmatched never ends an award.';

/** The questions of the form, by field. */
export const QUESTIONS = {
  why: { label: 'Why would a membership help you?', hint: 'In your own words; plain sentences are fine.' },
  use: { label: 'How would you use it?', hint: 'Such as a discussion list, a committee, a course, an award.' },
  could_join: { label: 'Could you join without it?' },
  self_description: {
    label: 'How do you describe yourself?',
    hint: 'If you think it matters here: for example your background, or what you have met on your way. It is no part of your application and is not compared with anything you wrote there.',
  },
  promise: { label: 'What you promise' },
} as const;

export const selfConsent = (day: string): string =>
  `Funding reviewers may read what I wrote about myself, for this request alone. It is deleted on ${day}, or as soon as I say so.`;

export const PROMISE = 'If a membership is awarded to me, I will do these things by their days.';

type Answered = { why: string; use: string; couldJoin: string; selfDescription: string };
const isAnswer = (value: string): value is CouldJoin => value in COULD_JOIN;

/** What somebody wrote, question by question. */
export const inWords = ({ why, use, couldJoin, selfDescription }: Answered) => [
  { key: 'why', label: QUESTIONS.why.label, words: why },
  { key: 'use', label: QUESTIONS.use.label, words: use },
  { key: 'could_join', label: QUESTIONS.could_join.label, words: isAnswer(couldJoin) ? COULD_JOIN[couldJoin] : '' },
  { key: 'self_description', label: QUESTIONS.self_description.label, words: selfDescription },
];
