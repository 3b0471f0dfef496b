/** Every expected "no" about the closing of a cycle, by its code. */
export const CLOSING = {
  'closing.not_open': 'These questions are not open now, so nothing was saved. What you wrote is still on this page.',
  'closing.over':
    'The closing questions are closed, so this was not saved. What you wrote is still on this page: copy what you want to keep.',
  'closing.changed':
    'You saved these answers on another page meanwhile. What you wrote here is still below: look it over and save it again.',
  'closing.nobody':
    'Nobody of those chosen can be written to now: they have answered, want no reminders, or were written to today.',
  'closing.night':
    'It is night where the program is. Reminders go out between eight in the morning and nine in the evening.',
  'closing.no_window': 'The closing questions are not open now, so there is nothing to remind of.',
  'closing.opening': 'This day does not fit.',
} as const;
