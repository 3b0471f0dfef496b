/** Every expected "no" about a pair, by its code. */
export const PAIRS = {
  'pair.changed': 'Your partner changed this meanwhile. Theirs is shown below, and yours is still in the form.',
  'pair.goal_gone': 'Your partner removed this goal meanwhile. What you wrote is still here: save it as a new one.',
  'pair.goals_full': 'You have three goals already. Change one, or remove one first.',
  'pair.log_full': 'This log is full.',
  'pair.not_now': 'This pair is not at work now, so nothing can be changed.',
  'pair.moved_on': 'This pair has moved on meanwhile. Reload to see where it stands.',
  'pair.task_closed': 'Somebody closed this task meanwhile. Reload to see their note.',
  'pair.no_liaison':
    'This member cannot look after this pair: their role has ended, or they must not judge one of the two.',
  'pair.nobody_to_spread': 'Every pair that somebody may look after has a liaison already.',
  'pair.no_reader': 'Nobody here may read this about your pair. Please write to the contact named below, or call.',
} as const;
