import { candidatesFor, hardestFirst, type Candidate } from '@/domain/matching/explain';
import { FACTORS } from '@/domain/matching/factors';
import { planFaults } from '@/domain/matching/plan-check';
import type { Pair } from '@/domain/matching/problem';
import { findChoices } from '../inquiries/queries';
import type { ChoiceRow } from '../inquiries/schema';
import { loadMatching, nameIn, visibleTo, type MatchingInputs, type Viewer } from '../inputs/queries';
import { scoreInputs } from '../scored/queries';
import { DEFAULT_OPTIONS, optionsSchema, weightsSchema } from '../inputs/schema';
import { findPlan, type OpenedPlan } from '../plans/queries';

/** What a plan was made with; a plan from elsewhere has neither options nor weights of its own. */
export function madeWith({ weights, run }: OpenedPlan, inputs: MatchingInputs) {
  const own = weightsSchema.safeParse(weights);
  return {
    weights: own.success ? own.data : inputs.cycle.weights,
    options: run ? optionsSchema.parse(run.options) : DEFAULT_OPTIONS,
  };
}

/** Rules of the committee on pairs, by mentee and mentor. */
const ruleOn = ({ pairRules }: MatchingInputs, menteeId: string, mentorId: string, kind: 'lock' | 'veto') =>
  pairRules.find(
    (rule) =>
      rule.kind === kind &&
      rule.source === 'committee' &&
      rule.menteeApplicationId === menteeId &&
      rule.mentorApplicationId === mentorId,
  ) ?? null;

type Scene = {
  plan: OpenedPlan;
  inputs: MatchingInputs;
  scored: ReturnType<typeof scoreInputs>['scored'];
};

function listMentees({ plan, inputs, scored }: Scene) {
  const matchOf = new Map(plan.matches.map((match) => [match.menteeApplicationId, match]));
  return hardestFirst(scored).flatMap(({ menteeId, options }) => {
    const person = inputs.people.get(menteeId);
    if (!person || plan.closed.includes(menteeId)) return [];
    const match = matchOf.get(menteeId);
    const { id, name, shortName, reference, place, personId } = person;
    const partner = match && {
      matchId: match.id,
      mentorId: match.mentorApplicationId,
      name: match.mentor.name,
      fit: match.fit,
      handMade: match.handMade,
      lock: ruleOn(inputs, menteeId, match.mentorApplicationId, 'lock'),
    };
    const waits = inputs.waits.get(personId) ?? 0;
    return [{ id, name, shortName, reference, place, options, waits, partner: partner ?? null }];
  });
}
export type MenteeEntry = ReturnType<typeof listMentees>[number];

/** As many as one reads; the numbers beside them are complete. */
const MOST_REASONS = 3;

const pointsOf = ({ points }: Candidate) =>
  FACTORS.flatMap(({ key, label }) => {
    const value = points[key];
    return value === undefined ? [] : [{ key, label, points: value }];
  });

/** The mentee who is looked at, with what their choices cost once the plan is studied. */
type Looked = { mentee: MenteeEntry; prices: readonly ChoiceRow[] };

function toCandidate({ plan, inputs }: Scene, { mentee, prices }: Looked, candidate: Candidate) {
  const person = inputs.people.get(candidate.mentorId);
  const held = plan.matches.filter(({ mentorApplicationId }) => mentorApplicationId === candidate.mentorId);
  const places = person?.places ?? 0;
  return {
    mentorId: candidate.mentorId,
    name: person?.name ?? '',
    reference: person?.reference ?? '',
    place: person?.place ?? '',
    fit: candidate.fit,
    points: pointsOf(candidate),
    notConsidered: candidate.notConsidered,
    sentence: candidate.reasons
      .map(({ text }) => text)
      .filter((text) => text !== '')
      .slice(0, MOST_REASONS)
      .join(' '),
    places,
    free: Math.max(0, places - held.length),
    /** The mentees this mentor has in the plan. */
    holds: held.map(({ mentee: { id, name } }) => ({ id, name })),
    isPartner: mentee.partner?.mentorId === candidate.mentorId,
    price: prices.find(({ mentorId }) => mentorId === candidate.mentorId) ?? null,
    lock: ruleOn(inputs, mentee.id, candidate.mentorId, 'lock'),
  };
}
export type CandidateEntry = ReturnType<typeof toCandidate>;

function chosenMentee(scene: Scene, looked: Looked, viewer: Viewer) {
  const { mentee } = looked;
  const { inputs, scored, plan } = scene;
  const reader = viewer.readsVetoes ? 'staff' : 'others';
  const { candidates, excluded } = candidatesFor(scored, mentee.id, { nameOf: nameIn(inputs), reader });
  return {
    ...mentee,
    candidates: candidates.map((candidate) => toCandidate(scene, looked, candidate)),
    excluded: excluded.map(({ mentorId, rules }) => ({
      mentorId,
      rules,
      name: inputs.people.get(mentorId)?.name ?? '',
      reference: inputs.people.get(mentorId)?.reference ?? '',
      veto: ruleOn(inputs, mentee.id, mentorId, 'veto'),
      isPartner: plan.matches.some(
        (match) => match.menteeApplicationId === mentee.id && match.mentorApplicationId === mentorId,
      ),
    })),
  };
}
export type ChosenMentee = ReturnType<typeof chosenMentee>;

/** Whether people, rules, locks or vetoes changed since, and what does not hold any more. Asked of everything, shown without names. */
function standingOf(plan: OpenedPlan, inputs: MatchingInputs, pairs: readonly Pair[]) {
  const { problem, inputsHash } = scoreInputs(inputs, madeWith(plan, inputs));
  return { stale: inputsHash !== plan.inputsHash, faults: planFaults(problem, pairs) };
}

type Asked = { number: number; viewer: Viewer; menteeId: string | null };

/** The workbench of one plan, with one mentee looked at; null when there is no such plan. */
export async function findWorkbench(cycleId: string, { number, viewer, menteeId }: Asked) {
  const plan = await findPlan(cycleId, number, viewer);
  if (!plan) return null;
  const everything = await loadMatching(cycleId);
  const inputs = visibleTo(everything, viewer);
  const { scored } = scoreInputs(inputs, madeWith(plan, inputs));
  const scene = { plan, inputs, scored };
  const mentees = listMentees(scene);
  const mentee = mentees.find(({ id }) => id === menteeId) ?? mentees[0];
  const prices = mentee ? await findChoices(plan.id, mentee.id) : [];
  const isThere = (id: string) => everything.people.has(id);
  const { pairs: _all, closed: _own, ...open } = plan;
  return {
    plan: open,
    wishes: {
      hasIdentity: everything.cycle.hasIdentity,
      deletedFrom: everything.cycle.purge?.startedAt ?? null,
    },
    ...standingOf(plan, everything, plan.pairs),
    mentees,
    unmatched: mentees.filter(({ partner }) => !partner).length,
    chosen: mentee ? chosenMentee(scene, { mentee, prices }, viewer) : null,
    /** Pairs with somebody who is no longer accepted. */
    gone: plan.matches.filter((match) => !isThere(match.menteeApplicationId) || !isThere(match.mentorApplicationId)),
  };
}
export type Workbench = NonNullable<Awaited<ReturnType<typeof findWorkbench>>>;
