import { ACTIVITIES, HOURS, LIBRARY_TYPES, MODES, STAGES, TOPICS } from '../mentoring';
import type { StoredSection } from './stored';

export const OFFER: StoredSection = {
  key: 'offer',
  title: 'What you offer',
  minutes: 4,
  roles: ['mentor'],
  intro:
    'What you would like to share as a mentor. If you are matched, your match may read the topics and activities you both chose.',
  questions: [
    {
      name: 'offer_topics',
      type: 'many',
      label: 'Topics you can help with',
      required: true,
      options: TOPICS,
      seenBy: 'match',
      missing: 'Choose at least one topic.',
    },
    { name: 'offer_activities', type: 'many', label: 'Activities you like', options: ACTIVITIES, seenBy: 'match' },
    {
      name: 'places',
      type: 'one',
      label: 'How many mentees would you take?',
      required: true,
      seenBy: 'committee',
      missing: 'Choose 1, 2 or 3.',
      hint: 'One is plenty. We never give you more than you say.',
      options: [
        { value: '1', label: 'One' },
        { value: '2', label: 'Up to two' },
        { value: '3', label: 'Up to three' },
      ],
    },
    { name: 'help_stages', type: 'many', label: 'Whom do you like to help?', options: STAGES, seenBy: 'committee' },
    {
      name: 'hopes',
      type: 'long',
      words: 150,
      label: 'What would you like to get from it yourself?',
      seenBy: 'committee',
    },
  ],
};

export const GOALS: StoredSection = {
  key: 'goals',
  title: 'Your goals',
  minutes: 5,
  roles: ['mentee'],
  intro:
    'What you would like to reach with a mentor. Plain sentences are fine; you can change your goals together later. If you are matched, your mentor reads them.',
  questions: [
    {
      name: 'goal_1',
      type: 'long',
      words: 100,
      label: 'First goal',
      required: true,
      seenBy: 'match',
      missing: 'Tell us one thing you would like to reach.',
    },
    { name: 'goal_2', type: 'long', words: 100, label: 'Second goal', seenBy: 'match' },
    { name: 'goal_3', type: 'long', words: 100, label: 'Third goal', seenBy: 'match' },
    {
      name: 'want_topics',
      type: 'many',
      label: 'Topics you want to talk about',
      required: true,
      options: TOPICS,
      seenBy: 'match',
      missing: 'Choose at least one topic.',
    },
    { name: 'want_activities', type: 'many', label: 'Activities you would like', options: ACTIVITIES, seenBy: 'match' },
    {
      name: 'wanted_library_type',
      type: 'one',
      label: 'What kind of library would you like to work in?',
      options: LIBRARY_TYPES,
      noAnswer: true,
      seenBy: 'committee',
    },
  ],
};

export const MEETING: StoredSection = {
  key: 'meeting',
  title: 'How you like to meet',
  minutes: 2,
  intro:
    'Most pairs are in contact twice a month, by any means they like. Your match sees the means and hours you share.',
  questions: [
    {
      name: 'modes',
      type: 'many',
      label: 'Ways to be in contact',
      required: true,
      options: MODES,
      seenBy: 'match',
      missing: 'Choose at least one way.',
    },
    {
      name: 'hours',
      type: 'many',
      label: 'When are you usually free?',
      required: true,
      options: HOURS,
      seenBy: 'match',
      hint: 'In your own time zone.',
      missing: 'Choose at least one part of the week.',
    },
    {
      name: 'wants_nearby',
      type: 'one',
      label: 'Would you prefer a match in your region?',
      noAnswer: true,
      seenBy: 'confidential',
      options: [
        { value: 'yes', label: 'Yes, if it can be done' },
        { value: 'no', label: 'No, anywhere is fine' },
      ],
    },
  ],
};

export const MORE: StoredSection = {
  key: 'more',
  title: 'Anything else',
  minutes: 2,
  intro: 'All optional.',
  questions: [
    {
      name: 'anything_else',
      type: 'long',
      words: 200,
      label: 'Anything else you want us to know',
      seenBy: 'committee',
    },
    {
      name: 'not_with',
      type: 'long',
      words: 100,
      label: 'People or employers you should not be matched with',
      seenBy: 'staff',
      hint: 'Names are enough; you need give no reason.',
    },
    {
      name: 'arrange',
      type: 'long',
      words: 100,
      label: 'What should we arrange for you?',
      seenBy: 'staff',
      hint: 'Such as captions, accessible documents, or no phone calls. Hosts of events read this too. It plays no part in matching.',
    },
    {
      name: 'match_may_know',
      type: 'long',
      words: 100,
      label: 'What may your match know about that?',
      seenBy: 'match',
      hint: 'Shared with your match exactly as you write it.',
    },
  ],
};
