/** What people of the demonstration say at the end. */
export const HELPED = [
  'That we agreed on a fixed hour every other week.',
  'The goals: small enough to reach, and written down.',
  'Somebody outside my own library who listened.',
  'The topics that came by mail gave us a beginning when we had none.',
  'Honest talk about what did not work.',
  'The orientation. We knew what was expected and what was not.',
];

export const BETTER = [
  'An earlier start: we lost the first month to holidays.',
  'A second meeting of all pairs in the middle of the year.',
  'More help with finding a first goal.',
  'Time zones should weigh more when pairs are made.',
];

export const QUOTES = {
  mentor: [
    'I learned as much as I taught.',
    'Two hours a month, and I look at my own work with other eyes.',
    'It is the part of my profession that gives the most back.',
  ],
  mentee: [
    'For the first time somebody asked me where I want to be in five years.',
    'I would not have applied for my new position without my mentor.',
    'A year with somebody who had been where I am.',
    'My storytimes are better, and so is my courage.',
  ],
} as const;

export const CONSENT =
  'I agree that ALSC Mentoring uses this sentence to tell others about the program. I can take this back at any time.';
