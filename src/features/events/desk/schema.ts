import { z } from 'zod';
import { AUDIENCES, EVENT_KINDS, MINUTES_LEAST, MINUTES_MOST } from '@/domain/event';
import { isDay } from '@/domain/pair';

const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Keep this under ${most.toLocaleString('en-US')} characters.`)
    .default('');

const HTTPS = 'Enter an address that begins with https://.';
const link = z.union([z.literal(''), z.url({ protocol: /^https$/, error: HTTPS }).max(500, HTTPS)], HTTPS).default('');

const TIME = 'Choose a day and a time.';
const LONG = `Enter how long it takes, ${MINUTES_LEAST} to ${MINUTES_MOST} minutes.`;
const CAPACITY = 'Enter a whole number from 1 on, or leave this empty.';

const isTime = (typed: string) =>
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/.test(typed) && isDay(typed.slice(0, 10)) && typed < '2200';

const fields = z.strictObject({
  cycleId: z.uuid(),
  /** Empty for a new one. */
  eventId: z.union([z.uuid(), z.literal('')]).default(''),
  version: z.coerce.number().int().min(0),
  title: z.string('Give the event a title.').trim().min(3, 'Give the event a title.').max(120, 'Shorten the title.'),
  kind: z.enum(EVENT_KINDS, 'Choose what kind of event it is.'),
  /** In the cycle's zone, as the field has it. */
  startsAt: z.string(TIME).refine(isTime, TIME),
  minutes: z.coerce.number(LONG).int(LONG).min(MINUTES_LEAST, LONG).max(MINUTES_MOST, LONG),
  audience: z.array(z.enum(AUDIENCES)).min(1, 'Choose who is invited.'),
  link,
  place: text(200),
  capacity: z.coerce.number(CAPACITY).int(CAPACITY).min(1, CAPACITY).max(100_000, CAPACITY).optional(),
  answerOn: z.string('Choose a day.').refine(isDay, 'Choose a day.'),
  arranged: text(500),
  recording: link,
  note: text(2000),
});

export const saveEventSchema = fields.superRefine(({ link: online, place }, context) => {
  if (online === '' && place === '')
    context.addIssue({ code: 'custom', path: ['link'], message: 'Say where it is: a link, a place, or both.' });
});
export type SaveEventInput = z.output<typeof saveEventSchema>;

export const eventStepSchema = z.strictObject({ eventId: z.uuid(), version: z.coerce.number().int() });
export type EventStep = z.output<typeof eventStepSchema>;
