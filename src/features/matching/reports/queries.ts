import { benchOf } from '@/domain/matching/reports/bench';
import { fairnessReport } from '@/domain/matching/reports/fairness';
import { blockingPairs } from '@/domain/matching/reports/stability';
import { RULE_KEYS, ruleLabel } from '@/domain/matching/rules';
import { findStudy } from '../inquiries/queries';
import type { StudyRow } from '../inquiries/schema';
import { loadMatching, visibleTo, type MatchingInputs, type Viewer } from '../inputs/queries';
import { scoreInputs } from '../scored/queries';
import { findPlan, type OpenedPlan } from '../plans/queries';
import { hasRecord } from '../records/queries';
import { madeWith } from '../workbench/queries';

type Suggested = StudyRow['unmatched'][number]['changes'][number];

/** A change in words with whom it is about; null when they are closed to the viewer. */
function toChange(change: Suggested, inputs: MatchingInputs) {
  if (change.kind === 'minimum-score') return { ...change, name: '', rule: '' };
  const mentor = inputs.people.get(change.mentorId);
  if (!mentor) return null;
  const key = change.kind === 'rule' ? RULE_KEYS.find((rule) => rule === change.rule) : undefined;
  return { ...change, name: mentor.name, rule: key ? ruleLabel(key, 'others') : '' };
}
export type SuggestedChange = NonNullable<ReturnType<typeof toChange>>;

const personOf = (inputs: MatchingInputs, id: string) => {
  const person = inputs.people.get(id);
  return person ? { id, name: person.name, reference: person.reference, place: person.place } : null;
};

function studyFor(study: StudyRow, inputs: MatchingInputs, fenced: boolean) {
  return {
    demand: fenced ? null : study.demand,
    weights: study.weights,
    places: study.prices.places.flatMap(({ mentorId, ...gain }) => {
      const mentor = personOf(inputs, mentorId);
      return mentor ? [{ ...mentor, ...gain }] : [];
    }),
    whereToLook: study.whereToLook.map((finding) => ({
      ...finding,
      area: inputs.areas.find(({ value }) => value === finding.strongest)?.label ?? finding.strongest,
    })),
    unmatched: study.unmatched.flatMap(({ menteeId, open, rules, changes }) => {
      const mentee = personOf(inputs, menteeId);
      if (!mentee) return [];
      const seen = changes.map((change) => toChange(change, inputs)).filter((change) => change !== null);
      return [{ ...mentee, open, rules, changes: seen }];
    }),
  };
}
export type StudyView = ReturnType<typeof studyFor>;
export type UnmatchedEntry = StudyView['unmatched'][number];

function stabilityOf(plan: OpenedPlan, inputs: MatchingInputs) {
  const { problem } = scoreInputs(inputs, madeWith(plan, inputs));
  const locks = new Set(problem.locks.map((pair) => pair.join()));
  const matches = plan.matches.map(({ menteeApplicationId: mentee, mentorApplicationId: mentor, fit }) => {
    return { mentee, mentor, fit, locked: locks.has([mentee, mentor].join()) };
  });
  const known = matches.filter(({ mentee, mentor }) => inputs.people.has(mentee) && inputs.people.has(mentor));
  return blockingPairs(problem, known).map((pair) => ({
    ...pair,
    menteeName: inputs.people.get(pair.mentee)?.name ?? '',
    mentorName: inputs.people.get(pair.mentor)?.name ?? '',
    givesUpName: pair.givesUp === null ? null : (inputs.people.get(pair.givesUp)?.name ?? ''),
  }));
}
export type UnstablePair = ReturnType<typeof stabilityOf>[number];

function benchFor(plan: OpenedPlan, inputs: MatchingInputs) {
  const { problem } = scoreInputs(inputs, madeWith(plan, inputs));
  const known = plan.matches.filter(
    (match) => inputs.people.has(match.menteeApplicationId) && inputs.people.has(match.mentorApplicationId),
  );
  const pairs = known.map((match) => ({
    mentee: match.menteeApplicationId,
    mentor: match.mentorApplicationId,
    fit: match.fit,
  }));
  const named = (found: { id: string; fit: number } | null) =>
    found && { name: inputs.people.get(found.id)?.name ?? '', fit: found.fit };
  return benchOf(problem, pairs).map(({ mentee, mentor, nextMentor, nextMentee }) => ({
    id: mentee,
    menteeName: inputs.people.get(mentee)?.name ?? '',
    mentorName: inputs.people.get(mentor)?.name ?? '',
    nextMentor: named(nextMentor),
    nextMentee: named(nextMentee),
  }));
}
export type BenchRow = ReturnType<typeof benchFor>[number];

/** All that is to be read about one plan; null when there is no such plan. The study may still be under way. */
export async function findReport(cycleId: string, number: number, viewer: Viewer) {
  const plan = await findPlan(cycleId, number, viewer);
  if (!plan) return null;
  const [everything, found] = await Promise.all([loadMatching(cycleId), findStudy(plan.id)]);
  const inputs = visibleTo(everything, viewer);
  const pairs = plan.matches.map(({ menteeApplicationId: mentee, mentorApplicationId: mentor, fit }) => ({
    mentee,
    mentor,
    fit,
  }));
  return {
    plan: { id: plan.id, number: plan.number, state: plan.state },
    /** The run to check, when its files were kept. */
    runId: plan.run && (await hasRecord(plan.run.id)) ? plan.run.id : null,
    fairness: fairnessReport(inputs.mentees, pairs, 'working'),
    unstable: stabilityOf(plan, inputs),
    bench: benchFor(plan, inputs),
    studyState: found?.state ?? null,
    studyProblem: found?.problem ?? '',
    study: found?.study ? studyFor(found.study, inputs, inputs.people.size < everything.people.size) : null,
  };
}
export type Report = NonNullable<Awaited<ReturnType<typeof findReport>>>;
