import { canMoveIn, type MoveMap } from './moves';
import { Refusal } from './refusal';

/** Taking votes, in session one match at a time, over and waiting for the chair's word, taken over into the plan, given up. */
export const BALLOT_STATES = ['open', 'meeting', 'closed', 'approved', 'dropped'] as const;
export type BallotState = (typeof BALLOT_STATES)[number];

const MOVES = {
  extend: { from: ['open', 'closed'], to: 'open' },
  meet: { from: ['open', 'closed'], to: 'meeting' },
  close: { from: ['open', 'meeting'], to: 'closed' },
  approve: { from: ['closed'], to: 'approved' },
  drop: { from: ['open', 'meeting', 'closed'], to: 'dropped' },
} as const satisfies MoveMap<BallotState>;
export type BallotMove = keyof typeof MOVES;
export const BALLOT_MOVES: MoveMap<BallotState> = MOVES;

export const BALLOT_STATE_LABELS = {
  open: 'Open',
  meeting: 'In the meeting',
  closed: 'Closed',
  approved: 'Approved',
  dropped: 'Given up',
} as const satisfies Record<BallotState, string>;

/** A ballot that still stands in the way of another, and of approving a plan without it. */
export const UNDER_WAY: readonly BallotState[] = BALLOT_STATES.filter((state) => canMoveBallot(state, 'drop'));

export function canMoveBallot(state: BallotState, move: BallotMove): boolean {
  return canMoveIn(MOVES, state, move);
}

/** @throws {Refusal} `ballot.moved_on` when `move` does not start at `state` */
export function ballotMoved(state: BallotState, move: BallotMove): BallotState {
  if (!canMoveBallot(state, move)) throw new Refusal('ballot.moved_on');
  return MOVES[move].to;
}

export const VOTES = ['approve', 'discuss', 'object', 'recuse'] as const;
export type Vote = (typeof VOTES)[number];

export const VOTE_LABELS = {
  approve: 'Approve',
  discuss: 'Discuss',
  object: 'Object',
  recuse: 'Recuse myself',
} as const satisfies Record<Vote, string>;

export const RESULTS = ['carried', 'not_carried', 'later'] as const;
export type Result = (typeof RESULTS)[number];

export const RESULT_LABELS = {
  carried: 'Carried',
  not_carried: 'Not carried',
  later: 'Put off',
} as const satisfies Record<Result, string>;

/** How a quorum is written: a share of those who may vote on a match, or a number of votes. */
export const QUORUM_SHARES = ['half', 'majority', 'two_thirds'] as const;
export type QuorumShare = (typeof QUORUM_SHARES)[number];
export type Quorum = QuorumShare | number;

export const QUORUM_LABELS = {
  half: 'at least half of the members who may vote on a match',
  majority: 'more than half of the members who may vote on a match',
  two_thirds: 'two thirds of the members who may vote on a match',
} as const satisfies Record<QuorumShare, string>;

const MOST_VOTES = 99;

/** Reads what a form or a row holds: `half`, `majority`, `two_thirds`, or 1 to 99; null for anything else. */
export function readQuorum(text: string): Quorum | null {
  const share = QUORUM_SHARES.find((known) => known === text);
  if (share) return share;
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= MOST_VOTES ? number : null;
}

export const quorumInWords = (quorum: Quorum): string =>
  typeof quorum === 'string'
    ? QUORUM_LABELS[quorum]
    : `${quorum} ${quorum === 1 ? 'vote' : 'votes'}, or all who may vote on a match where those are fewer`;

/**
 * How many votes a match needs before it can be carried.
 *
 * @param eligible members who are not recused from it; a fixed number never asks for more than there are
 * @returns at least 1: where nobody may vote, nothing is carried
 */
