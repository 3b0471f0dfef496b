import { describe, expect, it } from 'vitest';
import { compiled } from '@/domain/forms/compiled';
import { findQuestion, withoutQuestion, withQuestion } from '@/domain/forms/editing';
import { ALSC_2015, areasOf } from '@/domain/forms/frameworks';
import { MENTORING_2026, STANDARD_FORM } from '@/domain/forms/mentoring-2026';
import { COMPETENCIES } from '@/domain/mentoring';
import { answerInWords, drawnSection, isAsked, pick, sectionsOf, type Section } from '@/domain/questions';
import { problemsOf } from '@/features/applications/schema';
import { textQuestion } from './small-form';

/** Version 1, as applications have been given to it: a change here is a change of answers that were sent. */
const VERSION_1 = [
  'eligibility: member one required, committee',
  // Added when memberships could be funded: asked of nobody who had applied before.
  'eligibility: membership_funding consent, staff',
  'eligibility: adult consent required, committee',
  'about: name text required, match',
  'about: preferred_name text, match',
  'about: pronouns text, match',
  'about: phone text, match_if_ticked',
  'about: share_contact many, match',
  'about: country select required, match',
  'about: subdivision select required, match',
  'about: city text required, match',
  'about: time_zone select required, match',
  'work: job_title text, match',
  'work: employer text, match',
  'work: library_type one, match',
  'work: years_experience number, committee',
  'work: children_experience one, committee',
  'work: have_supervised one of mentor, committee',
  'work: connection long required of mentee, committee',
  'work: stage one required of mentee, committee',
  'skills: rating_commitment rating required, committee',
  'skills: rating_reference rating required, committee',
  'skills: rating_programming rating required, committee',
  'skills: rating_materials rating required, committee',
  'skills: rating_outreach rating required, committee',
  'skills: rating_management rating required, committee',
  'skills: rating_professionalism rating required, committee',
  'skills: help_areas many of mentee, committee',
  'offer: offer_topics many required, match',
  'offer: offer_activities many, match',
  'offer: places one required, committee',
  'offer: help_stages many, committee',
  'offer: hopes long, committee',
  'goals: goal_1 long required, match',
  'goals: goal_2 long, match',
  'goals: goal_3 long, match',
  'goals: want_topics many required, match',
  'goals: want_activities many, match',
  'goals: wanted_library_type one, committee',
  'meeting: modes many required, match',
  'meeting: hours many required, match',
  'meeting: wants_nearby one, confidential',
  'more: anything_else long, committee',
  'more: not_with long, staff',
  'more: arrange long, staff',
  'more: match_may_know long, match',
];

