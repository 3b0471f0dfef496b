import { db } from '@/db/client';
import type { MatchingInputs } from '../inputs/queries';
import { loadMatching, visibleTo, type Viewer } from '../inputs/queries';
import { DEFAULT_OPTIONS, optionsSchema, weightsSchema } from '../inputs/schema';
import { answerSchema, choicesSchema, questionSchema, type ChoiceRow, type RepairRow } from './schema';

const STATES = ['queued', 'answered', 'failed'] as const;
export type InquiryState = (typeof STATES)[number];
const stateOf = (state: string): InquiryState => STATES.find((known) => known === state) ?? 'queued';

/** For the worker: the question with what its plan was made with; null when it is answered. */
export async function findOpenInquiry(id: string) {
  const row = await db.inquiry.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      cycleId: true,
      question: true,
      askedById: true,
      plan: {
        select: {
          weights: true,
          matches: { select: { menteeApplicationId: true, mentorApplicationId: true, state: true } },
          run: { select: { id: true, options: true, inputsHash: true, record: { select: { resultHash: true } } } },
        },
      },
    },
  });
  if (row?.state !== 'queued') return null;
  const { plan, question, ...rest } = row;
  const own = weightsSchema.safeParse(plan.weights);
  return {
    ...rest,
    question: questionSchema.parse(question),
    weights: own.success ? own.data : null,
    options: plan.run ? optionsSchema.parse(plan.run.options) : DEFAULT_OPTIONS,
    run: plan.run,
    matches: plan.matches,
  };
}

export const findInquiryState = async (id: string): Promise<InquiryState> =>
  stateOf((await db.inquiry.findUnique({ where: { id }, select: { state: true } }))?.state ?? '');

type Difference = Extract<ReturnType<typeof answerSchema.parse>, { kind: 'difference' }>['difference'];

/** What differs, over those the viewer may see: for a fenced member sums are made of visible rows alone. */
function visibleDifference({ before, after, changes }: Difference, inputs: MatchingInputs, fenced: boolean) {
  const { people } = inputs;
  const seen = (id: string | null) => id === null || people.has(id);
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? ''));
  const rows = changes.filter(({ mentee, from, to }) => [mentee, from, to].every(seen));
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length;
  return {
    figures: fenced ? null : { before, after },
    matchedChange: count('gained') - count('lost'),
    fitChange: rows.reduce((sum, { fitChange }) => sum + fitChange, 0),
    same: count('same'),
    changed: rows
      .filter(({ kind }) => kind !== 'same')
      .map((row) => ({
        ...row,
        id: row.mentee,
        name: nameOf(row.mentee) ?? '',
        reference: people.get(row.mentee)?.reference ?? '',
        from: nameOf(row.from),
        to: nameOf(row.to),
      })),
  };
}
export type VisibleDifference = ReturnType<typeof visibleDifference>;

/** Chains of moves with names; everybody who left is told as such. */
function repairFor(found: RepairRow | null, { people }: MatchingInputs) {
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id)?.name ?? 'somebody who left'));
  return {
    possible: found !== null,
    matched: found?.plan.length ?? 0,
    changed: found?.changed ?? 0,
    proved: found?.proved ?? false,
    chains: (found?.chains ?? []).map((chain) =>
      chain.map(({ mentee, kind, from, to, fitChange }) => ({
        id: mentee,
        kind,
        fitChange,
        name: nameOf(mentee) ?? '',
        from: nameOf(from),
        to: nameOf(to),
      })),
    ),
  };
}
export type RepairView = ReturnType<typeof repairFor>;

/** A what-if of a plan with its answer; null when there is none, or when it is about somebody closed to the viewer. */
export async function findWhatIf(cycleId: string, id: string, viewer: Viewer) {
  const row = await db.inquiry.findFirst({
    where: { id, cycleId, kind: { not: 'study' } },
    select: {
      id: true,
      state: true,
      question: true,
      answer: true,
      problem: true,
      askedAt: true,
      plan: { select: { id: true, number: true, version: true } },
    },
  });
  if (!row) return null;
  const question = questionSchema.parse(row.question);
  const everything = await loadMatching(cycleId);
  const inputs = visibleTo(everything, viewer);
  const fenced = inputs.people.size < everything.people.size;
  const personOf = (person: string) => inputs.people.get(person)?.name ?? null;
  const named = JSON.stringify(question).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
  if (fenced && named.some((person) => personOf(person) === null)) return null;
  const answer = row.answer === null ? null : answerSchema.parse(row.answer);
  return {
    id: row.id,
    plan: row.plan,
    state: stateOf(row.state),
    problem: row.problem,
    askedAt: row.askedAt,
    question,
    nameOf: (person: string) => personOf(person) ?? '',
    replay: answer?.kind === 'replay' ? answer : null,
    repair: answer?.kind === 'repair' && !fenced ? repairFor(answer.repair, inputs) : null,
    difference: answer?.kind === 'difference' ? visibleDifference(answer.difference, inputs, fenced) : null,
  };
}
export type WhatIfView = NonNullable<Awaited<ReturnType<typeof findWhatIf>>>;

/** The latest study of a plan; null when none was asked for. */
export async function findStudy(planId: string) {
  const row = await db.inquiry.findFirst({
    where: { planId, kind: 'study' },
    orderBy: { askedAt: 'desc' },
    select: { state: true, answer: true, problem: true, askedAt: true },
  });
  if (!row) return null;
  const answer = row.answer === null ? null : answerSchema.parse(row.answer);
  return {
    state: stateOf(row.state),
    problem: row.problem,
    askedAt: row.askedAt,
    study: answer?.kind === 'study' ? answer.study : null,
  };
}

/**
 * What choices for one mentee cost, from the latest study of a plan; none before it is studied. Picked out in the database:
 * a whole study is hundreds of kilobytes.
 */
export async function findChoices(planId: string, menteeId: string): Promise<ChoiceRow[]> {
  const rows = await db.$queryRaw<{ choices: unknown }[]>`
    SELECT jsonb_path_query_first(
      answer, '$.study.prices.choices[*] ? (@.menteeId == $mentee).choices', jsonb_build_object('mentee', ${menteeId}::text)
    ) AS choices
    FROM (
      SELECT answer FROM inquiries WHERE plan_id = ${planId}::uuid AND kind = 'study' ORDER BY asked_at DESC LIMIT 1
    ) AS latest`;
  const [found] = rows;
  return found?.choices ? choicesSchema.parse(found.choices) : [];
}

/** The pairs of a repair that was found; null when there is none. */
export async function findRepair(id: string) {
  const row = await db.inquiry.findFirst({
    where: { id, kind: 'repair', state: 'answered' },
    select: { cycleId: true, answer: true },
  });
  const answer = row ? answerSchema.parse(row.answer) : null;
  return row && answer?.kind === 'repair' && answer.repair ? { cycleId: row.cycleId, pairs: answer.repair.plan } : null;
}
