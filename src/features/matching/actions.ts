'use server';

import { pressForm } from '@/auth/press';
import { FACTORS } from '@/domain/matching/factors';
import { isId } from '@/lib/id';
import { paths } from '@/lib/paths';
import { textIn as text, type FormState } from '@/lib/form-state';
import { approvePlan, reopenPlan } from './approval/commands';
import { undoChange } from './history/commands';
import { askAndWait } from './inquiries/commands';
import { askSchema, repairSchema } from './inquiries/schema';
import { lockPair, lockPairs, removeRule, vetoPair } from './pairs/commands';
import { pairSchema, ruleSchema, swapSchema, vetoSchema } from './pairs/schema';
import { proposePair, unpair } from './plans/commands';
import { planSchema, proposeSchema, unpairSchema } from './plans/schema';
import { approveRepair } from './repairing/commands';
import { cancelRun, requestRun } from './runs/commands';
import { cancelSchema, runSchema } from './runs/schema';
import { enterPairing, keepRepair } from './shadow/commands';
import { pairingSchema } from './shadow/schema';
import { saveSettings } from './weights/commands';
import { settingsSchema } from './weights/schema';

/** Back to the page of the form, which then says what was done. Nothing the form says of itself is trusted as an address. */
function backTo(form: FormData, done: string): string {
  const code = text(form, 'code').replace(/[^A-Za-z0-9-]/g, '');
  const [number, mentee] = [Number(text(form, 'number')), text(form, 'mentee')];
  const query = isId(mentee) ? `?mentee=${mentee}&done=${done}#candidates` : `?done=${done}`;
  return Number.isInteger(number) && number > 0 ? paths.plan(code, number, query) : `${paths.matching(code)}${query}`;
}

type Pressed<Input, Result> = Omit<Parameters<typeof pressForm<Input, Result>>[2], 'back'> & { done: string };

const pressed = <Input, Result>(before: FormState, form: FormData, { done, ...work }: Pressed<Input, Result>) =>
  pressForm(before, form, { ...work, back: backTo(form, done) });

const fields = (form: FormData, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, text(form, name)]));

export const runAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: runSchema,
    input: { cycleId: text(form, 'cycleId'), options: fields(form, 'objective', 'fairness') },
    command: requestRun,
    done: 'queued',
  });

export const cancelAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, { schema: cancelSchema, input: fields(form, 'runId'), command: cancelRun, done: 'cancelled' });

export const proposeAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: proposeSchema,
    input: fields(form, 'planId', 'version', 'menteeId', 'mentorId'),
    command: proposePair,
    done: 'proposed',
  });

export const unpairAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: unpairSchema,
    input: fields(form, 'planId', 'version', 'matchId'),
    command: unpair,
    done: 'unpaired',
  });

const PAIR = ['cycleId', 'menteeId', 'mentorId'] as const;

export const lockAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, { schema: pairSchema, input: fields(form, ...PAIR), command: lockPair, done: 'locked' });

export const vetoAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: vetoSchema,
    input: fields(form, ...PAIR, 'reason'),
    command: vetoPair,
    done: 'vetoed',
  });

export const removeRuleAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, { schema: ruleSchema, input: fields(form, 'ruleId'), command: removeRule, done: 'removed' });

export const approveRepairAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: planSchema,
    input: fields(form, 'planId', 'version'),
    command: approveRepair,
    done: 'repaired',
  });

export const undoAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: planSchema,
    input: fields(form, 'planId', 'version'),
    command: undoChange,
    done: 'undone',
  });

export const approveAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: planSchema,
    input: fields(form, 'planId', 'version'),
    command: approvePlan,
    done: 'approved',
  });

export const reopenAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: planSchema,
    input: fields(form, 'planId', 'version'),
    command: reopenPlan,
    done: 'reopened',
  });

export const settingsAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: settingsSchema,
    input: {
      cycleId: text(form, 'cycleId'),
      weights: weightsIn(form),
      minimum: text(form, 'minimum'),
      on: form.getAll('rule'),
      credit: text(form, 'credit') === 'yes',
    },
    command: saveSettings,
    done: 'settings',
  });

const weightsIn = (form: FormData) => Object.fromEntries(FACTORS.map(({ key }) => [key, text(form, `weight_${key}`)]));

/** What the form asks, as the question's schema takes it. */
function questionIn(form: FormData): unknown {
  const kind = text(form, 'kind');
  const [menteeId, mentorId] = [text(form, 'menteeId'), text(form, 'mentorId')];
  if (kind === 'lock' || kind === 'veto') return { kind, menteeId, mentorId };
  if (kind === 'withdraw') return { kind, applicationId: text(form, 'applicationId') };
  if (kind === 'place') return { kind, mentorId };
  if (kind === 'repair') return { kind, mostChanged: Number(text(form, 'mostChanged')) };
  if (kind === 'weights')
    return { kind, weights: weightsIn(form), minimumScore: Math.round(Number(text(form, 'minimum')) * 1000) };
  const [otherMentee, otherMentor] = [text(form, 'otherMenteeId'), text(form, 'otherMentorId')];
  const pairs = [
    [menteeId, mentorId],
    [otherMentee, otherMentor],
  ];
  return kind === 'swap' ? { kind, pairs } : { kind };
}

/** Asks what would be, and goes to the answer. */
export const askAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: askSchema,
    input: { planId: text(form, 'planId'), question: questionIn(form) },
    command: askAndWait,
    done: '',
    onward: (id) => paths.whatIf(text(form, 'code'), Number(text(form, 'number')), id),
  });

export const swapAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: swapSchema,
    input: {
      cycleId: text(form, 'cycleId'),
      pairs: [
        fields(form, 'menteeId', 'mentorId'),
        { menteeId: text(form, 'otherMenteeId'), mentorId: text(form, 'otherMentorId') },
      ],
    },
    command: lockPairs,
    done: 'locked',
  });

/** The pairing as it was typed, or the file that was chosen. */
async function pairingIn(form: FormData): Promise<string> {
  const file = form.get('file');
  return file instanceof File && file.size > 0 ? file.text() : text(form, 'text');
}

/** Takes the committee's own pairing, and goes to it beside the plan. */
export const pairingAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: pairingSchema,
    input: { cycleId: text(form, 'cycleId'), text: await pairingIn(form) },
    command: enterPairing,
    done: '',
    onward: (number) => paths.plansCompared(text(form, 'code'), [Number(text(form, 'number')), number]),
  });

export const keepRepairAction = async (before: FormState, form: FormData): Promise<FormState> =>
  pressed(before, form, {
    schema: repairSchema,
    input: fields(form, 'inquiryId'),
    command: keepRepair,
    done: '',
    onward: (number) => paths.plan(text(form, 'code'), number),
  });
