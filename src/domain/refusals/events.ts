/** Every expected "no" about events, the library and topics, by its code. */
export const EVENTS = {
  'event.past': 'This time is over. Choose one that is still to come.',
  'event.answer_late': 'Answers have to come before the event begins. Choose an earlier day.',
  'event.answer_past': 'This day is over. Choose one on which people can still answer.',
  'event.capacity': 'More people than that have a place already. Choose a higher number, or none.',
  'event.changed':
    'Somebody else saved this event meanwhile. Copy your words, reload the page and look at theirs first.',
  'event.cancelled': 'This event is cancelled.',
  'event.over': 'This event is over.',
  'event.closed': 'The day to answer is over. Write to the contact named below if something changed.',
  'event.not_invited': 'This event is for others.',
  'event.not_begun': 'Nobody can have come yet: it has not begun.',
  'event.nobody_to_invite': 'Everybody who is invited has an invitation already.',
  'library.changed':
    'Somebody else saved this entry meanwhile. Copy your words, reload the page and look at theirs first.',
  'library.not_whole':
    'An entry is shown once it has words, and a resource once it has its address. Keep it as a draft.',
  'library.full_already': 'There are entries already.',
  'topic.outside': 'This day is not in the cycle. Choose one between its start and its end.',
  'topic.past': 'This day is over. Choose today or a later one.',
  'topic.twice': 'This month has a topic already. Change that one, or choose another month.',
  'topic.changed': 'Somebody else saved this topic meanwhile, or it was sent. Reload the page and look.',
} as const;
