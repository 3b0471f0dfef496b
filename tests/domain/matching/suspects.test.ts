import { expect, it } from 'vitest';
import { employersOf, type RuleFacts } from '@/domain/matching/rules';
import { suspectFinder } from '@/domain/matching/suspects';
import type { MentorProfile } from '@/domain/mentoring';
import { buildCycle, buildMentee, buildMentor } from './profiles';

const MENTEES = [
  buildMentee({ applicationId: 'e1', personId: 'dana', employer: 'Ely' }),
  buildMentee({ personId: 'alex' }),
];

/** Columns of the mentors who are suspected as Dana's, among eleven who are not otherwise. */
function suspects(over: {
  at?: Record<number, Partial<MentorProfile>>;
  facts?: Partial<RuleFacts>;
  minimumScore?: number;
}) {
  const mentors = Array.from({ length: 11 }, (_, column) =>
    buildMentor({ applicationId: `m${column}`, personId: `p${column}`, ...over.at?.[column] }),
  );
  const people = { mentees: MENTEES, mentors };
  const rules = { off: [], minimumScore: over.minimumScore ?? 0 };
  const find = suspectFinder(people, { ...buildCycle().facts, ...over.facts }, rules, employersOf(people));
  return find(
    0,
    Int32Array.from(mentors, (_, column) => column * 10),
  );
}

it.each([
  ['nobody without a cause', {}, []],
  ['herself', { at: { 3: { personId: 'dana' } } }, [3]],
  ['those without a place, in order', { at: { 10: { places: 0 }, 9: { places: 0 }, 2: { places: -1 } } }, [2, 9, 10]],
  ['those of her employer', { at: { 1: { employer: 'The Ely' }, 4: { employer: 'Ames' } } }, [1]],
  [
    'a participant’s veto, either way',
    {
      facts: {
        participantVetoes: [
          ['dana', 'p2'],
          ['p5', 'dana'],
          ['alex', 'p7'],
        ] as const,
      },
    },
    [2, 5],
  ],
  [
    'last cycle’s partner, either way',
    {
      facts: {
        lastCycle: [
          ['p4', 'dana'],
          ['dana', 'p6'],
          ['dana', 'gone'],
        ] as const,
      },
    },
    [4, 6],
  ],
  [
    'a committee’s veto',
    {
      facts: {
        committeeVetoes: [
          ['e1', 'm8'],
          ['e1', 'gone'],
          ['dana-mentee', 'm1'],
        ] as const,
      },
    },
    [8],
  ],
  [
    'whom she mentors by a lock',
    {
      at: { 6: { applicationId: 'hers', personId: 'dana' }, 7: { personId: 'alex' } },
      facts: { locks: [['dana-mentee', 'hers']] as const },
    },
    [6, 7],
  ],
  ['those below the minimum', { minimumScore: 21 }, [0, 1, 2]],
  ['nobody at the minimum', { minimumScore: 20 }, [0, 1]],
  ['each once', { at: { 1: { places: 0, employer: 'Ely' } }, minimumScore: 15 }, [0, 1]],
])('suspects %s', (_, over, columns) => {
  expect(suspects(over)).toEqual(columns);
});

it('suspects nobody of a blank employer', () => {
  const people = { mentees: [buildMentee()], mentors: [buildMentor()] };
  const find = suspectFinder(people, buildCycle().facts, { off: [], minimumScore: 0 }, employersOf(people));
  expect(find(0, Int32Array.of(0))).toEqual([]);
});
