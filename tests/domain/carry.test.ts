import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ASK_DAYS, carriedAnswers, isTimeToAsk, maySay, MOST_CREDIT, priorityAfter } from '@/domain/carry';
import { MENTORING_2026 } from '@/domain/forms/mentoring-2026';
import { optionsOf, sectionsFor } from '@/domain/questions';
import type { FormDefinition } from '@/domain/questions';

const DAY_MS = 86_400_000;
const waitlistUntil = new Date('2030-03-01T05:59:00Z');
const cycle = {
  opensAt: new Date('2030-01-01T15:00:00Z'),
  waitlistUntil,
  releasedAt: new Date('2030-02-01T15:00:00Z'),
};
const after = (days: number) => new Date(waitlistUntil.getTime() + days * DAY_MS);

it('counts one more for each year of waiting, and never more than it may', () => {
  expect([-1, 0, 1, 2, 3, 40].map(priorityAfter)).toEqual([1, 1, 2, 3, 3, 3]);
  expect(MOST_CREDIT).toBe(2);
});

it('asks from the end of the waitlist on, for a fortnight, and only where outcomes were told', () => {
  expect(
    [after(-0.01), after(0), after(ASK_DAYS - 0.01), after(ASK_DAYS)].map((now) => isTimeToAsk(cycle, now)),
  ).toEqual([false, true, true, false]);
  expect(isTimeToAsk({ ...cycle, releasedAt: null }, after(1))).toBe(false);
});

it('lets those speak who were told that there is no match, or whose waiting is over', () => {
  const outcomes = ['matched', 'waitlisted', 'not_matched', 'declined', 'later', null];
  expect(outcomes.map((outcome) => maySay(outcome, cycle, after(-1)))).toEqual([
    false,
    false,
    true,
    false,
    false,
    false,
  ]);
  expect(outcomes.map((outcome) => maySay(outcome, cycle, after(0)))).toEqual([false, true, true, false, false, false]);
});

const form = ({
  version = 'x',
  ...over
}: Partial<FormDefinition['sections'][number]> & { version?: string }): FormDefinition => ({
  version,
  attestation: '',
  sections: [{ key: 'about', title: 'About', minutes: 1, questions: [], ...over }],
});

it('hands on what is asked again and can still be chosen', () => {
  const options = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B' },
  ];
  const asked = { label: 'x', seenBy: 'committee' } as const;
  const next = form({
    questions: [
      { ...asked, name: 'kept', type: 'text', maxLength: 10 },
      { ...asked, name: 'one', type: 'one', options },
      { ...asked, name: 'gone', type: 'one', options },
      { ...asked, name: 'many', type: 'many', options },
      { ...asked, name: 'none', type: 'many', options },
      { ...asked, name: 'agreed', type: 'consent', statement: 'I agree.' },
      { ...asked, name: 'paper', type: 'file' },
      { ...asked, name: 'mentors', type: 'text', maxLength: 10, roles: ['mentor'] },
    ],
  });
  const answers = {
    kept: 'words',
    one: 'a',
    gone: 'c',
    many: ['c', 'b'],
    none: ['c'],
    agreed: 'yes',
    paper: 'some-id|file.pdf',
    mentors: 'words',
    dropped: 'words',
  };
  expect(carriedAnswers(answers, next, 'mentee')).toEqual({ kept: 'words', one: 'a', many: ['b'] });
  expect(
    carriedAnswers(
      answers,
      form({ version: 'y', key: 'eligibility', questions: next.sections[0]?.questions ?? [] }),
      'mentee',
    ),
  ).toEqual({});
});

const anyAnswer = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 3 }));

it('never hands on a question that is not asked, an option that is not offered, or a promise', () => {
  const questions = sectionsFor(MENTORING_2026, 'mentee', false).flatMap((section) => section.questions);
  const offered = questions.flatMap((question) => optionsOf(question).map(({ value }) => value));
  const drawn = fc.dictionary(
    fc.constantFrom(...questions.map(({ name }) => name), 'unknown', 'member'),
    fc.oneof(anyAnswer, fc.constantFrom(...offered), fc.subarray(offered)),
  );
  fc.assert(
    fc.property(drawn, (answers) => {
      for (const [name, value] of Object.entries(carriedAnswers(answers, MENTORING_2026, 'mentee'))) {
        const question = questions.find((one) => one.name === name);
        if (!question) throw new Error(`${name} is not asked`);
        expect(['consent', 'file', 'explanation']).not.toContain(question.type);
        expect(name).not.toBe('member');
        const values = optionsOf(question).map((option) => option.value);
        if (values.length > 0) expect(values).toEqual(expect.arrayContaining([value].flat()));
      }
    }),
  );
});
