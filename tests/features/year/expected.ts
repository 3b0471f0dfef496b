/** Every mail of the year, each line once: its day in the cycle's zone, what it is, and everybody to whom it goes. */
export const MAILS = [
  // Asked for by a press, and sent at once.
  '2031-09-05 interest: Mia',
  // The cycle opens.
  '2031-09-08 interest: Mia',
  '2031-09-15 receipt: Eve',
  '2031-09-15 resume: Eve',
  '2031-10-01 resume: Kit',
  // Three days before midnight of the 13th, in the morning after.
  '2031-10-11 reminder applications-closing: Kit',
  '2031-10-15 withdrawn: Lou',
  // Nobody who withdrew or did not send their form.
  '2031-11-10 outcome: Ada Ben Cy Dot Eve Finn Gus Hal Ivy Joy',
  // Seven days to answer, and two days before they are over.
  '2031-11-15 answer-reminder: Hal',
  '2031-11-24 pair-start: Ada Ben Cy Dot Eve Finn Gus Hal',
  '2031-11-26 event-invited: Ada Ben Cy Dot Eve Finn Gus Hal',
  '2031-12-01 pair-nudge check_in first_week: Ada Ben Cy Dot Eve Finn Gus Hal',
  // Due at six in the evening before; those who said yes.
  '2031-12-03 event-reminder day_before: Ada Eve',
  // Finn wants no more reminders from the 2nd on.
  '2031-12-05 pair-nudge check_in_again first_week: Ben Cy',
  '2031-12-08 pair-nudge check_in second_week: Ada Ben Cy Dot Eve Gus Hal',
  '2031-12-12 pair-nudge check_in_again second_week: Ben',
  // Two pairs have set their goals.
  '2031-12-19 pair-nudge goals: Ben Dot Hal',
  // The waitlist ended at midnight.
  '2032-01-06 carry: Ivy',
  '2032-01-15 topic: Ada Ben Cy Dot Eve Gus Hal',
  '2032-02-10 pair-hold: Cy Gus',
  // Cy and Gus rest.
  '2032-02-20 topic: Ada Ben Dot Eve Hal',
  '2032-02-22 pair-nudge check_in three_months: Ada Ben Dot Eve Hal',
  '2032-02-26 pair-nudge check_in_again three_months: Ben',
  '2032-03-10 pair-resume: Cy Gus',
  '2032-03-20 pair-end_early: Dot Hal',
  // At five in the morning of summer time.
  '2032-04-25 pair-nudge check_in halfway: Ada Ben Cy Eve Gus',
  '2032-04-29 pair-nudge check_in_again halfway: Eve Gus',
  // Who ended early is asked once, and not reminded.
  '2032-09-04 closing opening: Ada Ben Cy Dot Eve Gus Hal',
  '2032-09-11 closing day_7: Ben Cy Eve Gus',
  '2032-09-18 closing day_14: Ben Cy Gus',
  '2032-10-23 closing last_days: Ben Gus',
  // The next cycle opens: a form is begun for Ivy, and former mentees are asked back.
  '2032-11-08 carried: Ivy',
  '2032-11-08 interest: Mia',
  '2032-11-09 ask-back: Eve Gus',
];

/** Every task about a pair, with the days on which it opened and closed. */
export const TASKS = [
  'Cy: help first_week, 2031-12-02 to 2031-12-04',
  'Ben: silence first_week, 2031-12-08 to 2031-12-10',
  'Ben: silence second_week, 2031-12-15 to now',
  'Dot: low three_months, 2032-02-24 to 2032-02-25',
  // A leap day. Cy and Gus rested on the 22nd, and are not called silent for it.
  'Ben: silence three_months, 2032-02-29 to now',
];

/** How many confidential answers are sealed, from which day and hour on. */
export const SEALED = [
  ['2031-09-02 15', '0'],
  ['2031-09-15 15', '11'],
  ['2031-10-01 15', '12'],
  // Kit's form, thirty days after the close.
  ['2031-11-13 15', '11'],
  // The day that was promised.
  ['2032-02-02 23', '0'],
  // Ivy's form in the next cycle.
  ['2032-11-08 15', '1'],
];

/** How the matches stand, from which day and hour on. */
export const PAIRS = [
  ['2031-10-21 15', 'proposed 4'],
  ['2031-10-22 15', 'approved 4'],
  ['2031-11-10 15', 'announced 4'],
  ['2031-11-12 15', 'confirmed 3, mentor_confirmed 1'],
  ['2031-11-16 15', 'confirmed 4'],
  ['2031-11-24 15', 'active 4'],
  ['2032-02-10 15', 'active 3, on_hold 1'],
  ['2032-03-10 15', 'active 4'],
  ['2032-03-20 15', 'active 3, ended_early 1'],
  ['2032-09-24 23', 'completed 3, ended_early 1'],
];
