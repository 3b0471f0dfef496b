import { expect, it } from 'vitest';
import { forgottenBefore } from '@/domain/retention';

it('counts days, and a year by the calendar', () => {
  expect(forgottenBefore(new Date('2028-02-29T12:00:00Z'))).toEqual({
    unsentForms: new Date('2028-01-30T12:00:00Z'),
    mailWords: new Date('2028-02-22T12:00:00Z'),
    traces: new Date('2028-02-15T12:00:00Z'),
    // There is no 29 February a year before.
    answers: new Date('2027-03-01T12:00:00Z'),
  });
});
