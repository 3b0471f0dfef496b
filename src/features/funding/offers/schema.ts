import { z } from 'zod';
import { readCriteria, readPromised, type LinesRead } from '@/domain/funding-offer';

/** Lines read by `read`; what is wrong with them is said as the rule says it. */
const lines = <T>(name: string, read: (text: string) => LinesRead<T>) =>
  z
    .string(`${name}: write one a line.`)
    .max(5000)
    .transform((text, context): T[] => {
      const result = read(text);
      if ('read' in result) return result.read;
      context.addIssue(result.fault);
      return z.NEVER;
    });

const day = (name: string) => z.iso.date(`${name}: choose a day.`);

export const offerSchema = z.strictObject({
  cycleId: z.uuid(),
  /** The version the form showed; 0 when there was no offer. */
  version: z.coerce.number().int().min(0),
  name: z.string('Name: say what is offered.').trim().min(3, 'Name: say what is offered.').max(120),
  slots: z.coerce
    .number('Memberships: enter a whole number.')
    .int('Memberships: enter a whole number.')
    .min(1, 'Memberships: at least one.')
    .max(500, 'Memberships: at most 500.'),
  opensOn: day('Opens'),
  closesOn: day('Closes'),
  decideOn: day('Decide by'),
  waitlistOn: day('Waitlist until'),
  criteria: lines('Criteria', readCriteria),
  obligations: lines('Obligations', readPromised),
});
export type OfferInput = z.output<typeof offerSchema>;
