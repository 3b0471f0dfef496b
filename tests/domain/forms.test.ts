import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { askSchema } from '@/features/funding/asking/schema';
import { IDENTITY_QUESTIONS, identityOf, identityProblems, identityPromises, isBlank } from '@/domain/forms/identity';
import { MENTORING_2026, questionsOfRole } from '@/domain/forms/mentoring-2026';
import { SUBDIVISIONS, TIME_ZONES } from '@/domain/forms/places';
import { areaOf } from '@/domain/matching/regions';
import { COMPETENCIES } from '@/domain/mentoring';
import { answerInWords, countWords, optionsOf, pick, sectionsFor } from '@/domain/questions';

const keys = (role: 'mentor' | 'mentee' | 'both', identity = true) =>
  sectionsFor(MENTORING_2026, role, identity).map(({ key }) => key);
const names = (role: 'mentor' | 'mentee') => questionsOfRole(role).map(({ name }) => name);

describe('the form mentoring-2026', () => {
  it('has eight pages for one role, nine for both, and no confidential page where the cycle has none', () => {
    expect(keys('mentor')).toEqual(['eligibility', 'about', 'work', 'skills', 'offer', 'meeting', 'identity', 'more']);
    expect(keys('mentee')).toEqual(['eligibility', 'about', 'work', 'skills', 'goals', 'meeting', 'identity', 'more']);
    expect(keys('both')).toEqual([
      'eligibility',
      'about',
      'work',
      'skills',
      'offer',
      'goals',
      'meeting',
      'identity',
      'more',
    ]);
    expect(keys('both', false)).not.toContain('identity');
  });

  it('asks each role only its own questions, each name once', () => {
    expect(names('mentor')).toEqual(expect.arrayContaining(['places', 'offer_topics', 'have_supervised']));
    expect(names('mentor')).not.toEqual(expect.arrayContaining(['goal_1']));
    expect(names('mentee')).toEqual(expect.arrayContaining(['goal_1', 'stage', 'help_areas']));
    for (const role of ['mentor', 'mentee'] as const) expect(new Set(names(role)).size).toBe(names(role).length);
  });

  it('rates the seven areas in the order of the framework', () => {
    expect(names('mentee').filter((name) => name.startsWith('rating_'))).toEqual(
      COMPETENCIES.map(({ value }) => `rating_${value}`),
    );
  });

  it('knows where every state and province lies, and every zone is one', () => {
    const codes = SUBDIVISIONS.flatMap(({ options }) => options.map(({ value }) => value)).filter(
      (value) => value !== 'outside',
    );
    expect(codes.filter((code) => areaOf(code) === null)).toEqual([]);
    for (const { value } of TIME_ZONES.flatMap(({ options }) => options))
      expect(() => new Intl.DateTimeFormat('en', { timeZone: value })).not.toThrow();
  });

  it('is documented: docs/forms.md names every public field and no other', () => {
    const documented = [...readFileSync('docs/forms.md', 'utf8').matchAll(/^\| `([a-z_0-9]+)`/gm)].map(
      ([, name]) => name,
    );
    const asked = MENTORING_2026.sections.flatMap(({ questions }) => questions.map(({ name }) => name));
    const confidential = [
      ...IDENTITY_QUESTIONS.flatMap(({ own, wish }) => [own, wish]),
      'count_me',
      'identity_action',
      'step',
    ];
    const steering = [
      'email',
      'revision',
      'mark',
      'tab',
      'opened',
      'return',
      'go',
      'autosave',
      'submission_key',
      'attest',
      'code',
      'code_email',
      'reason',
      'answer',
    ];
    const funding = [...Object.keys(askSchema.shape), 'step', 'obligation', 'done'];
    expect(documented.toSorted()).toEqual([...asked, ...confidential, ...steering, ...funding].toSorted());
  });
});

describe('answers in words', () => {
  it('shows labels, ticks and ratings; nothing for nothing', () => {
    const question = (name: string) => {
      const found = questionsOfRole('mentee').find((one) => one.name === name);
      if (!found) throw new Error(name);
      return found;
    };
    expect(answerInWords(question('stage'), { stage: 'early' })).toBe('Early career');
    expect(answerInWords(question('modes'), { modes: ['video', 'email'] })).toBe('Video call\nEmail');
    expect(answerInWords(question('rating_programming'), { rating_programming: '4' })).toBe('4 of 5');
    expect(answerInWords(question('adult'), { adult: 'yes' })).toBe('Yes');
    expect(answerInWords(question('stage'), {})).toBe('');
    expect(optionsOf(question('goal_1'))).toEqual([]);
  });

  it('counts words and keeps only what was asked', () => {
    expect(countWords('  two\nwords ')).toBe(2);
    expect(pick({ name: 'Ada', goal_1: 'x', city: '' }, questionsOfRole('mentor'))).toEqual({ name: 'Ada' });
  });
});

describe('identity answers', () => {
  it('become what is sealed', () => {
    expect(
      identityOf({
        gender_own: 'woman',
        gender_wish: 'same',
        ethnicity_own: ['asian', 'white'],
        ethnicity_wish: 'asian',
        count_me: 'yes',
      }),
    ).toEqual({
      gender: { own: ['woman'], wish: { kind: 'same' } },
      ethnicity: { own: ['asian', 'white'], wish: { kind: 'value', value: 'asian' } },
      countInTotals: true,
    });
    expect(isBlank(identityOf({}))).toBe(true);
    expect(identityOf({ gender_own: 'nonsense', gender_wish: 'nonsense' }).gender).toEqual({ own: [], wish: null });
  });

  it('a wish for the same needs an own value', () => {
    expect(Object.keys(identityProblems(identityOf({ ethnicity_wish: 'same' })))).toEqual(['ethnicity_wish']);
    expect(identityProblems(identityOf({ ethnicity_wish: 'asian' }))).toEqual({});
  });

  it('promises everything the page must say', () => {
    const said = identityPromises('April 7').join(' ');
    for (const words of [
      'does not change whether you are matched',
      'cannot guarantee',
      'Committee, staff, other applicants and your match',
      'Deleted on April 7',
      'is read by the committee',
      'operates the server',
    ])
      expect(said).toContain(words);
  });
});
