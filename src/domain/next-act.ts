import type { CyclePhase } from './cycle';
import type { ReleaseState } from './release';

/** What one person may do in a cycle, and what stands there. */
export type Standing = {
  phase: CyclePhase;
  reviews: boolean;
  decides: boolean;
  announces: boolean;
  /** Applications that wait for this person's review. */
  unreviewed: number;
  /** Applications without a decision. */
  undecided: number;
  /** The newest proposed plan that can be approved, or null. */
  proposedPlan: number | null;
  planApproved: boolean;
  /** The ballot under way: matches without this person's vote, and whether the chair has to go on. */
  ballot: { number: number; unvoted: number; forChair: boolean; inMeeting: boolean } | null;
  release: { state: Exclude<ReleaseState, 'stopped'>; letters: number; byMe: boolean } | null;
  /** Mails that failed, bounced, or of which nobody knows. */
  brokenMails: number;
  /** Open tasks about pairs that this person reads. */
  pairTasks: number;
};

export type Act =
  'mails' | 'pairs' | 'confirm' | 'watch' | 'decide' | 'approve' | 'vote' | 'ballot' | 'match' | 'review' | 'announce';
export type NextAct = { sentence: string; act: Act | null };

type Rule = { act: Act; when: (standing: Standing) => boolean; say: (standing: Standing) => string };

const counted = (count: number, one: string, many: string) => (count === 1 ? `one ${one}` : `${count} ${many}`);
const isCommitteeTime = ({ phase }: Standing) => phase === 'review' || phase === 'matching';

const ON_THEIR_WAY: Partial<Record<ReleaseState, string>> = {
  writing: 'The letters are being written. They can still be stopped.',
  held: 'The letters are on hold for a short while. They can still be stopped.',
  sending: 'The letters are going out.',
};

/** The first rule that holds names the one next step. */
const RULES: readonly Rule[] = [
  {
    act: 'mails',
    when: ({ announces, brokenMails }) => announces && brokenMails > 0,
    say: ({ brokenMails }) =>
      `Look at ${counted(brokenMails, 'mail that did not get through', 'mails that did not get through')}.`,
  },
  {
    act: 'confirm',
    when: ({ announces, release }) => announces && release?.state === 'requested' && !release.byMe,
    say: ({ release }) =>
      `A release of ${counted(release?.letters ?? 0, 'letter', 'letters')} waits for a second person: look at it and confirm.`,
  },
  {
    act: 'watch',
    when: ({ announces, release }) => announces && release !== null && release.state in ON_THEIR_WAY,
    say: ({ release }) => (release && ON_THEIR_WAY[release.state]) ?? '',
  },
  {
    act: 'pairs',
    when: ({ pairTasks }) => pairTasks > 0,
    say: ({ pairTasks }) => `Look after ${counted(pairTasks, 'task about a pair', 'tasks about pairs')}.`,
  },
  {
    act: 'decide',
    when: (standing) =>
      standing.decides && isCommitteeTime(standing) && standing.undecided > 0 && !standing.planApproved,
    say: ({ undecided }) =>
      `Decide on ${counted(undecided, 'application that is still open', 'applications that are still open')}.`,
  },
  {
    act: 'vote',
    when: ({ ballot }) => ballot !== null && ballot.unvoted > 0,
    say: ({ ballot }) => `Vote on ${counted(ballot?.unvoted ?? 0, 'match of the ballot', 'matches of the ballot')}.`,
  },
  {
    act: 'ballot',
    when: ({ ballot }) => ballot !== null && (ballot.forChair || ballot.inMeeting),
    say: ({ ballot }) =>
      ballot?.inMeeting
        ? `The meeting on ballot ${ballot.number} is on.`
        : `Voting on ballot ${ballot?.number ?? ''} is over: go on to the meeting, or approve what was carried.`,
  },
  {
    act: 'approve',
    when: ({ decides, planApproved, proposedPlan, ballot }) =>
      decides && !planApproved && proposedPlan !== null && ballot === null,
    say: ({ proposedPlan }) => `Look at plan ${proposedPlan ?? ''} and approve it, or change it.`,
  },
  {
    act: 'match',
    when: (standing) =>
      standing.decides && isCommitteeTime(standing) && !standing.planApproved && standing.ballot === null,
    say: () => 'Everything is decided: let the matching propose a plan.',
  },
  {
    act: 'review',
    when: ({ reviews, unreviewed, planApproved }) => reviews && unreviewed > 0 && !planApproved,
    say: ({ unreviewed }) =>
      `Review ${counted(unreviewed, 'application that waits for you', 'applications that wait for you')}.`,
  },
  {
    act: 'announce',
    when: ({ announces, planApproved, release }) => announces && planApproved && release === null,
    say: () => 'The plan is approved: prepare the letters.',
  },
];

const QUIET: Record<CyclePhase, string> = {
  upcoming: 'Nothing to do yet: applications have not opened.',
  applications: 'Nothing to do now: applications are coming in.',
  review: 'Nothing waits for you: the committee is reviewing.',
  matching: 'Nothing waits for you: the matching is under way.',
  announced: 'Nothing waits for you: the letters are out.',
  active: 'Nothing waits for you: the pairs are at work.',
  closing: 'Nothing waits for you: the closing questions are open.',
  archived: 'This cycle has ended and is kept for reading.',
};

/** The one next step of this person in a sentence; `act` is null when there is none. */
export function nextAct(standing: Standing): NextAct {
  const rule = standing.phase === 'archived' ? undefined : RULES.find(({ when }) => when(standing));
  if (rule) return { sentence: rule.say(standing), act: rule.act };
  const { release, phase } = standing;
  if (release?.state === 'requested' && release.byMe)
    return { sentence: 'Your release waits for a second person to confirm it.', act: 'watch' };
  return { sentence: QUIET[phase], act: null };
}

/** Members with fewer than half the reviews of the busiest one. */
export function isBehind(reviewed: number, busiest: number): boolean {
  return reviewed * 2 < busiest;
}
