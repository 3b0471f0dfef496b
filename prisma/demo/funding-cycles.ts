import type { DemoUser } from './committee';
import type { Applied, DemoCycle, Ground } from './cycles';
import { createOffer, createPromises, createRequests } from './funding';

type Cycles = {
  active: DemoCycle;
  mentees: readonly Applied[];
  inReview: DemoCycle;
  applied: readonly Applied[];
  open: DemoCycle;
};

/** The active cycle's memberships: three are bought, one of their obligations was missed. */
async function fillActive(ground: Ground, reviewer: DemoUser, { active, mentees }: Cycles): Promise<void> {
  const due = [-90, 40] as const;
  const days = { opens: -428, closes: -375, decides: -350, waits: -290, due };
  const offerId = await createOffer(ground, active, { slots: 3, days });
  const bought = { state: 'bought', ratings: [4, 3, 3] } as const;
  const asked = [bought, bought, bought];
  const ids = await createRequests(ground, { offerId, applied: mentees, asked, reviewer, days: -378 });
  await createPromises(ground, ids, due, (request, at) => (request === 1 ? 'open' : at === 0 ? 'met' : 'open'));
}

/** The cycle in review: eight mentees asked for five memberships, and are in every state between asking and having one. */
async function fillInReview(ground: Ground, reviewer: DemoUser, { inReview, applied }: Cycles): Promise<void> {
  const due = [200, 290] as const;
  const days = { opens: -60, closes: -2, decides: 12, waits: 70, due };
  const offerId = await createOffer(ground, inReview, { slots: 5, days });
  const ids = await createRequests(ground, {
    offerId,
    applied: applied.filter(({ role }) => role === 'mentee'),
    asked: [
      { state: 'bought', ratings: [4, 4, 4] },
      { state: 'requested', ratings: [3, 2, 2] },
      { state: 'awarded', ratings: [3, 4, 4] },
      { state: 'waitlisted', ratings: [2, 2, 1] },
      { state: 'withdrawn' },
      { state: 'requested', staged: 'award', ratings: [4, 4, 3] },
      { state: 'declined', ratings: [1, 1, 1] },
      { state: 'requested' },
    ],
    reviewer,
    days: -3,
  });
  const [bought = '', , awarded = ''] = ids;
  await createPromises(ground, [bought, awarded], due, (request, at) =>
    request === 0 && at === 0 ? 'reported' : 'open',
  );
}

/** Funded memberships of three cycles: one that ran, one that is being decided, one that can still be asked for. */
export async function fillFunding(ground: Ground, reviewer: DemoUser, cycles: Cycles): Promise<void> {
  await fillActive(ground, reviewer, cycles);
  await fillInReview(ground, reviewer, cycles);
  const days = { opens: -18, closes: 23, decides: 40, waits: 90, due: [180, 300] } as const;
  await createOffer(ground, cycles.open, { slots: 10, days });
}
