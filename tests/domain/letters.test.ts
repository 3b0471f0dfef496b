import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planRelease } from '@/domain/letters/release-plan';
import { confidentialIn } from '@/domain/letters/confidential';
import { application, input, lettersOf, match } from './letter-makers';

describe('a release', () => {
  it('gives each application one outcome and each person one letter', () => {
    const both = [application('1', { personId: 'p', role: 'mentor' }), application('2', { personId: 'p' })];
    const made = input(
      [
        ...both,
        application('3'),
        application('4', { state: 'declined', unmetRule: 'Be 18.' }),
        application('5', { state: 'withdrawn' }),
      ],
      [match('1', '3')],
    );
    const plan = planRelease(made);
    expect(plan.outcomes).toEqual([
      { applicationId: '1', outcome: 'matched' },
      { applicationId: '2', outcome: 'waitlisted' },
      { applicationId: '3', outcome: 'matched' },
      { applicationId: '4', outcome: 'declined' },
    ]);
    expect(plan.letters.map(({ personId, parts }) => [personId, parts.map(({ kind }) => kind)])).toEqual([
      ['p', ['matched_mentor', 'waitlisted']],
      ['person-3', ['matched_mentee']],
      ['person-4', ['declined']],
    ]);
    expect(plan.silent.map(({ id }) => id)).toEqual(['5']);
    expect(lettersOf(made).flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('never tells anybody twice, whatever the states and matches are', () => {
    const state = fc.constantFrom(
      'draft',
      'submitted',
      'needs_information',
      'accepted',
      'hold',
      'declined',
      'withdrawn',
    );
    const one = fc.record({
      personId: fc.constantFrom('a', 'b', 'c', 'd'),
      role: fc.constantFrom('mentor', 'mentee'),
      state,
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (rows) => {
        const { outcomes, letters, blocked, silent } = planRelease({
          applications: rows.map((row, index) => application(String(index), row)),
          matches: [],
        });
        expect(outcomes.length + blocked.length + silent.length).toBe(rows.length);
        expect(new Set(letters.map(({ personId }) => personId)).size).toBe(letters.length);
        expect(letters.flatMap(({ parts }) => parts).length).toBe(outcomes.length);
      }),
    );
  });
});

describe('a match letter', () => {
  const mentor = application('m', {
    role: 'mentor',
    name: 'Mara',
    answers: {
      pronouns: 'she/her',
      phone: '+1 555 0100',
      share_contact: ['email', 'phone'],
      match_may_know: 'I use captions.',
      wants_nearby: 'yes',
      city: 'Duluth',
      not_with: 'Former manager Quill',
    },
  });
  const mentee = application('e', {
    name: 'Eli',
    answers: { preferred_name: 'El', phone: '+1 555 0199', share_contact: [] },
  });
  const [toMentee, toMentor] = lettersOf(input([mentor, mentee], [match('m', 'e')]));

  it('holds what the partner shared, two reasons, who writes first, dates and a way to say no', () => {
    expect(toMentee?.markdown).toContain('**Mara \\(she/her\\)**');
    expect(toMentee?.markdown).toContain('[m@example\\.test](mailto:m@example.test) or \\+1 555 0100');
    expect(toMentee?.markdown).toContain('Mara would like you to know: I use captions\\.');
    expect(toMentee?.markdown).toContain('- Both chose storytime\\.\n- Both like video calls\\.\n\n');
    expect(toMentee?.markdown).toContain('Mara writes first, by Friday, February 8, 2030.');
    expect(toMentee?.markdown).toContain('by Sunday, March 31, 2030');
    expect(toMentee?.markdown).toContain('[confirm this match, or say no](https://example.test/confirm/x)');
  });

  it('says nothing that was not shared', () => {
    for (const secret of ['Duluth', 'Quill', 'A third reason', '0199', 'e@example.test'])
      expect(`${toMentee?.markdown}${toMentor?.markdown}`).not.toContain(secret);
    expect(toMentor?.markdown).toContain('Dear Mara');
    expect(toMentor?.markdown).toContain('El prefers a first message through us');
  });

  it('asks for no answer where the cycle wants none', () => {
    const [letter] = lettersOf(input([mentor, mentee], [match('m', 'e')], 'none'));
    expect(letter?.markdown).toContain('If you cannot take part after all, tell us by Friday, February 8, 2030');
    expect(letter?.markdown).not.toContain('/confirm/');
  });
});

describe('confidential things', () => {
  const of = (not_with: string, name = 'Mara') => application('m', { role: 'mentor', name, answers: { not_with } });
  const found = (markdown: string, { not_with = '', agreed = [] as string[] } = {}) =>
    confidentialIn(
      [{ personId: 'x', name: 'Eli', email: '', language: 'en', subject: '', markdown, problems: [], agreed }],
      input([of(not_with)], []),
    );

  it('are found whatever case, emphasis and spaces they come in', () => {
    const not_with = 'Former manager Quill';
    expect(found('about my **former  manager** quill', { not_with })).toEqual([
      'The letter to Eli repeats a confidential answer of Mara.',
    ]);
    expect(found('about my manager', { not_with })).toEqual([]);
  });

  it('are not what our letters say to everybody, nor what this letter says because people agreed', () => {
    expect(found('Thank you for applying to us.', { not_with: 'Thank you ' })).toEqual([]);
    expect(found('Dear Priya Nair', { not_with: 'Priya Nair', agreed: ['Priya Nair'] })).toEqual([]);
    expect(found('Dear Priya Nair', { not_with: 'Priya Nair' })).toHaveLength(1);
  });

  it('do not keep a match from being told, when somebody named a person whom others are matched with', () => {
    const [mentor, mentee] = [
      of('Somebody else', 'Priya Nair'),
      application('e', { role: 'mentee', name: 'Elio Brandt' }),
    ];
    const other = { ...of('Priya Nair', 'Mara'), id: 'o', personId: 'o', state: 'hold' as const };
    const whole = input([mentor, mentee, other], [match('m', 'e')]);
    const letters = lettersOf(whole);
    expect(letters.filter(({ markdown }) => markdown.includes('Priya Nair'))).toHaveLength(2);
    expect(confidentialIn(letters, whole)).toEqual([]);
  });

  it.each([
    'Your score is high',
    'You are the best match',
    'ranked first',
    '87 points',
    '87,5 puntos',
    'el mejor emparejamiento',
    'le meilleur jumelage',
  ])('include “%s”', (words) => {
    expect(found(words)).toHaveLength(1);
  });
});
