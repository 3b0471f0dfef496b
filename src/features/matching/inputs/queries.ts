import { db } from '@/db/client';
import { storedAnswers, textOf } from '@/domain/answers';
import { priorityAfter } from '@/domain/carry';
import { areasOf } from '@/domain/forms/frameworks';
import type { Weights } from '@/domain/matching/factors';
import type { Pair } from '@/domain/matching/problem';
import type { RuleFacts } from '@/domain/matching/rules';
import type { MatchingCycle, PlanSettings } from '@/domain/matching/score-cycle';
import { menteeProfile, mentorProfile } from '@/domain/profile';
import { getForm } from '@/features/forms/queries';
import { countWaits, listLastPartners } from '../earlier/queries';
import { rulesSchema, weightsSchema, type RunOptions } from './schema';

/** Who is matched: accepted applications. People on hold are waitlisted, never matched. */
const MATCHED_STATE = 'accepted';

const listAccepted = (cycleId: string) =>
  db.application.findMany({
    where: { cycleId, state: MATCHED_STATE, personId: { not: null } },
    select: {
      id: true,
      personId: true,
      role: true,
      name: true,
      reference: true,
      places: true,
      answers: true,
      formVersion: true,
    },
    orderBy: { id: 'asc' },
  });

const side = { select: { personId: true, state: true } } as const;

/** Locks and vetoes among those who are matched. Chosen here: as a join the database takes a second over it while its figures are old. */
async function listRules(cycleId: string) {
  const rows = await db.pairRule.findMany({
    where: { cycleId },
    select: {
      id: true,
      kind: true,
      source: true,
      reason: true,
      mentorApplicationId: true,
      menteeApplicationId: true,
      mentor: side,
      mentee: side,
    },
    orderBy: { id: 'asc' },
  });
  return rows.filter(({ mentor, mentee }) => mentor.state === MATCHED_STATE && mentee.state === MATCHED_STATE);
}

type RuleRow = Awaited<ReturnType<typeof listRules>>[number];

const pairOf = (rule: RuleRow): Pair => [rule.menteeApplicationId, rule.mentorApplicationId];

function factsOf(rules: readonly RuleRow[], lastCycle: RuleFacts['lastCycle']): RuleFacts {
  const vetoes = rules.filter(({ kind }) => kind === 'veto');
  return {
    locks: rules.filter(({ kind }) => kind === 'lock').map(pairOf),
    committeeVetoes: vetoes.filter(({ source }) => source === 'committee').map(pairOf),
    participantVetoes: vetoes
      .filter(({ source }) => source === 'participant')
      .map(({ mentee, mentor }) => [mentee.personId ?? '', mentor.personId ?? ''] as const),
    lastCycle,
  };
}

type ApplicationRow = Awaited<ReturnType<typeof listAccepted>>[number];

function personOf({ answers: stored, personId, ...row }: ApplicationRow) {
  const answers = storedAnswers(stored);
  const [given = row.name] = row.name.split(' ');
  return {
    ...row,
    answers,
    personId: personId ?? '',
    reference: row.reference ?? '',
    /** As they stand in sentences. */
    shortName: textOf(answers, 'preferred_name') || given,
    place: textOf(answers, 'subdivision').replace(/^[A-Z]{2}-/, ''),
  };
}

/** Everything the matcher may know of a cycle, in a constant number of queries. Nothing confidential is in it. */
export async function loadMatching(cycleId: string) {
  const cycle = await db.cycle.findUniqueOrThrow({
    where: { id: cycleId },
    select: {
      id: true,
      organizationId: true,
      programId: true,
      code: true,
      startsAt: true,
      hasIdentity: true,
      purge: { select: { startedAt: true } },
      keyId: true,
      weights: true,
      rules: true,
      formVersion: true,
    },
  });
  const [applications, pairRules, lastCycle] = await Promise.all([
    listAccepted(cycleId),
    listRules(cycleId),
    listLastPartners(cycle.programId, cycle.startsAt),
  ]);
  const people = applications.map(personOf);
  const rules = rulesSchema.parse(cycle.rules);
  const mentees = people.filter(({ role }) => role === 'mentee');
  const waits = rules.credit
    ? await countWaits(
        cycle.programId,
        cycle.startsAt,
        mentees.map(({ personId }) => personId),
      )
    : new Map<string, number>();
  // What the form asks now comes first: of earlier versions only as many areas are read as the matcher takes.
  const earlier = applications.map(({ formVersion }) => formVersion).sort();
  const versions = [...new Set([cycle.formVersion, ...earlier])];
  return {
    areas: areasOf(await Promise.all(versions.map(getForm))),
    cycle: { ...cycle, weights: weightsSchema.parse(cycle.weights), rules },
    people: new Map(people.map((person) => [person.id, person])),
    mentors: people.filter(({ role }) => role === 'mentor').map(mentorProfile),
    mentees: mentees.map((row) => menteeProfile(row, priorityAfter(waits.get(row.personId) ?? 0))),
    /** Of people who count for more: in how many earlier cycles they waited. */
    waits,
    pairRules,
    facts: factsOf(pairRules, lastCycle),
  };
}

/** Who looks. Applications of people who are closed to them, and whoever is paired with one, they never see, counts included. */
export type Viewer = {
  /** People who are closed to them, themselves among them. */
  closed: readonly string[];
  /** Staff read a participant's veto as what it is. */
  readsVetoes: boolean;
};

/** The inputs without the applications that are closed to the viewer: what a fenced member may see and count. */
export function visibleTo(inputs: MatchingInputs, { closed }: Viewer): MatchingInputs {
  const isOpen = (personId: string | null) => personId === null || !closed.includes(personId);
  const others = <P extends { personId: string }>(list: readonly P[]) =>
    list.filter(({ personId }) => isOpen(personId));
  const pairRules = inputs.pairRules.filter(({ mentor, mentee }) => isOpen(mentor.personId) && isOpen(mentee.personId));
  return {
    ...inputs,
    people: new Map([...inputs.people].filter(([, { personId }]) => isOpen(personId))),
    mentors: others(inputs.mentors),
    mentees: others(inputs.mentees),
    pairRules,
    facts: factsOf(pairRules, inputs.facts.lastCycle),
  };
}

export type MatchingInputs = Awaited<ReturnType<typeof loadMatching>>;
export type MatchingPerson = MatchingInputs['people'] extends ReadonlyMap<string, infer Person> ? Person : never;

/** The inputs as the matcher takes them. */
export const toMatchingCycle = (inputs: MatchingInputs, weights: Weights): MatchingCycle => ({
  areas: inputs.areas,
  mentees: inputs.mentees,
  mentors: inputs.mentors,
  weights,
  rules: inputs.cycle.rules,
  facts: inputs.facts,
  instant: inputs.cycle.startsAt,
});

/** Names in sentences, by application. */
export const nameIn = (inputs: MatchingInputs) => (id: string) => inputs.people.get(id)?.shortName ?? '';

/** By application: the name in sentences, and the full one in what went wrong, as the engine takes them. */
export const engineNames = ({ people }: MatchingInputs) =>
  Object.fromEntries([...people].map(([id, { shortName, name }]) => [id, { short: shortName, full: name }]));

/** Ties are settled by the cycle's code, so that every run of a cycle settles them alike. */
export const planSettings = (code: string, { objective, fairness }: RunOptions): PlanSettings => ({
  objective,
  fairness,
  seed: code,
  previous: [],
});
