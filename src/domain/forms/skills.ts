import type { StoredSection } from './stored';

/** Where a mentor is at home and a mentee is not: this decides most of a match. */
export const SKILLS: StoredSection = {
  key: 'skills',
  title: 'Seven areas of work',
  minutes: 4,
  intro:
    'How comfortable are you in each area today? 1 means uncomfortable, 5 means comfortable. This is no test; low numbers help us to find the right person for you. Committee and staff read this.',
  questions: [
    {
      name: 'rating',
      type: 'grid',
      framework: 'alsc-2015',
      help: true,
      label: 'Areas of work',
      required: true,
      seenBy: 'committee',
    },
  ],
};
