import { db } from '@/db/client';
import { isClosedTo, type UserActor } from '@/domain/actor';
import type { MatchState } from '@/domain/match';
import { isAnswerable } from '../commands';
import { matchState } from '../schema';

const person = { select: { name: true, reference: true, personId: true, state: true } } as const;

/** Never began: somebody said no, or did not answer. */
const UNBEGUN: readonly MatchState[] = ['declined', 'expired'];

/** Where a match stands with its two people: `open` waits for somebody, `fallen` never began. */
const standingOf = (state: MatchState): 'open' | 'fallen' | 'firm' | 'over' => {
  if (UNBEGUN.includes(state)) return 'fallen';
  if (state === 'ended_early' || state === 'completed') return 'over';
  return state === 'announced' || state === 'mentor_confirmed' ? 'open' : 'firm';
};

/** The announced matches of a cycle: what fell through first, then who has not answered, by the day it is due. */
export async function listAnswers(cycleId: string, viewer: UserActor) {
  const rows = await db.match.findMany({
    where: { cycleId, plan: { state: 'approved' }, state: { notIn: ['proposed', 'approved'] } },
    select: {
      id: true,
      reference: true,
      state: true,
      version: true,
      mentorAnswer: true,
      menteeAnswer: true,
      endedReason: true,
      answerBy: true,
      mentor: person,
      mentee: person,
    },
    orderBy: [{ answerBy: 'asc' }, { reference: 'asc' }],
  });
  const open = rows.filter(({ mentor, mentee }) =>
    [mentor, mentee].every(({ personId }) => !isClosedTo(viewer, personId)),
  );
  const read = open.map((row) => {
    const state = matchState.parse(row.state);
    return { ...row, state, standing: standingOf(state), answerable: isAnswerable(state) };
  });
  const of = (standing: string) => read.filter((row) => row.standing === standing);
  return { fallen: of('fallen'), open: of('open'), firm: of('firm'), over: of('over') };
}
export type Answers = Awaited<ReturnType<typeof listAnswers>>;
export type AnswerRow = Answers['open'][number];

/** How many matches of the plan in force never began, for the cycle's home. */
export const countFallen = (cycleId: string, { closed }: UserActor): Promise<number> =>
  db.match.count({
    where: {
      cycleId,
      plan: { state: 'approved' },
      state: { in: [...UNBEGUN] },
      mentor: { personId: { notIn: [...closed] } },
      mentee: { personId: { notIn: [...closed] } },
    },
  });
