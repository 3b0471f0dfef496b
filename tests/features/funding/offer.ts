import { db } from '@/db/client';
import { newId } from '@/lib/id';
import { NOW } from '../../support/factories';

const DAY_MS = 86_400_000;
export const after = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
/** Asking is open at NOW and has closed by then. */
export const CLOSED = after(10);

const CRITERIA = [
  { key: 'c1', label: 'Need', question: 'Could they join?', anchors: ['Easily', 'Perhaps', 'Hardly', 'No'] },
  { key: 'c2', label: 'Use', question: 'What for?', anchors: ['Unclear', 'Idea', 'Plan', 'Steps'] },
];
const OBLIGATIONS = [
  { title: 'A post for the blog', dueOn: '2030-06-01' },
  { title: 'Help at an event', dueOn: '2030-09-01' },
];

/** Two memberships in a cycle; its id. */
export async function createOffer(organizationId: string, cycleId: string): Promise<string> {
  const id = newId(NOW);
  await db.fundingOffer.create({
    data: {
      id,
      organizationId,
      cycleId,
      name: 'Funded memberships',
      slots: 2,
      opensAt: after(-5),
      closesAt: after(5),
      decideBy: after(20),
      waitlistUntil: after(60),
      criteria: CRITERIA,
      obligations: OBLIGATIONS,
      updatedAt: NOW,
    },
  });
  return id;
}
