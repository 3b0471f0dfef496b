import { expect, it } from 'vitest';
import { readAssignments } from '@/domain/assignment-file';

const KNOWN = {
  applications: new Map([
    ['T01-E-0001', { id: 'a1', personId: 'p1' }],
    ['T01-M-0002', { id: 'a2', personId: 'p2' }],
  ]),
  reviewers: new Map([
    ['ana@example.test', { id: 'ana', inForce: true, closed: ['p2'] }],
    ['left@example.test', { id: 'left', inForce: false, closed: [] }],
  ]),
};
const read = (headings: string[], ...rows: string[][]) =>
  readAssignments({ headings, rows: rows.map((cells, index) => ({ line: index + 2, cells })) }, KNOWN);

it('reads references and addresses in whatever letters and order', () => {
  expect(read(['Reviewer email', 'note', 'Reference'], ['ANA@example.test', 'x', 't01-e-0001'])).toEqual({
    pairs: [{ applicationId: 'a1', reviewerId: 'ana' }],
    problems: [],
  });
});

it('names every line that cannot be', () => {
  const lines = [
    ['T01-E-9999', 'ana@example.test'],
    ['T01-E-0001', 'nobody@example.test'],
    ['T01-E-0001', 'left@example.test'],
    ['T01-M-0002', 'ana@example.test'],
    ['T01-E-0001', 'ana@example.test'],
    ['t01-e-0001', 'Ana@example.test'],
    ['T01-E-0001'],
  ];
  expect(read(['reference', 'email'], ...lines)).toEqual({
    pairs: [{ applicationId: 'a1', reviewerId: 'ana' }],
    problems: [
      { line: 2, reason: '“T01-E-9999” is no application of this cycle that can be reviewed.' },
      { line: 3, reason: '“nobody@example.test” is no reviewer of this program.' },
      { line: 4, reason: 'The term of left@example.test has ended.' },
      { line: 5, reason: 'ana@example.test must not judge T01-M-0002.' },
      { line: 7, reason: 'The same as line 6.' },
      { line: 8, reason: '“” is no reviewer of this program.' },
    ],
  });
});

it('needs both columns', () => {
  expect(read(['reference', 'name'], ['T01-E-0001', 'Ana'])).toBeNull();
});
