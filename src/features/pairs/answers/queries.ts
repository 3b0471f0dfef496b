import { db } from '@/db/client';
import { isClosedTo, type UserActor } from '@/domain/actor';
import type { MatchState } from '@/domain/match';
import { matchState } from '../schema';

const person = { select: { name: true, reference: true, personId: true, state: true } } as const;

const FALLEN: readonly MatchState[] = ['declined', 'expired', 'ended_early'];

/** Where a match stands with its two people: `open` waits for somebody, `fallen` is none any more. */
const standingOf = (state: MatchState): 'open' | 'fallen' | 'firm' => {
  if (FALLEN.includes(state)) return 'fallen';
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
    return { ...row, state, standing: standingOf(state) };
  });
  const of = (standing: string) => read.filter((row) => row.standing === standing);
  return { fallen: of('fallen'), open: of('open'), firm: of('firm') };
}
export type Answers = Awaited<ReturnType<typeof listAnswers>>;
export type AnswerRow = Answers['open'][number];

/** How many announced matches fell through, for the cycle's home. */
export const countFallen = (cycleId: string, { closed }: UserActor): Promise<number> =>
  db.match.count({
    where: {
      cycleId,
      plan: { state: 'approved' },
      state: { in: [...FALLEN] },
      mentor: { personId: { notIn: [...closed] } },
      mentee: { personId: { notIn: [...closed] } },
    },
  });
