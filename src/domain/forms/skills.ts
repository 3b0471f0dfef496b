import { COMPETENCIES } from '../mentoring';
import type { Question, Section } from '../questions';

const ratings: Question[] = COMPETENCIES.map(({ value, label }) => ({
  name: `rating_${value}`,
  type: 'rating',
  label,
  required: true,
  seenBy: 'committee',
  missing: 'Choose a number from 1 to 5.',
  tick: { name: 'help_areas', value, label: 'I want help with this', roles: ['mentee'] },
}));

/** Where a mentor is at home and a mentee is not: this decides most of a match. */
export const SKILLS: Section = {
  key: 'skills',
  title: 'Seven areas of work',
  minutes: 4,
  intro:
    'How comfortable are you in each area today? 1 means uncomfortable, 5 means comfortable. This is no test; low numbers help us to find the right person for you. Committee and staff read this.',
  questions: [
    ...ratings,
    {
      name: 'help_areas',
      type: 'many',
      inline: true,
      label: 'Areas you want help with',
      roles: ['mentee'],
      options: COMPETENCIES,
      seenBy: 'committee',
    },
  ],
};
