import { z } from 'zod';
import { MODES } from '@/domain/mentoring';
import { isDay, meetingFault, MINUTES_MOST } from '@/domain/pair';
import { say } from '@/lib/words/say';

const modes = MODES.map(({ value }) => value);

export const meetingSchema = z.strictObject({
  day: z.string().refine(isDay, { error: () => say('pair.dayMissing') }),
  mode: z.enum(modes, { error: () => say('pair.modeMissing') }),
  minutes: z.coerce
    .number({ error: () => say('pair.minutesMissing', { most: MINUTES_MOST }) })
    .int({ error: () => say('pair.minutesMissing', { most: MINUTES_MOST }) })
    .min(1, { error: () => say('pair.minutesMissing', { most: MINUTES_MOST }) })
    .max(MINUTES_MOST, { error: () => say('pair.minutesMissing', { most: MINUTES_MOST }) }),
});
export type MeetingInput = z.output<typeof meetingSchema>;
export type MeetingTyped = Record<keyof MeetingInput, string>;

type Limits = { told: Date; timeZone: string };

/** The meeting, or what is wrong with it, field by field. */
export function readMeeting(
  typed: MeetingTyped,
  limits: Limits,
  now: Date,
): { input: MeetingInput } | { problems: Record<string, string> } {
  const parsed = meetingSchema.safeParse(typed);
  const problems: Record<string, string> = {};
  for (const { path, message } of parsed.error?.issues ?? []) problems[String(path[0])] ??= message;
  const fault = problems.day ? null : meetingFault(typed.day, limits, now);
  if (fault) problems.day = say(fault === 'late' ? 'pair.metLater' : 'pair.metBefore');
  return parsed.success && Object.keys(problems).length === 0 ? { input: parsed.data } : { problems };
}
