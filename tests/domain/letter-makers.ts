import { DEFAULT_LETTERS, type LetterKind } from '@/domain/letters/defaults';
import {
  planRelease,
  type ReleaseApplication,
  type ReleaseInput,
  type ReleaseMatch,
} from '@/domain/letters/release-plan';
import { writeLetter } from '@/domain/letters/write';
import { letterWords } from '@/lib/words/letters';

export const NOW = new Date('2030-02-01T18:00:00Z');
export const templates = (
  over: Partial<Record<LetterKind, { subject: string; body: string }>> = {},
): ReleaseInput['templates'] => {
  const of = (kind: LetterKind) => ({ ...DEFAULT_LETTERS[kind], ...over[kind], version: 1 });
  return {
    matched_mentor: of('matched_mentor'),
    matched_mentee: of('matched_mentee'),
    waitlisted: of('waitlisted'),
    not_matched: of('not_matched'),
    declined: of('declined'),
    later: of('later'),
    match_ended: of('match_ended'),
  };
};

export const application = (id: string, over: Partial<ReleaseApplication> = {}): ReleaseApplication => ({
  id,
  personId: `person-${id}`,
  role: 'mentee',
  state: 'accepted',
  reference: `F30-E-${id}`,
  name: `Name ${id}`,
  email: `${id}@example.test`,
  answers: {},
  unmetRule: '',
  laterBy: null,
  ...over,
});
export const match = (mentorId: string, menteeId: string): ReleaseMatch => ({
  id: `${mentorId}-${menteeId}`,
  mentorId,
  menteeId,
  safeReasons: ['Both chose storytime.', 'Both like video calls.', 'A third reason.'],
});

export const input = (
  applications: ReleaseApplication[],
  matches: ReleaseMatch[] = [],
  confirmation = 'both_after',
): ReleaseInput => ({
  applications,
  matches,
  templates: templates(),
  words: letterWords('en'),
  others: {},
  standard: Object.values(DEFAULT_LETTERS).map(({ subject, body }) => `${subject}\n${body}`),
  now: NOW,
  cycle: {
    name: 'Fall 2030',
    program: 'Mentoring',
    timeZone: 'America/Chicago',
    confirmation,
    confirmBy: new Date('2030-02-08T18:00:00Z'),
    startsAt: new Date('2030-03-01T15:00:00Z'),
    waitlistUntil: new Date('2030-04-01T15:00:00Z'),
    contact: { name: 'Ada', email: 'ada@example.test', phone: '' },
    statusUrl: 'https://example.test/status',
  },
});
export const lettersOf = (made: ReleaseInput) =>
  planRelease(made).letters.map((letter) => writeLetter(letter, made, () => 'https://example.test/confirm/x'));
