/** Every expected "no" about a pair, by its code. */
export const PAIR_MESSAGES = {
  'pair.changed': 'Your partner changed this meanwhile. Theirs is shown below, and yours is still in the form.',
  'pair.goal_gone': 'Your partner removed this goal meanwhile. What you wrote is still here: save it as a new one.',
  'pair.goals_full': 'You have three goals already. Change one, or remove one first.',
  'pair.log_full': 'This log is full.',
  'pair.not_now': 'This pair is not at work now, so nothing can be changed.',
} as const;
