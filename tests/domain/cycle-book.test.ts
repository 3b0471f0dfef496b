import { expect, it } from 'vitest';
import { bookText, countLines } from '@/domain/cycle-book';

it('leaves out what did not happen', () => {
  expect(
    countLines([
      ['Ballots', 2],
      ['Releases', 0],
      ['Goals', 1],
    ]),
  ).toEqual([
    { label: 'Ballots', value: '2' },
    { label: 'Goals', value: '1' },
  ]);
});

it('is a text that can be read aloud', () => {
  const text = bookText({
    title: 'ALSC Mentoring, Fall 2026',
    made: 'As of Monday, November 16, 2026.',
    sections: [
      { key: 'a', heading: 'Days', lines: [{ label: 'Opened', value: 'Monday' }], none: 'No days.' },
      { key: 'b', heading: 'Letters', lines: [], none: 'No letter has gone yet.' },
    ],
    notes: [{ words: 'Open earlier.\nWrite to schools.', who: 'Linus', day: 'Monday' }],
  });
  expect(text).toBe(`ALSC Mentoring, Fall 2026: cycle book

As of Monday, November 16, 2026.

Days
----
Opened: Monday

Letters
-------
No letter has gone yet.

For the next cycle
------------------

Open earlier.
Write to schools.
(Linus, Monday)
`);
  expect(bookText({ title: 'X', made: 'Y', sections: [], notes: [] })).toBe(
    'X: cycle book\n\nY\n\nFor the next cycle\n------------------\n\nNothing noted.\n',
  );
});
