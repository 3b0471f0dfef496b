import { z } from 'zod';
import { isId } from '@/lib/id';
import { weightsSchema } from '../inputs/schema';

const id = z.string().refine(isId);
const pair = z.tuple([id, id]).readonly();

/** What may be asked; ids are applications. */
export const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('study') }),
  /** Solves the plan's own run again, with what is sealed. */
  z.strictObject({ kind: z.literal('replay') }),
  /** The plan's own matches, after withdrawals, with at most so many others changed. */
  z.strictObject({ kind: z.literal('repair'), mostChanged: z.number('Enter a whole number.').int().min(0).max(500) }),
  z.strictObject({ kind: z.literal('lock'), menteeId: id, mentorId: id }),
  z.strictObject({ kind: z.literal('veto'), menteeId: id, mentorId: id }),
  z.strictObject({ kind: z.literal('swap'), pairs: z.array(pair).length(2) }),
  z.strictObject({ kind: z.literal('withdraw'), applicationId: id }),
  z.strictObject({ kind: z.literal('place'), mentorId: id }),
  z.strictObject({
    kind: z.literal('weights'),
    weights: weightsSchema,
    /** Thousandths of a point. */
    minimumScore: z.number().int().min(0).max(100_000),
  }),
]);

export const askSchema = z.strictObject({ planId: id, question: questionSchema });
export const repairSchema = z.strictObject({ inquiryId: id });
export type AskInput = z.output<typeof askSchema>;

const figures = z.object({ matched: z.number(), totalFit: z.number(), minimumFit: z.number().nullable() });

const move = z.object({
  mentee: z.string(),
  kind: z.enum(['same', 'moved', 'gained', 'lost']),
  from: z.string().nullable(),
  to: z.string().nullable(),
  fitChange: z.number(),
});

const difference = z.object({ before: figures, after: figures, changes: z.array(move) });

const repair = z.object({
  plan: z.array(z.tuple([z.string(), z.string()])),
  changed: z.number(),
  chains: z.array(z.array(move)),
  proved: z.boolean(),
});
export type RepairRow = z.output<typeof repair>;

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rule'), rule: z.string(), mentorId: z.string(), fit: z.number() }),
  z.object({ kind: z.literal('place'), mentorId: z.string(), fit: z.number() }),
  z.object({ kind: z.literal('minimum-score'), to: z.number() }),
]);

/** The mentors whom one mentee could have instead, with what that costs the others. */
export const choicesSchema = z.array(
  z.object({ mentorId: z.string(), fit: z.number(), othersLose: z.number(), matchedChange: z.number() }),
);
export type ChoiceRow = z.output<typeof choicesSchema>[number];

const study = z.object({
  figures,
  demand: z.object({ mentees: z.number(), places: z.number(), mentors: z.number() }).nullable(),
  unmatched: z.array(
    z.object({
      menteeId: z.string(),
      open: z.number(),
      rules: z.array(z.object({ label: z.string(), mentors: z.number() })),
      changes: z.array(change),
    }),
  ),
  whereToLook: z.array(
    z.object({
      region: z.string(),
      strongest: z.string(),
      menteesGained: z.number(),
      fitGained: z.number(),
    }),
  ),
  weights: z.object({
    effects: z.array(
      z.object({
        factor: z.string(),
        label: z.string(),
        weight: z.number(),
        changedWithout: z.number(),
        changedAlone: z.number(),
      }),
    ),
    changeNothing: z.array(z.string()),
    decideAlone: z.array(z.string()),
  }),
  prices: z.object({
    choices: z.array(
      z.object({
        menteeId: z.string(),
        choices: choicesSchema,
      }),
    ),
    places: z.array(z.object({ mentorId: z.string(), matchedChange: z.number(), fitChange: z.number() })),
  }),
});
export type StudyRow = z.output<typeof study>;

/** An answer as it was stored. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('difference'), difference }),
  z.object({ kind: z.literal('study'), study }),
  z.object({ kind: z.literal('repair'), repair: repair.nullable() }),
  z.object({ kind: z.literal('replay'), same: z.boolean(), pairs: z.number() }),
]);
