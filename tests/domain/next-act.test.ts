import { describe, expect, it } from 'vitest';
import { PHASES } from '@/domain/cycle';
import { isBehind, nextAct, type Standing } from '@/domain/next-act';

const QUIET: Standing = {
  phase: 'review',
  reviews: false,
  decides: false,
  announces: false,
  unreviewed: 0,
  undecided: 0,
  proposedPlan: null,
  planApproved: false,
  ballot: null,
  release: null,
  brokenMails: 0,
  pairTasks: 0,
};
const reviewer = (over: Partial<Standing> = {}) => nextAct({ ...QUIET, reviews: true, unreviewed: 12, ...over });
const chair = (over: Partial<Standing> = {}) =>
  nextAct({ ...QUIET, reviews: true, decides: true, announces: true, unreviewed: 40, undecided: 6, ...over });
const staff = (over: Partial<Standing> = {}) => nextAct({ ...QUIET, announces: true, ...over });
const release = { state: 'requested', letters: 49, byMe: false } as const;

describe('the next step of a reviewer', () => {
  it('is to review', () => {
    expect(reviewer()).toEqual({ act: 'review', sentence: 'Review 12 applications that wait for you.' });
  });
  it('counts one in words', () => {
    expect(reviewer({ unreviewed: 1 }).sentence).toBe('Review one application that waits for you.');
  });
  it('is nothing once the plan is approved', () => {
    expect(reviewer({ planApproved: true })).toEqual({
      act: null,
      sentence: 'Nothing waits for you: the committee is reviewing.',
    });
  });
});

describe('the next step of a chair', () => {
  it.each([
    ['decide first', {}, 'decide'],
    ['review while applications come in', { phase: 'applications' }, 'review'],
    ['match when all is decided', { undecided: 0 }, 'match'],
    ['approve a plan that is there', { undecided: 0, proposedPlan: 3 }, 'approve'],
    ['announce an approved plan', { planApproved: true }, 'announce'],
  ] as const)('is to %s', (_, over, act) => {
    expect(chair(over).act).toBe(act);
  });
  it('names the plan', () => {
    expect(chair({ undecided: 0, proposedPlan: 3 }).sentence).toBe('Look at plan 3 and approve it, or change it.');
  });
});

describe('the next step of staff', () => {
  it.each([
    ['tasks about pairs', { phase: 'active', pairTasks: 2 }, 'pairs', 'Look after 2 tasks about pairs.'],
    ['broken mails before all', { brokenMails: 2, release }, 'mails', 'Look at 2 mails that did not get through.'],
    [
      'a release of another',
      { release },
      'confirm',
      'A release of 49 letters waits for a second person: look at it and confirm.',
    ],
    [
      'their own release',
      { release: { ...release, byMe: true } },
      'watch',
      'Your release waits for a second person to confirm it.',
    ],
    [
      'the hold',
      { release: { ...release, state: 'held' } },
      'watch',
      'The letters are on hold for a short while. They can still be stopped.',
    ],
    ['the sending', { release: { ...release, state: 'sending' } }, 'watch', 'The letters are going out.'],
    ['an approved plan', { planApproved: true }, 'announce', 'The plan is approved: prepare the letters.'],
    [
      'nothing after the release',
      { planApproved: true, release: { ...release, state: 'done' }, phase: 'announced' },
      null,
      'Nothing waits for you: the letters are out.',
    ],
  ] as const)('is %s', (_, over, act, sentence) => {
    expect(staff(over)).toEqual({ act, sentence });
  });
});

it.each(PHASES)('says something in phase %s', (phase) => {
  expect(nextAct({ ...QUIET, phase })).toEqual({ act: null, sentence: expect.stringMatching(/\.$/) });
});

it('asks nothing of an archived cycle', () => {
  expect(chair({ phase: 'archived' })).toEqual({
    act: null,
    sentence: 'This cycle has ended and is kept for reading.',
  });
});

it.each([
  [0, 0, false],
  [0, 1, true],
  [5, 10, false],
  [4, 10, true],
])('%s reviews beside %s are behind: %s', (reviewed, busiest, behind) => {
  expect(isBehind(reviewed, busiest)).toBe(behind);
});

describe('a ballot', () => {
  const ballot = { number: 1, unvoted: 0, forChair: false, inMeeting: false };
  it('asks for votes before anything else of the plan', () => {
    expect(reviewer({ unreviewed: 0, ballot: { ...ballot, unvoted: 3 } })).toEqual({
      act: 'vote',
      sentence: 'Vote on 3 matches of the ballot.',
    });
    expect(chair({ undecided: 0, proposedPlan: 2, ballot: { ...ballot, unvoted: 1 } }).sentence).toBe(
      'Vote on one match of the ballot.',
    );
  });
  it('asks the chair to go on when voting is over, and everybody into the meeting', () => {
    expect(chair({ undecided: 0, proposedPlan: 2, ballot: { ...ballot, forChair: true } })).toEqual({
      act: 'ballot',
      sentence: 'Voting on ballot 1 is over: go on to the meeting, or approve what was carried.',
    });
    expect(reviewer({ unreviewed: 0, ballot: { ...ballot, inMeeting: true } })).toEqual({
      act: 'ballot',
      sentence: 'The meeting on ballot 1 is on.',
    });
  });
  it('keeps the chair from approving beside it, or matching again', () => {
    expect(chair({ undecided: 0, unreviewed: 0, proposedPlan: 2, ballot }).act).toBeNull();
  });
});
