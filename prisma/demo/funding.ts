import type { FundingDecision, FundingState } from '../../src/domain/funding';
import { newId } from '../../src/lib/id';
import type { DemoUser } from './committee';
import type { Applied, DemoCycle, Ground } from './cycles';
import { FUNDING_WORDS } from './funding-words';

const DAY_MS = 86_400_000;

type Days = { opens: number; closes: number; decides: number; waits: number; due: readonly [number, number] };
type NewOffer = { slots: number; days: Days };

const CRITERIA = [
  {
    key: 'c1',
    label: 'Need',
    question: 'Could they join without it?',
    anchors: ['Easily', 'With some effort', 'Hardly', 'Not at all'],
  },
  {
    key: 'c2',
    label: 'Use',
    question: 'What would they do with a membership?',
    anchors: ['Unclear', 'A first idea', 'A plan', 'A plan, with first steps'],
  },
  {
    key: 'c3',
    label: 'Reach',
    question: 'Whom would it reach beyond themselves?',
    anchors: ['Nobody yet', 'Their team', 'Their library', 'A community we seldom reach'],
  },
];

/** An evening, some days after the start, as every deadline is. */
const evening = (start: Date, days: number) => {
  const day = new Date(start.getTime() + days * DAY_MS);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + 1, 5, 59));
};

const promised = (start: Date, due: readonly [number, number]) =>
  ['A post for the association’s blog', 'Help at one event of the association'].map((title, index) => ({
    title,
    dueOn: evening(start, (due[index] ?? 0) - 1)
      .toISOString()
      .slice(0, 10),
  }));

/** Funded memberships with a cycle. @returns the offer's id */
export async function createOffer(
  { tx, start, organizationId }: Ground,
  cycle: DemoCycle,
  { slots, days }: NewOffer,
): Promise<string> {
  const id = newId(start);
  await tx.fundingOffer.create({
    data: {
      id,
      organizationId,
      cycleId: cycle.id,
      name: 'Funded one-year memberships',
      slots,
      opensAt: new Date(evening(start, days.opens - 1).getTime() + 60_000),
      closesAt: evening(start, days.closes),
      decideBy: evening(start, days.decides),
      waitlistUntil: evening(start, days.waits),
      criteria: CRITERIA,
      obligations: promised(start, days.due),
      updatedAt: start,
    },
  });
  return id;
}

type Asked = { state: FundingState; staged?: FundingDecision; ratings?: readonly number[] };
type Asking = {
  offerId: string;
  applied: readonly Applied[];
  asked: readonly Asked[];
  reviewer: DemoUser;
  /** When the last of them asked, in days from the start. */
  days: number;
};

/** Requests of some applicants, each with a review where it was read. @returns their ids */
export async function createRequests({ tx, start, organizationId }: Ground, asking: Asking): Promise<string[]> {
  const { offerId, applied, asked, reviewer, days } = asking;
  const ids: string[] = [];
  for (const [index, { state, staged, ratings }] of asked.entries()) {
    const askedAt = new Date(start.getTime() + (days - index) * DAY_MS);
    const id = newId(askedAt);
    const words = FUNDING_WORDS[index % FUNDING_WORDS.length];
    const person = applied[index];
    if (!words || !person) continue;
    const { self, ...texts } = words;
    const isOver = state === 'withdrawn';
    await tx.fundingRequest.create({
      data: {
        id,
        organizationId,
        offerId,
        personId: person.personId,
        ...texts,
        selfDescription: isOver ? '' : self,
        selfConsentAt: self && !isOver ? askedAt : null,
        promisedAt: askedAt,
        state,
        staged: staged ?? null,
        askedAt,
        toldAt: state === 'requested' || isOver ? null : start,
      },
    });
    if (ratings)
      await tx.fundingReview.create({
        data: {
          id: newId(start),
          organizationId,
          requestId: id,
          reviewerId: reviewer.id,
          ratings: Object.fromEntries(CRITERIA.map(({ key }, at) => [key, ratings[at] ?? 2])),
          comment: words.use.length > 90 ? 'A plan with names and dates.' : '',
          savedAt: start,
        },
      });
    ids.push(id);
  }
  return ids;
}

/** What those with a membership do in return: reported, met, or neither. */
export async function createPromises(
  { tx, start, organizationId }: Ground,
  requestIds: readonly string[],
  due: readonly [number, number],
  stateOf: (request: number, position: number) => 'met' | 'reported' | 'open',
): Promise<void> {
  for (const [index, requestId] of requestIds.entries())
    await tx.fundingObligation.createMany({
      data: promised(start, due).map(({ title, dueOn }, at) => {
        const state = stateOf(index, at);
        return {
          id: newId(start),
          organizationId,
          requestId,
          position: at + 1,
          title,
          dueOn: new Date(`${dueOn}T00:00:00Z`),
          note: state === 'open' ? '' : 'A post about our summer reading, on the blog since last month.',
          reportedAt: state === 'open' ? null : start,
          metAt: state === 'met' ? start : null,
        };
      }),
    });
}