export function votesNeeded(quorum: Quorum, eligible: number): number {
  const of = {
    half: Math.ceil(eligible / 2),
    majority: Math.floor(eligible / 2) + 1,
    two_thirds: Math.ceil((eligible * 2) / 3),
  };
  return Math.max(1, typeof quorum === 'number' ? Math.min(quorum, eligible) : of[quorum]);
}

/** What is counted of one match. `cast` are the votes of members who may vote on it; recusals are no votes. */
export type Tally = {
  members: number;
  recused: number;
  approve: number;
  discuss: number;
  object: number;
  cast: number;
  needed: number;
};

export type CastVote = { userId: string; vote: Vote };

type Committee = {
  /** Who votes in this program now; a vote of anybody else is not counted. */
  members: readonly string[];
  /** Members who must not see this match: they count as recused, whatever they did before. */
  fenced: readonly string[];
  quorum: Quorum;
};

/** Counts the votes on one match. The order of votes and members changes nothing. */
export function tallyOf(votes: readonly CastVote[], { members, fenced, quorum }: Committee): Tally {
  const voteOf = new Map(votes.map(({ userId, vote }) => [userId, vote]));
  const said = members.map((id): Vote | null => (fenced.includes(id) ? 'recuse' : (voteOf.get(id) ?? null)));
  const count = (vote: Vote) => said.filter((one) => one === vote).length;
  const [recused, approve, discuss, object] = [count('recuse'), count('approve'), count('discuss'), count('object')];
  const needed = votesNeeded(quorum, members.length - recused);
  return { members: members.length, recused, approve, discuss, object, cast: approve + discuss + object, needed };
}

export const isQuorate = ({ cast, needed }: Tally): boolean => cast >= needed;

/** For the consent agenda: enough voted, and every vote approves. */
export const isUnanimous = (tally: Tally): boolean => isQuorate(tally) && tally.approve === tally.cast;

/** @throws {Refusal} `ballot.no_quorum`, or `ballot.outvoted` unless more approve than object */
export function assertCarries(tally: Tally): void {
  const { cast, needed, approve, object } = tally;
  if (!isQuorate(tally)) throw new Refusal('ballot.no_quorum', `${cast} of the ${needed} votes it needs are in.`);
  if (approve <= object)
    throw new Refusal('ballot.outvoted', `Those who approve: ${approve}. Those who object: ${object}.`);
}

type Standing = {
  state: BallotState;
  closesAt: Date;
  /** The match is the one that the meeting looks at. */
  onTable: boolean;
  resolved: boolean;
  /** One of the two is gone, or the plan pairs them differently now. */
  left: boolean;
};

/** Why no vote can be given, changed or taken back on a match now; null when one can. */
export function voteProblem({ state, closesAt, onTable, resolved, left }: Standing, now: Date) {
  if (left) return 'ballot.match_left' as const;
  if (state === 'open') return now < closesAt ? null : ('ballot.late' as const);
  if (state !== 'meeting') return 'ballot.late' as const;
  if (!onTable) return 'ballot.not_on_table' as const;
  return resolved ? ('ballot.resolved' as const) : null;
}

/** @throws {Refusal} the reason of `voteProblem` */
export function assertTakesVote(standing: Standing, now: Date): void {
  const problem = voteProblem(standing, now);
  if (problem) throw new Refusal(problem);
}

export type ResolvedItem = { result: Result | null; left: boolean };

/** What the chair's word takes into the plan; everything else leaves it. */
export const isTaken = ({ result, left }: ResolvedItem): boolean => result === 'carried' && !left;

/** Seconds after which somebody whose page has gone silent counts as gone from the meeting. */
export const SILENT_AFTER_SECONDS = 45;

/** `beats`: the page tells by itself that it is there; a page without script is there until somebody says it left. */
export type Presence = { seenAt: Date; beats: boolean; leftAt: Date | null };

export const isPresent = ({ seenAt, beats, leftAt }: Presence, now: Date): boolean =>
  leftAt === null && (!beats || now.getTime() - seenAt.getTime() < SILENT_AFTER_SECONDS * 1000);
