import type { StoredSection } from './stored';

export const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

export const ELIGIBILITY: StoredSection = {
  key: 'eligibility',
  title: 'Who can take part',
  minutes: 1,
  intro: 'Two questions first, so that nobody fills in a long form for nothing.',
  questions: [
    {
      name: 'member',
      type: 'one',
      label: 'Are you a member of the association?',
      required: true,
      seenBy: 'committee',
      hint: 'If you are not sure, say so; staff will look it up.',
      missing: 'Choose yes, no, or not sure.',
      options: [...YES_NO, { value: 'unsure', label: 'I am not sure' }],
    },
    {
      name: 'adult',
      type: 'consent',
      label: 'Your age',
      statement: 'I am 18 years old or older.',
      required: true,
      seenBy: 'committee',
      missing: 'The program is open from the age of 18. Tick the box if you are.',
    },
  ],
};

export const ABOUT: StoredSection = {
  key: 'about',
  title: 'About you',
  minutes: 3,
  intro:
    'Who you are and where. Your match sees your name to use, your pronouns and your place, and only the contact details you tick.',
  questions: [
    {
      name: 'name',
      type: 'text',
      label: 'Full name',
      required: true,
      maxLength: 120,
      autocomplete: 'name',
      seenBy: 'match',
      missing: 'Enter your name.',
    },
    {
      name: 'preferred_name',
      type: 'text',
      label: 'Name to use',
      hint: 'If people call you something else.',
      maxLength: 80,
      autocomplete: 'nickname',
      seenBy: 'match',
    },
    {
      name: 'pronouns',
      type: 'text',
      label: 'Pronouns',
      hint: 'Such as she/her, they/them, he/him. Shown to your match.',
      maxLength: 40,
      seenBy: 'match',
    },
    {
      name: 'phone',
      type: 'text',
      input: 'tel',
      label: 'Phone',
      maxLength: 40,
      autocomplete: 'tel',
      seenBy: 'match_if_ticked',
    },
    {
      name: 'share_contact',
      type: 'many',
      label: 'Which contact details may your match see?',
      seenBy: 'match',
      hint: 'If you tick nothing, staff will pass on the first message.',
      options: [
        { value: 'email', label: 'My email address' },
        { value: 'phone', label: 'My phone number' },
      ],
    },
    {
      name: 'country',
      type: 'place',
      label: 'Country',
      required: true,
      list: 'countries',
      seenBy: 'match',
      missing: 'Choose your country.',
    },
    {
      name: 'subdivision',
      type: 'place',
      label: 'State or province',
      required: true,
      list: 'subdivisions',
      seenBy: 'match',
      missing: 'Choose your state or province.',
    },
    {
      name: 'city',
      type: 'text',
      label: 'City or town',
      required: true,
      maxLength: 80,
      autocomplete: 'address-level2',
      seenBy: 'match',
      missing: 'Enter your city or town.',
    },
    {
      name: 'time_zone',
      type: 'place',
      label: 'Time zone',
      required: true,
      list: 'time-zones',
      seenBy: 'match',
      missing: 'Choose your time zone.',
    },
  ],
};