const sectionOf = (key: string, form = MENTORING_2026): Section => {
  const found = sectionsOf(form, 'both', true).find((section) => section.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe('the standard form', () => {
  it('is asked as it always was', () => {
    expect(
      MENTORING_2026.sections.flatMap(({ key, questions }) =>
        questions.map(
          ({ name, type, required, roles, seenBy }) =>
            `${key}: ${name} ${type}${required ? ' required' : ''}${roles ? ` of ${roles.join('+')}` : ''}, ${seenBy}`,
        ),
      ),
    ).toEqual(VERSION_1);
    expect(MENTORING_2026.version).toBe('mentoring-2026');
  });

  it('rates every area of its framework', () => {
    expect(areasOf([MENTORING_2026])).toEqual(COMPETENCIES);
    expect(ALSC_2015.areas).toEqual(COMPETENCIES);
  });

  it('asks the areas that a question of ratings holds, and their ticks', () => {
    const areas = [
      { value: 'cataloging', label: 'Cataloging' },
      { value: 'serials', label: 'Serials' },
    ];
    const grid = findQuestion(STANDARD_FORM, 'rating');
    if (grid?.type !== 'grid') throw new Error('The standard form has its ratings under this name.');
    const form = compiled('own-1', withQuestion(STANDARD_FORM, 'skills', { ...grid, framework: 'own', areas }));
    expect(areasOf([form])).toEqual(areas);
    const skills = sectionOf('skills', form);
    expect(skills.questions.map(({ name }) => name)).toEqual(['rating_cataloging', 'rating_serials', 'help_areas']);
    expect(skills.questions.find(({ name }) => name === 'help_areas')).toMatchObject({ options: areas });
    expect(
      areasOf([form, MENTORING_2026])
        .map(({ value }) => value)
        .slice(0, 3),
    ).toEqual(['cataloging', 'serials', 'commitment']);
  });

  const about = { country: 'US', subdivision: 'CA-ON', share_contact: ['phone'], phone: '' };

  it('says that a province belongs to a country, and that a shared phone needs a number', () => {
    expect(
      Object.keys(problemsOf(sectionOf('about'), { ...about, name: 'A', city: 'B', time_zone: 'America/Chicago' })),
    ).toEqual(['phone', 'subdivision']);
  });

  it('compares no answers where one of the two is not asked', () => {
    const without = compiled('x', withoutQuestion(withoutQuestion(STANDARD_FORM, 'country'), 'phone'));
    expect(without.sections.find(({ key }) => key === 'about')?.checks).toBeUndefined();
  });
});

describe('a question asked only after a certain answer', () => {
  const onlyMembers = textQuestion('since', {
    required: true,
    showIf: { question: 'member', values: ['yes'] },
  });
  const here = sectionOf('eligibility', compiled('here', withQuestion(STANDARD_FORM, 'eligibility', onlyMembers)));
  const there = sectionOf('more', compiled('there', withQuestion(STANDARD_FORM, 'more', onlyMembers)));
  const drawn = (section: Section, answers: Record<string, string>) =>
    drawnSection(section, answers).questions.map(({ name }) => name);

  it('on the same page is always drawn, and needed once that answer is given', () => {
    for (const member of ['yes', 'no', '']) expect(drawn(here, { member })).toContain('since');
    expect(Object.keys(problemsOf(here, { member: 'yes', adult: 'yes' }))).toEqual(['since']);
    expect(problemsOf(here, { member: 'no', adult: 'yes' })).toEqual({});
    expect(problemsOf(here, { member: 'no', adult: 'yes', since: 'x'.repeat(900) })).toEqual({});
  });

  it('on another page is drawn and needed only then', () => {
    expect([
      drawn(there, { member: 'yes' }).includes('since'),
      drawn(there, { member: 'no' }).includes('since'),
    ]).toEqual([true, false]);
    expect(Object.keys(problemsOf(there, { member: 'yes' }))).toEqual(['since']);
    expect(problemsOf(there, {})).toEqual({});
  });

  it('counts any of several ticks', () => {
    const question = textQuestion('x', { showIf: { question: 'modes', values: ['video', 'phone'] } });
    expect([['video'], ['email', 'phone'], ['email'], []].map((modes) => isAsked(question, { modes }))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isAsked(textQuestion('y'), {})).toBe(true);
  });

  it('keeps what was typed in it', () => {
    expect(pick({ member: 'no', since: '2020' }, here.questions)).toEqual({ member: 'no', since: '2020' });
  });
});

describe('kinds of answers', () => {
  const page = (question: object) =>
    sectionOf('more', compiled('k', withQuestion(STANDARD_FORM, 'more', { ...textQuestion('x'), ...question })));
  const faultOf = (question: object, x: string) => problemsOf(page(question), { x }).x ?? '';
  const number = { type: 'number', from: -20, to: 25_000 };
  const file = '018f3c2a-0000-7000-8000-000000000001 resume.pdf';

  it.each([
    [{ type: 'date' }, '2028-02-29', ''],
    [{ type: 'date' }, '2027-02-29', 'Enter a day as year-month-day, such as 2026-11-30.'],
    [{ type: 'date' }, 'tomorrow', 'Enter a day as year-month-day, such as 2026-11-30.'],
    [number, '-20', ''],
    [number, '25000', ''],
    [number, '25001', 'Enter a whole number from -20 to 25000.'],
    [number, '1e3', 'Enter a whole number from -20 to 25000.'],
    [number, '٣', 'Enter a whole number from -20 to 25000.'],
    [{ ...number, missing: 'Count them.' }, 'many', 'Count them.'],
    [{ type: 'text', maxLength: 4, input: 'email' }, 'a@b.', 'Enter one address, such as name@example.org.'],
    [{ type: 'text', maxLength: 4 }, 'abcde', 'Use at most 4 characters.'],
    [{ type: 'long', words: 5 }, 'a b c d e f', 'Use at most 5 words.'],
    [{ type: 'file' }, file, ''],
    [{ type: 'file', missing: 'Choose your résumé.' }, 'words of an earlier version', 'Choose your résumé.'],
  ])('%o: %s', (question, answer, problem) => {
    expect(faultOf(question, answer)).toBe(problem);
  });

  it('in words', () => {
    const [question] = page({ type: 'file' }).questions.slice(-1);
    if (!question) throw new Error('no question');
    expect([answerInWords(question, { x: file }), answerInWords(question, { x: 'no file' })]).toEqual([
      'resume.pdf',
      '',
    ]);
  });
});
