import { db } from '@/db/client';
import type { UserActor } from '@/domain/actor';
import { countLines, type BookLine } from '@/domain/cycle-book';
import { ROLES } from '@/domain/mentoring';
import { countFunnel } from '../../queries';

const PLURAL = { mentor: 'Mentors', mentee: 'Mentees' } as const;
const STEPS = {
  draft: 'not sent',
  sent: 'sent',
  accepted: 'accepted',
  hold: 'on hold',
  declined: 'declined',
  withdrawn: 'withdrawn',
} as const;
type Step = keyof typeof STEPS;
const isStep = (key: string): key is Step => key in STEPS;

/** How many applied, and what became of them. What is closed to the reader is not counted. */
export async function applicationLines(cycleId: string, reader: UserActor): Promise<BookLine[]> {
  const funnel = await countFunnel(cycleId, reader);
  const reviews = await db.review.count({
    where: { application: { cycleId, personId: { notIn: [...reader.closed] } } },
  });
  const { _sum } = await db.application.aggregate({
    where: { cycleId, role: 'mentor', state: 'accepted', personId: { notIn: [...reader.closed] } },
    _sum: { places: true },
  });
  return [
    ...ROLES.flatMap((role) =>
      countLines(
        Object.keys(STEPS)
          .filter(isStep)
          .map((step) => [`${PLURAL[role]}, ${STEPS[step]}`, funnel[role][step]] as const),
      ),
    ),
    ...countLines([
      ['Places of accepted mentors', _sum.places ?? 0],
      ['Reviews', reviews],
    ]),
  ];
}

const MATCHES = {
  confirmed: 'Confirmed',
  active: 'At work',
  on_hold: 'On hold',
  completed: 'Completed',
  ended_early: 'Ended early',
  declined: 'Somebody said no',
  expired: 'Nobody answered in time',
} as const;

/** What became of the matches, and what pairs did. */
export async function pairLines(cycleId: string, { closed }: UserActor): Promise<BookLine[]> {
  const open = { personId: { notIn: [...closed] } };
  const pairs = { cycleId, mentor: open, mentee: open };
  const states = await db.match.groupBy({ by: ['state'], where: pairs, _count: true });
  const countOf = (state: string) => states.find((row) => row.state === state)?._count ?? 0;
  const meetings = await db.pairMeeting.aggregate({ where: { match: pairs }, _count: true, _sum: { minutes: true } });
  const goals = await db.pairGoal.groupBy({ by: ['progress'], where: { match: pairs }, _count: true });
  const set = goals.reduce((sum, { _count }) => sum + _count, 0);
  return countLines([
    ...Object.entries(MATCHES).map(([state, label]) => [label, countOf(state)] as const),
    ['Times in touch, as far as logged', meetings._count],
    ['Hours, as far as logged', Math.round((meetings._sum.minutes ?? 0) / 60)],
    ['Goals set', set],
    ['Goals reached', goals.find(({ progress }) => progress === 'reached')?._count ?? 0],
  ]);
}
