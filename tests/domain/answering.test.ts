import { describe, expect, it } from 'vitest';
import { answerBy, dueOf, remindAt } from '@/domain/answering';

const CONFIRMED = new Date('2030-01-10T15:00:00Z');
const at = (day: string) => new Date(`2030-01-${day}T15:00:00Z`);

describe('the time to answer', () => {
  it('is counted in days from the second person’s yes', () => {
    expect(answerBy(CONFIRMED, 7)).toEqual(at('17'));
  });

  it.each([
    [7, '17', '15'],
    [4, '14', '12'],
    [2, '12', '11'],
  ])('of %i days brings a reminder two days before its end, or halfway', (days, end, reminded) => {
    expect(remindAt(at(end), days)).toEqual(at(reminded));
  });

  it('is followed by a reminder, then by the end, each from its moment on', () => {
    const match = { answeredBy: at('17'), confirmDays: 7 };
    const justBefore = (date: Date) => new Date(date.getTime() - 1);
    expect([dueOf(match, CONFIRMED), dueOf(match, justBefore(at('15')))]).toEqual([null, null]);
    expect([dueOf(match, at('15')), dueOf(match, justBefore(at('17')))]).toEqual(['remind', 'remind']);
    expect(dueOf(match, at('17'))).toBe('expire');
  });
});
