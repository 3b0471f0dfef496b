/** What is told about running a cycle: days, members, pairs. */
export const RUNNING = {
  'book.moved': 'Somebody changed or removed this note meanwhile. Reload to see it; your words are still here.',
  'back.not_open': 'People can be asked while mentors may apply, and not before or after.',
  'back.nobody': 'There is nobody left to ask. Reload to see why.',
  'back.count': 'Who can be asked has changed since this page was read. Reload, and look again.',
  'cycle.dates': 'These days do not fit together.',
  'cycle.code_taken': 'This code is in use already. References are made from it, so every cycle has its own.',
  'cycle.moved': 'Somebody else moved the days meanwhile. Reload the page and look at theirs first.',
  'cycle.nobody_to_tell': 'Nobody has applied yet: there is nobody to tell.',
  'member.elsewhere': 'This address belongs to somebody of another organization on this install.',
  'member.last_administrator': 'The program would be without an administrator. Give somebody else the role first.',
  'member.no_role': 'This role has ended meanwhile. Reload the page.',
  'member.past': 'Choose a last day after today, or none.',
  'program.changed': 'Somebody else saved this page meanwhile. Copy your words, reload it and look at theirs first.',
  'program.half_translated':
    'A translation is shown when it is whole: the promise, the summary and every commitment, as many lines as in English.',
  'actor.forbidden': 'You do not have access to this.',
  'cycle.not_open': 'Applications for this cycle are not open.',
  'cycle.closed': 'The deadline has passed. Your answers are kept as a draft.',
  'vault.key_changed': 'The key of this cycle was being replaced. Send the page again.',
} as const;
