import { expect, it } from 'vitest';
import { questionsOfRole } from '@/domain/forms/mentoring-2026';
import { seenByOthers } from '@/domain/forms/seen';

const ANSWERS = {
  name: 'Ada',
  phone: '+1 555 010 0100',
  years_experience: '3',
  wants_nearby: 'yes',
  not_with: 'My former manager',
  goal_1: '',
};
const circles = (share: readonly string[]) =>
  Object.fromEntries(
    Object.entries(
      seenByOthers(questionsOfRole('mentee'), { ...ANSWERS, share_contact: share }, 'ada@example.test'),
    ).map(([circle, seen]) => [circle, seen.map(({ name, words }) => `${name}: ${words}`)]),
  );

it('tells each circle what it reads, and no more', () => {
  expect(circles([])).toEqual({
    match: ['name: Ada'],
    committee: ['years_experience: 3', 'wants_nearby: Yes, if it can be done'],
    staff: ['email: ada@example.test', 'phone: +1 555 010 0100', 'not_with: My former manager'],
  });
});

it('tells the match the contact details that are ticked', () => {
  expect(circles(['phone', 'email']).match).toEqual(['email: ada@example.test', 'name: Ada', 'phone: +1 555 010 0100']);
});
