import { z } from 'zod';
import { dueFault, isDay, PROGRESS, STEPS_MOST } from '@/domain/pair';
import { say } from '@/lib/words/say';

const WORDS_MOST = 600;
const STEP_MOST = 200;

export const stepsSchema = z.array(z.strictObject({ words: z.string(), done: z.boolean() })).catch([]);

/** What a goal holds, as it is saved. */
export const goalSchema = z.strictObject({
  words: z
    .string()
    .min(3, { error: () => say('pair.goalMissing') })
    .max(WORDS_MOST, { error: () => say('pair.mostCharacters', { most: WORDS_MOST }) }),
  steps: z
    .array(
      z.strictObject({
        words: z.string().max(STEP_MOST, { error: () => say('pair.mostCharacters', { most: STEP_MOST }) }),
        done: z.boolean(),
      }),
    )
    .max(STEPS_MOST),
  due_on: z.string().refine(isDay, { error: () => say('pair.dayMissing') }),
  progress: z.enum(PROGRESS, { error: () => say('pair.progressMissing') }),
  version: z.coerce.number().int().min(0).catch(0),
});
export type GoalInput = z.output<typeof goalSchema>;

/** What stands in the form: every field a text, a done step ticked. */
export type GoalTyped = {
  words: string;
  steps: { words: string; done: boolean }[];
  due_on: string;
  progress: string;
  version: string;
};

type Limits = { told: Date; endsAt: Date; timeZone: string };

const fieldOf = (path: readonly PropertyKey[]): string =>
  path[0] === 'steps' ? `step_${Number(path[1]) + 1}` : String(path[0]);

/** The goal, or what is wrong with it, field by field. */
export function readGoal(
  typed: GoalTyped,
  limits: Limits,
): { input: GoalInput } | { problems: Record<string, string> } {
  const parsed = goalSchema.safeParse(typed);
  const problems: Record<string, string> = {};
  for (const { path, message } of parsed.error?.issues ?? []) problems[fieldOf(path)] ??= message;
  const fault = problems.due_on ? null : dueFault(typed.due_on, limits);
  if (fault) problems.due_on = say(fault === 'late' ? 'pair.dueLate' : 'pair.dueEarly');
  return parsed.success && Object.keys(problems).length === 0
    ? { input: { ...parsed.data, steps: parsed.data.steps.filter(({ words }) => words !== '') } }
    : { problems };
}
