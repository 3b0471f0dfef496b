import { z } from 'zod';
import { isDay } from '@/domain/pair';

export const saveTopicSchema = z.strictObject({
  cycleId: z.uuid(),
  /** Empty for a new one. */
  topicId: z.union([z.uuid(), z.literal('')]).default(''),
  version: z.coerce.number().int().min(0),
  sendOn: z.string('Choose a day.').refine(isDay, 'Choose a day.'),
  title: z.string('Give the topic a title.').trim().min(3, 'Give the topic a title.').max(120, 'Shorten the title.'),
  words: z
    .string('Write a few sentences.')
    .trim()
    .min(20, 'Write a few sentences.')
    .max(4000, 'Keep this under 4,000 characters.'),
});
export type SaveTopicInput = z.output<typeof saveTopicSchema>;

export const topicStepSchema = z.strictObject({ topicId: z.uuid(), version: z.coerce.number().int() });
export type TopicStep = z.output<typeof topicStepSchema>;
