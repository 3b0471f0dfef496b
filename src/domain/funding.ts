import { canMoveIn, type Move, type MoveMap } from './moves';
import { Refusal } from './refusal';

/** What a person was told of their request. A decision that is only staged is not told. */
export const FUNDING_STATES = [
  'requested',
  'awarded',
  'waitlisted',
  'declined',
  'withdrawn',
  'bought',
  'returned',
] as const;
export type FundingState = (typeof FUNDING_STATES)[number];

const MOVES = {
  award: { from: ['requested', 'waitlisted'], to: 'awarded' },
  waitlist: { from: ['requested'], to: 'waitlisted' },
  decline: { from: ['requested', 'waitlisted'], to: 'declined' },
  withdraw: { from: ['requested', 'waitlisted', 'awarded'], to: 'withdrawn' },
  ask_again: { from: ['withdrawn'], to: 'requested' },
  buy: { from: ['awarded'], to: 'bought' },
  /** Before the membership is bought its slot can come back; afterwards nothing takes it away. */
  take_back: { from: ['awarded'], to: 'returned' },
} as const satisfies MoveMap<FundingState>;
export type FundingMove = keyof typeof MOVES;
export const FUNDING_MOVES: Record<FundingMove, Move<FundingState>> = MOVES;

export const canMoveFunding = (state: FundingState, move: FundingMove): boolean =>
  canMoveIn(FUNDING_MOVES, state, move);

/** @throws {Refusal} `funding.wrong_status` when `move` does not start at `state`. */
export function fundingMoved(state: FundingState, move: FundingMove): FundingState {
  if (!canMoveFunding(state, move)) throw new Refusal('funding.wrong_status');
  return MOVES[move].to;
}

/** What reviewers decide; staged until the people are told. */
export const FUNDING_DECISIONS = ['award', 'waitlist', 'decline'] as const;
export type FundingDecision = (typeof FUNDING_DECISIONS)[number];

export const FUNDING_LABELS = {
  requested: 'To decide',
  awarded: 'Awarded',
  waitlisted: 'On the waitlist',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  bought: 'Membership bought',
  returned: 'Slot returned',
} as const satisfies Record<FundingState, string>;

export const STAGED_LABELS = {
  award: 'Award',
  waitlist: 'Waitlist',
  decline: 'Decline',
} as const satisfies Record<FundingDecision, string>;

/** A request as slots are counted: where it stands, and what is decided and not told. */
export type Standing = { state: FundingState; staged: FundingDecision | null };

/** Whether this request holds a slot: awarded or bought, or about to be. */
export const holdsSlot = ({ state, staged }: Standing): boolean =>
  state === 'awarded' || state === 'bought' || staged === 'award';

export type Slots = { all: number; taken: number; free: number };

export function slotsOf(all: number, requests: readonly Standing[]): Slots {
  const taken = requests.filter(holdsSlot).length;
  return { all, taken, free: Math.max(0, all - taken) };
}

/**
 * What becomes of `one` when `decision` is staged among all requests of its offer.
 *
 * @throws {Refusal} `funding.wrong_status`, `funding.no_slot`
 */
export function staged(
  one: Standing,
  decision: FundingDecision,
  offer: { slots: number; others: readonly Standing[] },
): Standing {
  fundingMoved(one.state, decision);
  if (decision === 'award' && slotsOf(offer.slots, offer.others).free === 0) throw new Refusal('funding.no_slot');
  return { ...one, staged: decision };
}

export type FundingDates = { opensAt: Date; closesAt: Date };
export const isAskingOpen = ({ opensAt, closesAt }: FundingDates, now: Date): boolean =>
  now >= opensAt && now < closesAt;

type Ranked = { id: string; mean: number | null; askedAt: Date };

/** Waiting requests by the mean of their reviews, best first; who asked earlier goes before among equals. */
export const byMean = <R extends Ranked>(requests: readonly R[]): R[] =>
  [...requests].sort(
    (a, b) => (b.mean ?? 0) - (a.mean ?? 0) || a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1),
  );

/** An obligation is a day of the calendar, `YYYY-MM-DD`. */
type Obligation = { dueOn: string; reportedAt: Date | null; metAt: Date | null };

/** Missed: its day has passed, it is not met, and the person has not said that it is done. */
export const isMissed = ({ dueOn, reportedAt, metAt }: Obligation, today: string): boolean =>
  dueOn < today && metAt === null && reportedAt === null;

/** Obligations hold for those who have a membership or are about to; a slot that came back leaves none. */
export const owes = (state: FundingState): boolean => state === 'awarded' || state === 'bought';

export const COULD_JOIN = {
  no: 'No',
  yes: 'Yes, but it would be hard',
  unsure: 'I am not sure',
} as const;
export type CouldJoin = keyof typeof COULD_JOIN;

/** Most words of each answer of the form, and most characters of a report. */
export const FUNDING_WORDS = { why: 150, use: 150, selfDescription: 150 } as const;
export const MOST_REPORTED = 500;
