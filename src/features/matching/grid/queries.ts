import { gridOf } from '@/domain/matching/reports/grid';
import { loadMatching, visibleTo, type Viewer } from '../inputs/queries';
import { scoreInputs } from '../scored/queries';
import { findPlan } from '../plans/queries';
import { madeWith } from '../workbench/queries';

/** Wider than this nobody reads; the workbench does the same for one mentee at a time. */
const MOST_MENTORS = 60;

/** Every mentee with every mentor; null when there is no such plan. Of many mentors the first ones of `from` on. */
export async function findGrid(
  cycleId: string,
  { number, from, viewer }: { number: number; from: number; viewer: Viewer },
) {
  const plan = await findPlan(cycleId, number, viewer);
  if (!plan) return null;
  const inputs = visibleTo(await loadMatching(cycleId), viewer);
  const { scored } = scoreInputs(inputs, madeWith(plan, inputs));
  const made = new Map(plan.matches.map((match) => [match.menteeApplicationId, match]));
  const held = (mentorId: string) => plan.matches.filter((match) => match.mentorApplicationId === mentorId).length;
  const personOf = (id: string) => {
    const person = inputs.people.get(id);
    return {
      id,
      name: person?.name ?? '',
      reference: person?.reference ?? '',
      places: person?.places ?? 0,
      free: held(id) < (person?.places ?? 0),
    };
  };
  const start = from < inputs.mentors.length ? from : 0;
  const mentors = inputs.mentors.slice(start, start + MOST_MENTORS).map(({ applicationId }) => personOf(applicationId));
  const rows = gridOf(scored, viewer.readsVetoes ? 'staff' : 'others').map(({ menteeId, cells }) => ({
    mentee: personOf(menteeId),
    matched: made.has(menteeId),
    cells: cells.slice(start, start + MOST_MENTORS).map((cell) => ({
      ...cell,
      matchId: made.get(menteeId)?.mentorApplicationId === cell.mentorId ? (made.get(menteeId)?.id ?? '') : '',
    })),
  }));
  const next = start + MOST_MENTORS < inputs.mentors.length ? start + MOST_MENTORS : null;
  const { number: shown, id, version, state } = plan;
  return { plan: { number: shown, id, version, state }, mentors, rows, start, next, allMentors: inputs.mentors.length };
}
export type Grid = NonNullable<Awaited<ReturnType<typeof findGrid>>>;
