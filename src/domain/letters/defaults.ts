/** Letters of a release, by what they tell. One person gets one letter, made of one part per application. */
export const LETTER_KINDS = [
  'matched_mentor',
  'matched_mentee',
  'waitlisted',
  'not_matched',
  'declined',
  'later',
  'match_ended',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export const LETTER_LABELS = {
  matched_mentor: 'Matched mentor',
  matched_mentee: 'Matched mentee',
  waitlisted: 'Waitlisted',
  not_matched: 'Not matched',
  declined: 'Declined',
  later: 'Decision comes later',
  match_ended: 'Match ended before it began',
} as const satisfies Record<LetterKind, string>;

/** Fields a template may use, with what stands there. The list is closed: anything else blocks the release. */
export const LETTER_FIELDS = {
  name: 'name the person wants to be called',
  cycle: 'name of the cycle, such as Fall 2026',
  program: 'name of the program',
  reference: 'reference of the application',
  partner: 'partner’s name, with pronouns if shared',
  partner_contact: 'contact details the partner agreed to share',
  partner_notes: 'what the partner wants their match to know',
  reasons: 'two reasons both agreed to share',
  first_contact: 'who writes first, and by when',
  starts: 'day the program starts',
  goals_due: 'day the goals are due',
  confirm: 'how to confirm, or to say no without a reason',
  waitlist_until: 'day by which we write again',
  next_opening: 'when applications open next',
  unmet_rule: 'rule that was not met, in words',
  correct_by: 'day until which a mistake can be corrected',
  later_by: 'day by which the decision comes',
  contact: 'name, mail and phone of the contact',
  status_link: 'link to the status page',
} as const;
export type LetterField = keyof typeof LETTER_FIELDS;

export type LetterText = { subject: string; body: string };

/** What a new cycle starts from; staff edit their own copy. */
export const DEFAULT_LETTERS: Record<LetterKind, LetterText> = {
  matched_mentor: {
    subject: 'Your mentee for {{cycle}}',
    body: `Thank you for offering your time as a mentor in {{program}}. We have a mentee for you.

**{{partner}}**

{{partner_contact}}

{{partner_notes}}

Why we think of you two:

{{reasons}}

{{first_contact}} The program starts on {{starts}}; please agree on one to three goals by {{goals_due}}. You are both invited to the online orientation: we send its date and link before the start.

Until your liaison from the committee writes to you, {{contact}} is there for you both.

{{confirm}}`,
  },
  matched_mentee: {
    subject: 'Your mentor for {{cycle}}',
    body: `We are glad to tell you that you have a mentor in {{program}}.

**{{partner}}**

{{partner_contact}}

{{partner_notes}}

Why we think of you two:

{{reasons}}

{{first_contact}} The program starts on {{starts}}; please agree on one to three goals by {{goals_due}}. You are both invited to the online orientation: we send its date and link before the start.

Until your liaison from the committee writes to you, {{contact}} is there for you both.

{{confirm}}`,
  },
  waitlisted: {
    subject: 'You are on the waitlist for {{cycle}}',
    body: `You are eligible for {{program}}. There were fewer mentors than mentees this time, and you are on the waitlist. This is not a judgement of you.

You need do nothing. We write to you by {{waitlist_until}} either way. To leave the waitlist, use [your status page]({{status_link}}).`,
  },
  not_matched: {
    subject: 'About your application for {{cycle}}',
    body: `Thank you for applying to {{program}}. This time we had no match for you, and this is our final answer for {{cycle}}. We had nobody who needs just what you offer; may we call on you later? You can answer us, and find our resources, on [your status page]({{status_link}}).

{{next_opening}}`,
  },
  declined: {
    subject: 'About your application for {{cycle}}',
    body: `Thank you for applying to {{program}}. We could not accept this application, because one rule of the program was not met:

{{unmet_rule}}

If this is a mistake, write to us by {{correct_by}} and we look again: {{contact}}`,
  },
  match_ended: {
    subject: 'Your match for {{cycle}} will not take place',
    body: `We are sorry: the match with {{partner}} that we wrote to you about will not take place. This is not a judgement of you, and you need not know more.

You are still with us in {{program}}. If we find somebody else for you, we write by {{waitlist_until}}; you need do nothing. Questions go to {{contact}}.`,
  },
  later: {
    subject: 'Your application for {{cycle}}: our answer comes later',
    body: `We are still looking at your application {{reference}} for {{program}}. You will hear from us by {{later_by}}. You need do nothing until then.`,
  },
};
