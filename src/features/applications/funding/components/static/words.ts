import { COULD_JOIN, type CouldJoin, type FundingState } from '@/domain/funding';
import { formatDay } from '@/lib/words/dates';
import { say } from '@/lib/words/say';
import { worded } from '@/lib/words/standard';

type Days = { decideBy: Date; waitlistUntil: Date };

/** Where a request stands, told to the person alone, with the day until which they hear. */
export const told = (state: FundingState, { decideBy, waitlistUntil }: Days, timeZone: string): string =>
  say(`funding.told_${state}`, {
    decide: formatDay(decideBy, timeZone),
    waitlist: formatDay(waitlistUntil, timeZone),
  });

type Answered = { why: string; use: string; couldJoin: string; selfDescription: string };
const isAnswer = (value: string): value is CouldJoin => value in COULD_JOIN;

/** What somebody wrote, question by question. */
export const inWords = ({ why, use, couldJoin, selfDescription }: Answered) => [
  { key: 'why', label: say('funding.why'), words: why },
  { key: 'use', label: say('funding.use'), words: use },
  {
    key: 'could_join',
    label: say('funding.couldJoin'),
    words: isAnswer(couldJoin) ? worded(COULD_JOIN[couldJoin]) : '',
  },
  { key: 'self_description', label: say('funding.self'), words: selfDescription },
];
