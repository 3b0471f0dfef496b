import { textOf } from '../answers';
import { LIBRARY_TYPES, STAGES } from '../mentoring';
import type { Section } from '../questions';
import { COUNTRIES, OUTSIDE, SUBDIVISIONS, TIME_ZONES } from './places';

const YES_NO = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }];

export const ELIGIBILITY: Section = {
  key: 'eligibility',
  title: 'Who can take part',
  minutes: 1,
  intro: 'Two questions first, so that nobody fills in a long form for nothing.',
  questions: [
    {
      name: 'member', type: 'one', label: 'Are you a member of the association?', required: true, seenBy: 'committee',
      hint: 'If you are not sure, say so; staff will look it up.', missing: 'Choose yes, no, or not sure.',
      options: [...YES_NO, { value: 'unsure', label: 'I am not sure' }],
    },
    {
      name: 'adult', type: 'consent', label: 'Your age', statement: 'I am 18 years old or older.', required: true, seenBy: 'committee',
      missing: 'The program is open from the age of 18. Tick the box if you are.',
    },
  ],
};

const inCountry = (country: string, subdivision: string) => {
  if (country === 'US' || country === 'CA') return subdivision.startsWith(`${country}-`);
  return subdivision === OUTSIDE;
};

export const ABOUT: Section = {
  key: 'about',
  title: 'About you',
  minutes: 3,
  intro: 'Who you are and where. Your match sees your name to use, your pronouns and your place, and only the contact details you tick.',
  questions: [
    { name: 'name', type: 'text', label: 'Full name', required: true, maxLength: 120, autocomplete: 'name', seenBy: 'match', missing: 'Enter your name.' },
    { name: 'preferred_name', type: 'text', label: 'Name to use', hint: 'If people call you something else.', maxLength: 80, autocomplete: 'nickname', seenBy: 'match' },
    { name: 'pronouns', type: 'text', label: 'Pronouns', hint: 'Such as she/her, they/them, he/him. Shown to your match.', maxLength: 40, seenBy: 'match' },
    { name: 'phone', type: 'text', input: 'tel', label: 'Phone', maxLength: 40, autocomplete: 'tel', seenBy: 'match_if_ticked' },
    {
      name: 'share_contact', type: 'many', label: 'Which contact details may your match see?', seenBy: 'match',
      hint: 'If you tick nothing, staff will pass on the first message.',
      options: [{ value: 'email', label: 'My email address' }, { value: 'phone', label: 'My phone number' }],
    },
    { name: 'country', type: 'select', label: 'Country', required: true, groups: COUNTRIES, seenBy: 'match', missing: 'Choose your country.' },
    { name: 'subdivision', type: 'select', label: 'State or province', required: true, groups: SUBDIVISIONS, seenBy: 'match', missing: 'Choose your state or province.' },
    { name: 'city', type: 'text', label: 'City or town', required: true, maxLength: 80, autocomplete: 'address-level2', seenBy: 'match', missing: 'Enter your city or town.' },
    { name: 'time_zone', type: 'select', label: 'Time zone', required: true, groups: TIME_ZONES, seenBy: 'match', missing: 'Choose your time zone.' },
  ],
  checks: [
    {
      field: 'subdivision',
      holds: (answers) => inCountry(textOf(answers, 'country'), textOf(answers, 'subdivision')),
      message: 'Choose a state or province of your country; for other countries, the last one in the list.',
    },
    {
      field: 'phone',
      holds: (answers) => !(answers.share_contact ?? []).includes('phone') || textOf(answers, 'phone') !== '',
      message: 'Enter a phone number, or take back the tick for sharing it.',
    },
  ],
};

export const WORK: Section = {
  key: 'work',
  title: 'Your work',
  minutes: 3,
  intro: 'Committee and staff read this page. Your match reads your title, employer and kind of library.',
  questions: [
    { name: 'job_title', type: 'text', label: 'Job title', maxLength: 120, autocomplete: 'organization-title', seenBy: 'match' },
    { name: 'employer', type: 'text', label: 'Employer or school', maxLength: 160, autocomplete: 'organization', seenBy: 'match', hint: 'We do not match people of the same workplace.' },
    { name: 'library_type', type: 'one', label: 'What kind of library or workplace is it?', options: LIBRARY_TYPES, noAnswer: true, seenBy: 'match' },
    {
      name: 'years_experience', type: 'number', from: 0, to: 70, label: 'Years you have worked in libraries', seenBy: 'committee',
      hint: 'A whole number; 0 is fine.', missing: 'Enter a whole number from 0 to 70.',
    },
    {
      name: 'children_experience', type: 'one', label: 'Have you worked in children’s librarianship or literature?', noAnswer: true, seenBy: 'committee',
      options: YES_NO,
    },
    {
      name: 'have_supervised', type: 'one', label: 'Have you supervised other people?', roles: ['mentor'], noAnswer: true, seenBy: 'committee',
      options: YES_NO,
    },
    {
      name: 'connection', type: 'long', words: 150, label: 'Your connection to the field', roles: ['mentee'], required: true, seenBy: 'committee',
      hint: 'Studies, work, volunteering, or what draws you to it.', missing: 'Tell us in a sentence or two how you are connected to the field.',
    },
    { name: 'stage', type: 'one', label: 'Where are you in your career?', roles: ['mentee'], required: true, options: STAGES, seenBy: 'committee', missing: 'Choose what fits best.' },
  ],
};
