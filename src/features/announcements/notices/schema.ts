import { z } from 'zod';
import { ROLES } from '@/domain/mentoring';
import { STANDINGS } from '@/domain/notice';

const words = {
  subject: z.string().trim().min(1, 'Write a subject.').max(150, 'Keep the subject under 150 characters.'),
  body: z.string().trim().min(20, 'Write the mail.').max(8000, 'Keep the mail under 8,000 characters.'),
  roles: z.array(z.enum(ROLES)).min(1, 'Choose mentors, mentees or both.'),
  standing: z.enum(STANDINGS, 'Choose who gets it.'),
};

/** `id` is empty for a new one. */
export const saveNoticeSchema = z.strictObject({
  cycleId: z.uuid(),
  id: z.union([z.uuid(), z.literal('')]),
  version: z.coerce.number().int(),
  ...words,
});
export type SaveNotice = z.output<typeof saveNoticeSchema>;

const step = { id: z.uuid(), version: z.coerce.number().int() };
export const noticeStepSchema = z.strictObject(step);
export type NoticeStep = z.output<typeof noticeStepSchema>;

/** `count`: how many people the page named. */
export const sendNoticeSchema = z.strictObject({ ...step, count: z.coerce.number().int() });
export type SendNotice = z.output<typeof sendNoticeSchema>;
